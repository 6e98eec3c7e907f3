"""Merging notes: whose text, whose hands, and whether kinds are kept apart. Everything has a default, so Enter is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets.text_area import Selection

from diskussion_tui.base.value import dataclass
from diskussion_tui.domain.session import merging
from diskussion_tui.domain.session.merging import Wish
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.tui.chrome import rule
from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.rows import Block, Row, spread, text_rows
from diskussion_tui.tui.widgets.board import Board
from diskussion_tui.tui.widgets.capture import Capture
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.domain.session.merging import Hands
    from diskussion_tui.domain.session.records import Note
    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.texts.catalogue import Texts

_OWN = "own"
_WAYS: tuple[Hands, ...] = ("sum", "highest")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be merged. `groups` gives the notes of each note that would come of it, for a kind or for kinds apart.

    `numbers` are what the notes are called by, `place` is which of the notes is asked about; only the first asks about kinds, since that decides how many there are.
    """

    notes: tuple[Note, ...]
    groups: Callable[[str | None], tuple[tuple[Note, ...], ...]]
    kinds: tuple[Kind, ...]
    numbers: Mapping[str, int]
    place: int = 0

    @property
    def mixed(self) -> bool:
        """Whether there is a kind to choose."""
        return not self.place and len({note.kind for note in self.notes}) > 1


