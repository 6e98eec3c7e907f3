"""A few fields to fill in: a new discussion's name, the details of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from diskussion_tui.base.value import dataclass
from diskussion_tui.tui.chrome import rule
from diskussion_tui.tui.dialog_keys import KEYS
from diskussion_tui.tui.rows import text_rows
from diskussion_tui.tui.widgets.field import Field
from diskussion_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.rows import Row


@dataclass(frozen=True, slots=True)
class Asked:
    """A field: its id, what it is called, what stands in it, an example, and how many characters it takes."""

    id: str
    label: str
    value: str = ""
    example: str = ""
    longest: int = 300


class Form(ModalScreen["dict[str, str] | None"]):
    """Fields below each other. Enter goes to the next and, in the last, is done; answers None where it was left.

    `wrong` says, in the user's words, what is wrong with the values; empty where nothing is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(KEYS["close"], "leave", show=False),
        Binding(KEYS["done"], "done", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("up,shift+tab", "move(-1)", show=False),
    ]

    DEFAULT_CSS = """
    Form { align: center middle; background: $ground; }
    Form > Vertical { width: 72; max-width: 100%; height: auto; padding: 0 2; }
    Form Horizontal { height: 1; }
    Form Horizontal Field { width: 1fr; }
    Form .form-label { margin: 1 0 0 0; }
    Form Horizontal .form-label { margin: 0; width: 26; }
    Form #form-title { margin: 0 0 1 0; }
    Form #form-wrong { margin: 1 0; min-height: 1; }
    """

    def __init__(
        self, title: str, fields: Sequence[Asked], words: Texts, wrong: Callable[[dict[str, str]], str]
    ) -> None:
        super().__init__()
        self._title = title
        self._fields = tuple(fields)
        self._words = words
        self._wrong = wrong

    def compose(self) -> ComposeResult:
        """Title, fields, what is wrong, keys."""
        with Vertical():
            yield Sheet(id="form-title")
            for field in self._fields:
                if len(self._fields) == 1:
                    yield from self._labelled(field)
                else:  # beside each other: a discussion has more details than a small terminal has pairs of lines
                    with Horizontal():
                        yield from self._labelled(field)
            yield Sheet(id="form-wrong")
            yield Sheet(id="form-keys")

    def _labelled(self, field: Asked) -> Iterator[Sheet | Field]:
        yield Sheet(id=f"label-{field.id}", classes="form-label")
        yield Field(
            field.value,
            placeholder=field.example,
            max_length=field.longest,
            replaced=True,
            id=f"field-{field.id}",
        )

    def on_mount(self) -> None:
        """Write in the first field at once."""
        self.query_one("#form-title", Sheet).show((((self._title, "heading"),), rule(68)))
        for field in self._fields:
            self.query_one(f"#label-{field.id}", Sheet).show(self._label(field))
        self.query_one("#form-keys", Sheet).show((rule(68), *self._told(self._hint)))
        self.query(Field).first().focus()

    def _label(self, field: Asked) -> tuple[Row, ...]:
        """What a field is called; one that stands alone has room for a sentence, on as many lines as it takes."""
        if len(self._fields) > 1:
            return (((field.label, "muted"),),)
        return self._told(field.label)

    def _told(self, text: str) -> tuple[Row, ...]:
        """A sentence below the others, on as many lines as it takes."""
        return text_rows(text, min(68, self.app.size.width - 4), "muted")

    def on_input_submitted(self) -> None:
        """Enter: the next field, or done."""
        fields = list(self.query(Field))
        if self.focused is fields[-1]:
            self.action_done()
        else:
            self.action_move(1)

    @property
    def _hint(self) -> str:
        words = self._words.dialogs
        return words.form_hint if len(self._fields) > 1 else words.form_hint_one

    def action_move(self, fields: int) -> None:
        """To another field."""
        if fields > 0:
            self.focus_next(Field)
        else:
            self.focus_previous(Field)

    def action_done(self) -> None:
        """Answer with the values, unless something is wrong with them."""
        values = {field.id: self.query_one(f"#field-{field.id}", Field).value for field in self._fields}
        wrong = self._wrong(values)
        if wrong:
            self.query_one("#form-wrong", Sheet).show(text_rows(wrong, 66, "warning"))
            return
        self.dismiss(values)

    def action_leave(self) -> None:
        """Leave things as they are."""
        self.dismiss(None)
