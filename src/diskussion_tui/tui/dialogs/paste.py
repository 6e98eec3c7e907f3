"""What a pasted list is to become: a note a line, a note for what a page has broken over several, or the text as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.dialogs.box import room_in_box
from diskussion_tui.tui.dialogs.reply import Reply
from diskussion_tui.tui.rows import shortened, text_rows
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.domain.language.pasting import Pasted
    from diskussion_tui.domain.workbook.workbook import Kind
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row

_LEAST_SHOWN = 3
"""So many of the notes are shown however low the window is, to see what they would be."""
_EDGES = 4
"""Rows above and below the words of the box."""


class Meant(NamedTuple):
    """The notes that are meant, none where the text is to stand in the line; and their kind."""

    notes: tuple[str, ...]
    kind: str


class AskPaste(ModalScreen[Meant]):
    """The question. The arrows and first letters choose, Tab turns the kind as it does in the line, Enter takes, Esc is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"{KEYS['down']},right", "turn(1)", show=False),
        Binding(f"{KEYS['up']},left", "turn(-1)", show=False),
        Binding(KEYS["switch"], "kind(1)", show=False),
        Binding("shift+tab", "kind(-1)", show=False),
        Binding(KEYS["take"], "take", show=False),
        Binding(KEYS["join"], "join", show=False),
        Binding(KEYS["close"], "leave", show=False),
    ]

    DEFAULT_CSS = """
    AskPaste { align: center middle; background: $ground 70%; }
    AskPaste > Vertical { width: 64; max-width: 100%; height: auto; padding: 1 2; background: $row; }
    AskPaste Sheet { background: $row; }
    """

    def __init__(self, pasted: Pasted, kinds: Sequence[Kind], kind: str, words: Texts) -> None:
        """`kinds` are those that can be chosen; none where the question asks for none. `kind` is the one it would be."""
        super().__init__()
        said = words.pasting
        self._answers = {"lines": (said.by_line(len(pasted.notes)), pasted.notes)}
        if pasted.is_wrapped:
            self._answers["joined"] = (said.joined(len(pasted.joined)), pasted.joined)
        self._answers["text"] = (said.as_text, ())
        self._chosen = "lines"
        initials = {text[:1].lower(): way for way, (text, _notes) in self._answers.items()}
        self._reply = Reply({"j": "lines", "y": "lines"} | initials)
        self._pasted = pasted
        self._kinds = tuple(kinds)
        self._kind = kind
        self._words = words

    def compose(self) -> ComposeResult:
        """The question, what the notes would be, the answers."""
        with Vertical():
            yield Sheet(id="paste-text")

    def on_resize(self) -> None:
        """Set it for the width there is."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """An answer whose first letter is typed is chosen; what is no answer is answered with what can be."""
        if self._reply.hears(event):
            event.stop()
            event.prevent_default()
            self._chosen = self._reply.chosen("lines")
            self._show()

    def action_turn(self, by: int) -> None:
        """Another answer."""
        self._reply.forget()
        ways = list(self._answers)
        self._chosen = ways[(ways.index(self._chosen) + by) % len(ways)]
        self._show()

    def action_kind(self, by: int) -> None:
        """Another kind."""
        ids = [kind.id for kind in self._kinds]
        if self._kind in ids:
            self._kind = ids[(ids.index(self._kind) + by) % len(ids)]
            self._show()

    def action_take(self) -> None:
        """Take the chosen answer; what was typed and is none was meant for somebody else."""
        if not self._reply.is_none:
            self._answer(self._chosen)

    def action_join(self) -> None:
        """Join broken lines, where there are any."""
        if "joined" in self._answers:
            self._answer("joined")

    def action_leave(self) -> None:
        """Have the text in the line."""
        self._answer("text")

    def _answer(self, way: str) -> None:
        self.dismiss(Meant(self._answers[way][1], self._kind))

    def _show(self) -> None:
        width = room_in_box(self.app.size.width)
        notes = self._answers[self._chosen][1] or self._pasted.notes
        said = self._words.pasting
        hint = said.hint_of_kind if self._kinds else said.hint
        if self._reply.is_none:
            hint = said.answer_first
        above = (*text_rows(self._question(len(notes)), width, "heading"), ())
        below = (
            (),
            *(row for way in self._answers for row in self._row(way, width)),
            (),
            *text_rows(hint, width, "warning" if self._reply.is_none else "muted"),
        )
        room = self.app.size.height - _EDGES - len(above) - len(below)
        self.query_one(Sheet).show((*above, *self._beginning(notes, width, max(_LEAST_SHOWN, room)), *below))

    def _question(self, number: int) -> str:
        kind = next((kind.label for kind in self._kinds if kind.id == self._kind), "")
        said = self._words.pasting
        return said.question_of_kind(number).format(kind=kind) if kind else said.question(number)

    def _beginning(self, notes: Sequence[str], width: int, room: int) -> tuple[Row, ...]:
        """The notes, a row each, or as many as there is room for and how many there are besides."""
        shown = len(notes) if len(notes) <= room else room - 1
        rows = [((shortened(" ".join(note.split()), width), "text"),) for note in notes[:shown]]
        left = len(notes) - shown
        return (*rows, *([((self._words.pasting.more(left), "muted"),)] if left > 0 else []))

    def _row(self, way: str, width: int) -> tuple[Row, ...]:
        text, _notes = self._answers[way]
        chosen = way == self._chosen
        mark, tone = ("▸", "heading") if chosen else (" ", "text")
        first = f"{mark} {text[0].upper()}  "
        return text_rows(text, width, tone, first, " " * cell_len(first))