class Merge(ModalScreen["Wish | None"]):
    """The notes with their texts, the one that stands for them, and the choices. Answers None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(KEYS["close"], "leave", show=False),
        Binding(KEYS["count"], "hands", show=False),
        Binding("pagedown", "move(1)", show=False),
        Binding("pageup", "move(-1)", show=False),
    ]

    DEFAULT_CSS = """
    Merge { align: center middle; background: $ground; }
    Merge > Vertical { width: 76; max-width: 100%; height: 100%; max-height: 24; padding: 0 2; }
    Merge #merge-title { height: 3; }
    Merge Board { height: 1fr; min-height: 2; scrollbar-gutter: stable; }
    Merge #merge-write { height: auto; margin: 1 0 0 0; }
    Merge #merge-text { max-height: 3; }
    Merge #merge-prompt { width: 2; height: 1; }
    Merge #merge-choices { height: auto; margin: 1 0 0 0; }
    Merge #merge-keys { height: 2; }
    """

    def __init__(self, asked: Asked, words: Texts) -> None:
        super().__init__()
        self._asked = asked
        self._words = words
        self._kind: str | None = None
        self._hands: Hands = "sum"
        self._own = ""

    def compose(self) -> ComposeResult:
        """Title, the texts, the one that is chosen or written, choices, keys."""
        with Vertical():
            yield Sheet(id="merge-title")
            yield Board(id="merge-list")
            with Horizontal(id="merge-write"):
                yield Sheet(id="merge-prompt")
                yield Capture(id="merge-text")
            yield Sheet(id="merge-choices")
            yield Sheet(id="merge-keys")

    def on_mount(self) -> None:
        """Begin with the text that most agree with."""
        self.query_one(Board).can_focus = False
        self._line.focus()

    def on_resize(self) -> None:
        """Set everything for the width there is."""
        self.call_after_refresh(self._show)

    @property
    def _line(self) -> Capture:
        return self.query_one(Capture)

    @property
    def _groups(self) -> tuple[tuple[Note, ...], ...]:
        return self._asked.groups(self._kind)

    @property
    def _notes(self) -> tuple[Note, ...]:
        """The notes that this is about; all of them as long as no kind is chosen for those of different kinds."""
        groups = self._groups
        return groups[self._asked.place] if self._asked.place < len(groups) else self._asked.notes

    # ---- choosing ------------------------------------------------------------------------------------------------

    @on(Capture.Changed)
    def _on_written(self) -> None:
        if self._line.text not in {note.text for note in self._notes}:
            self._own = self._line.text
        self._show_texts(_OWN if self._line.text == self._own and self._own else "")

    @on(Capture.Sent)
    def _on_sent(self) -> None:
        if not self._groups:
            return  # told why; choosing a kind is what helps
        self.dismiss(Wish(self._line.text, self._hands, self._kind))

    @on(Capture.Listed)
    def _on_listed(self, event: Capture.Listed) -> None:
        self._line.replace(event.text, *self._line.selection)

    @on(Capture.Turn)
    def _on_turn(self, event: Capture.Turn) -> None:
        if not self._asked.mixed:
            return
        ways: list[str | None] = [None, *(kind.id for kind in self._kinds())]
        self._kind = ways[(ways.index(self._kind) + event.by) % len(ways)]
        self._show()

    @on(Capture.Upward)
    def _on_upward(self) -> None:
        self.action_move(-1)

    @on(Capture.Downward)
    def _on_downward(self) -> None:
        self.action_move(1)

    @on(Board.Picked)
    def _on_picked(self, event: Board.Picked) -> None:
        self._take(event.id)

    def action_move(self, lines: int) -> None:
        """To the text above or below."""
        board = self.query_one(Board)
        if board.step(lines):
            self._take(board.selected)

    def action_hands(self) -> None:
        """Count hands the other way."""
        self._hands = _WAYS[(_WAYS.index(self._hands) + 1) % len(_WAYS)]
        self._show_choices()

    def action_leave(self) -> None:
        """Leave things as they are."""
        self.dismiss(None)

    def _take(self, chosen: str) -> None:
        """Have a text stand in the line. One of the notes' is selected, so that what is typed is a text of one's own and changes none."""
        text = next((note.text for note in self._notes if note.id == chosen), None)
        self._line.put(self._own if text is None else text)
        if text is not None:
            self._line.selection = Selection((0, 0), self._line.document.end)
        self._show_texts(chosen)

    # ---- drawing -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        said, width, groups = self._words.merging, self._width, self._groups
        several = len(groups) > 1
        part = said.part.format(number=self._asked.place + 1, all=len(groups)) if several else ""
        title = spread(((said.title(len(self._notes)), "heading"),), ((part, "muted"),), width)
        self.query_one("#merge-title", Sheet).show((title, rule(width), ((said.choose_text, "muted"),)))
        self.query_one("#merge-prompt", Sheet).show((((self._sign(), "accent"),),))
        self.query_one("#merge-keys", Sheet).show((rule(width), ((said.hint, "muted"),)))
        if not self._own or self._line.text != self._own:
            self._take(merging.foremost(self._notes).id)
        else:
            self._show_texts(_OWN)
        self._show_choices()

    def _show_texts(self, chosen: str) -> None:
        board, width = self.query_one(Board), self._width - 1
        several = len({note.question for note in self._notes}) > 1
        blocks = [Block(self._rows(note, width, several=several), note.id) for note in self._notes]
        if self._own:
            blocks.append(Block((((f"  {self._words.merging.own_text}", "muted"),),), _OWN))
        board.show((blocks,))
        same = next((note.id for note in self._notes if note.text == self._line.text), "")
        board.select(chosen or same)

    def _rows(self, note: Note, width: int, *, several: bool) -> tuple[Row, ...]:
        kind = self._kind_of(note.kind)
        sign, tone = (kind.sign, kind.role) if kind else ("•", "muted")
        beside = [f"● {note.supporters}" if note.supporters else "", called(note.question) if several else ""]
        row: Row = (("  ".join(filter(None, beside)), "muted"),)
        room = width - cell_len(row[0][0]) - (6 if row[0][0] else 4)
        number = f"{self._asked.numbers[note.id]} "
        first, *rest = text_rows(note.text, room - len(number), "text")
        return (
            spread((("  ", "text"), (number, "muted"), (f"{sign} ", tone), *first), row, width),
            *(((" " * (4 + len(number)), "text"), *line) for line in rest),
        )

    def _show_choices(self) -> None:
        said, notes = self._words.merging, self._notes
        rows: list[Row] = []
        if self._asked.mixed and not self._groups:
            rows += text_rows(said.kinds_alone, self._width, "warning")
        every, highest = (merging.hands_of(notes, way) for way in _WAYS)
        if every != highest:
            ways = {"sum": said.hands_sum.format(n=every), "highest": said.hands_highest.format(n=highest)}
            rows += _choice_rows(said.hands, ways, str(self._hands), said.hands_key, self._width)
        if self._asked.mixed:
            kinds = {"": said.kinds_apart} | {one.id: f"{one.sign} {one.label}" for one in self._kinds()}
            rows += _choice_rows(said.kind, kinds, self._kind or "", said.kind_key, self._width)
        self.query_one("#merge-choices", Sheet).show(tuple(rows))

    @property
    def _width(self) -> int:
        return max(20, self.query_one("#merge-title", Sheet).size.width)

    def _sign(self) -> str:
        kinds = {note.kind for note in self._notes}
        kind = self._kind_of(self._kind or (kinds.pop() if len(kinds) == 1 else ""))
        return kind.sign if kind else "›"

    def _kinds(self) -> list[Kind]:
        """The kinds that are among the notes, to choose from."""
        among = {note.kind for note in self._asked.notes}
        return [kind for kind in self._asked.kinds if kind.id in among]

    def _kind_of(self, kind_id: str) -> Kind | None:
        return next((kind for kind in self._asked.kinds if kind.id == kind_id), None)


def _choice_rows(label: str, ways: dict[str, str], chosen: str, key: str, width: int) -> list[Row]:
    """A label, what there is to choose from with the chosen one filled, and the key that chooses."""
    row: list[tuple[str, str]] = [(f"{label}  ", "muted")]
    for way, word in ways.items():
        here = way == chosen
        row += [(f" {'●' if here else '○'} {word} ", "badge-accent" if here else "text"), (" ", "text")]
    together = (*row, (f" {key}", "muted"))
    if sum(cell_len(text) for text, _ in together) <= width:
        return [together]
    return [tuple(row), ((f"{' ' * (cell_len(label) + 2)}{key}", "muted"),)]
