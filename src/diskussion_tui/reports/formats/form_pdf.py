"""A form as PDF: set by typst, and its boxes made fields that any reader of PDF fills in.

Typst writes for every box a link, with its place on the page, its turn in what a screen reader reads and its turn for the Tab key.
Each link becomes a field here, and its element in the structure a *Form*: no coordinate is known to us. The same form is the same
bytes, and accessible as PDF/UA-1 has it, blank and filled in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diskussion_tui.base.look import OURS
from diskussion_tui.reports.document import Heading, Items, Paragraph
from diskussion_tui.reports.form import Cards, Choice, Lows, Tall
from diskussion_tui.reports.formats.form_fields import Field, with_fields
from diskussion_tui.reports.formats.typesetting import drawn_in, typeset
from diskussion_tui.reports.formats.values import block_values, item_values

if TYPE_CHECKING:
    from diskussion_tui.base.look import Look
    from diskussion_tui.reports.form import Form, FormBlock, Shown

_LONE_DAY = 946_684_800
"""The start of 2000, for whatever must have a time: a form has none, and the same form is the same bytes."""


def form_pdf(form: Form, look: Look = OURS) -> bytes:
    """The form as PDF, with fields where it is to be typed into."""
    fields: list[Field] = []
    told = {
        "title": form.title,
        "subject": form.subject,
        "language": form.language,
        "foot": form.foot,
        "pages": form.pages,
        "hands": form.hands,
        "typed": form.typed,
        "sheets": [[_values(block, fields) for block in sheet] for sheet in form.sheets],
    }
    how = {"format": "pdf", "pdf_standards": ["ua-1"], "timestamp": _LONE_DAY}
    (made,) = typeset("form.typ", {"form": drawn_in(told, set())}, look, **how)
    return with_fields(made, fields, form) if form.typed else made


def _values(block: FormBlock, fields: list[Field]) -> dict[str, Any]:
    """A block as plain values; each box on it gets its number among the `fields`."""
    if isinstance(block, Heading | Paragraph | Items):
        return block_values(block)
    if isinstance(block, Lows):
        return {"type": "lows", "boxes": [_box(one, fields, several=False) for one in block.boxes]}
    if isinstance(block, Choice):
        return _choice(block, fields)
    if isinstance(block, Tall):
        boxes = [_box(one, fields, several=True) for one in block.boxes]
        return {
            "type": "tall",
            "boxes": boxes,
            "share": block.share,
            "least": block.least,
            "across": block.across,
        }
    if isinstance(block, Cards):
        cards = [
            {"heading": one.heading, "note": one.note, "items": [item_values(item) for item in one.items]}
            for one in block.cards
        ]
        return {"type": "cards", "heading": block.heading, "invitation": block.invitation, "cards": cards}
    raise TypeError(type(block))


def _box(shown: Shown, fields: list[Field], *, several: bool) -> dict[str, Any]:
    fields.append(Field(shown.box.name, shown.tip, shown.value, several=several))
    return {
        "number": len(fields) - 1,
        "label": shown.label,
        "sign": shown.sign,
        "role": shown.role,
        "hands": shown.hands,
    }


def _choice(block: Choice, fields: list[Field]) -> dict[str, Any]:
    options = []
    for one in block.options:
        fields.append(Field(block.shown.box.name, block.shown.tip, block.shown.value, one.id, one.tip))
        options.append({"number": len(fields) - 1, "label": one.label})
    return {"type": "choice", "label": block.shown.label, "options": options}
