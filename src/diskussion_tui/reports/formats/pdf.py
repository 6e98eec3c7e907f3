"""A document as PDF that a screen reader can read and an archive can keep: PDF/UA-1 and PDF/A-2a at once, made by typst.

Typst refuses what would break either standard, so a template that did could not be kept. The fonts are our own: the same document is
the same bytes on every machine. The data that it was made of can lie within, so that nothing is lost where only the PDF is left.
"""

from __future__ import annotations

import datetime as dt
import json
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from diskussion_tui.base.look import OURS
from diskussion_tui.reports.formats.signs import drawn
from diskussion_tui.reports.formats.values import look_values, values

if TYPE_CHECKING:
    from diskussion_tui.base.look import Look
    from diskussion_tui.reports.document import Document

_STANDARDS: Any = ["ua-1", "a-2a"]
_CARRYING: Any = ["ua-1", "a-3a"]
"""What a document keeps to, and one that carries a file: only the third part of PDF/A lets it."""
_PLAIN: Any = ["1.7"]
_MOST_OF_WHY = 300
"""Characters that are told of why the standards refuse a document."""


class Said(NamedTuple):
    """What a document says of itself: `replaced`, with `{signs}`, of those that no font draws; `unfit`, with `{why}`, that it keeps to no standard."""

    replaced: str
    unfit: str


class Attached(NamedTuple):
    """A text that lies in a document: the name of its file, and what it is in words."""

    name: str
    text: str
    said: str


class RefusedPdfError(Exception):
    """The typesetter sets a document neither as the standards have it nor without them; `why` is its own word."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def pdf(document: Document, said: Said, attached: Attached | None = None, look: Look = OURS) -> bytes:
    """The document as PDF. One that the standards refuse is set without them and says so. Raises `RefusedPdfError`."""
    told_of = template_values(document, said, attached, look)
    try:
        return _compiled(told_of, document, look, _CARRYING if attached else _STANDARDS)
    except RefusedPdfError as refused:
        why = " ".join(drawn(refused.why).text.split())[:_MOST_OF_WHY]
    unfit = {"type": "paragraph", "tone": "quiet", "text": said.unfit.format(why=why)}
    return _compiled({**told_of, "blocks": [*told_of["blocks"], unfit]}, document, look, _PLAIN)


def template_values(document: Document, said: Said, attached: Attached | None, look: Look) -> dict[str, Any]:
    """The document as the template takes it, with a sentence of the signs that no font draws."""
    told: set[str] = set()
    told_of = _drawn({**values(document), "look": look_values(look)}, told)
    if told:
        signs = ", ".join(f"[U+{ord(one):04X}]" for one in sorted(told))
        told_of["blocks"].append(
            {"type": "paragraph", "tone": "quiet", "text": said.replaced.format(signs=signs)}
        )
    logo = look.logo
    told_of["logo"] = (
        {"data": list(logo.data), "kind": logo.kind, "said": drawn(logo.said).text} if logo else None
    )
    told_of["data"] = attached._asdict() if attached else None
    return told_of


def _compiled(told_of: dict[str, Any], document: Document, look: Look, standards: Any) -> bytes:  # noqa: ANN401 - as typst takes them
    import typst

    here = files("diskussion_tui.reports.formats")
    with as_file(here / "report.typ") as template, as_file(here / "fonts") as fonts:
        try:
            made = typst.compile(
                str(template),
                root=str(template.parent),
                font_paths=[str(fonts), *sorted({str(Path(one).parent) for one in look.fonts})],
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"document": json.dumps(told_of, ensure_ascii=False)},
                pdf_standards=standards,
                timestamp=_moment(document),
            )
        except typst.TypstError as error:
            raise RefusedPdfError(str(error.args[0])) from error
    if not isinstance(made, bytes):  # several pages are only apart as pictures
        raise TypeError(type(made))
    return made


def drawn_in(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Values with every text as the fonts can draw it."""
    return _drawn(value, set())


def _moment(document: Document) -> int:
    """When the document says it was made: the day it is of, so that the same input gives the same bytes."""
    return int(dt.datetime.combine(document.date, dt.time(), dt.UTC).timestamp())


def _drawn(value: Any, told: set[str]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The same values with every text as the fonts can draw it; `told` takes the signs that they cannot."""
    if isinstance(value, str):
        text, missing = drawn(value)
        told |= missing
        return text
    if isinstance(value, list):
        return [_drawn(one, told) for one in value]
    if isinstance(value, dict):
        return {name: _drawn(one, told) for name, one in value.items()}
    return value
