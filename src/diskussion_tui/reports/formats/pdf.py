"""A document as PDF that a screen reader can read and an archive can keep: PDF/UA-1 and PDF/A-2a at once, made by typst.

Typst refuses what would break either standard, so a template that did could not be kept. The fonts are our own: the same document is
the same bytes on every machine. The data that it was made of can lie within, so that nothing is lost where only the PDF is left.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from diskussion_tui.base.look import OURS
from diskussion_tui.reports.document import Document
from diskussion_tui.reports.formats.saying import SILENT, Said, ending
from diskussion_tui.reports.formats.signs import drawn
from diskussion_tui.reports.formats.typesetting import RefusedPdfError, drawn_in, texts_in, typeset
from diskussion_tui.reports.formats.values import values

if TYPE_CHECKING:
    from diskussion_tui.base.look import Look

STANDARDS: Any = ["ua-1", "a-2a"]
_CARRYING: Any = ["ua-1", "a-3a"]
"""What a document keeps to, and one that carries a file: only the third part of PDF/A lets it."""
_PLAIN: Any = ["1.7"]
_LONG = re.compile(r"\S{28}")
"""A word that may be wider than its column. The template breaks words of this length, and no shorter ones."""


class Attached(NamedTuple):
    """A text that lies in a document: the name of its file, and what it is in words."""

    name: str
    text: str
    said: str


def pdf(document: Document, said: Said, attached: Attached | None = None, look: Look = OURS) -> bytes:
    """The document as PDF. A logo that is refused is left out, and one that the standards refuse is set without them; both say so. Raises `RefusedPdfError`."""
    try:
        return compiled(document, look, _CARRYING if attached else STANDARDS, said, attached)
    except RefusedPdfError as error:
        refused = error
    if look.logo and (why := logo_refused(look)):
        bare = replace(look, logo=None)
        return pdf(ending(document, said.no_logo, why), said, attached, bare)
    return compiled(ending(document, said.unfit, refused.why), look, _PLAIN, said, attached)


def logo_refused(look: Look) -> str:
    """Why a PDF that keeps to the standards cannot have the logo of a look; empty where it can."""
    nothing = Document("–", "sv", dt.date(2000, 1, 1), (), "", "–", "–", "{page}{pages}")
    try:
        compiled(nothing, replace(OURS, logo=look.logo), STANDARDS)
    except RefusedPdfError as error:
        return error.why
    return ""


def template_values(document: Document, said: Said, attached: Attached | None, look: Look) -> dict[str, Any]:
    """The document as the template takes it, with a sentence of the signs that no font draws."""
    told: set[str] = set()
    told_of = drawn_in({**values(document), "cover": look.cover}, told)
    if told:
        signs = ", ".join(f"[U+{ord(one):04X}]" for one in sorted(told))
        told_of["blocks"].append(
            {"type": "paragraph", "tone": "quiet", "text": said.replaced.format(signs=signs)}
        )
    told_of["long"] = any(map(_LONG.search, texts_in(told_of)))
    logo = look.logo
    told_of["logo"] = (
        {"data": list(logo.data), "kind": logo.kind, "said": drawn(logo.said).text} if logo else None
    )
    told_of["data"] = attached._asdict() if attached else None
    return told_of


def compiled(
    document: Document,
    look: Look,
    standards: Any,  # noqa: ANN401 - as typst takes them
    said: Said = SILENT,
    attached: Attached | None = None,
) -> bytes:
    """The document as PDF by some standards and no others. Raises `RefusedPdfError`."""
    how = {"format": "pdf", "pdf_standards": standards, "timestamp": _moment(document)}
    told_of = template_values(document, said, attached, look)
    (made,) = typeset("report.typ", {"document": told_of}, look, **how)
    return made


def _moment(document: Document) -> int:
    """When the document says it was made: the day it is of, so that the same input gives the same bytes."""
    return int(dt.datetime.combine(document.date, dt.time(), dt.UTC).timestamp())
