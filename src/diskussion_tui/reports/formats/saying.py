"""What a document says of itself where it is not all that it should be, at its end and in the language that it is in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.reports.document import Paragraph

if TYPE_CHECKING:
    from diskussion_tui.reports.document import Document
    from diskussion_tui.texts.catalogue import Texts

_MOST_OF_WHY = 300
"""Characters that are told of why something was refused."""


class Said(NamedTuple):
    """Sentences: `replaced`, with `{signs}`, of those that no font draws; the others with `{why}`.

    `unfit` says that it keeps to no standard, `no_logo` and `no_template` that it was made without them.
    """

    replaced: str = ""
    unfit: str = ""
    no_logo: str = ""
    no_template: str = ""


SILENT = Said()


def said_in(words: Texts) -> Said:
    """The sentences in a language."""
    said = words.report
    return Said(said.replaced, said.unfit, said.no_logo, said.no_template)


def ending(document: Document, sentence: str, why: str) -> Document:
    """The document with one of them at its end."""
    told = sentence.format(why=" ".join(why.split())[:_MOST_OF_WHY])
    return replace(document, blocks=(*document.blocks, Paragraph(told, "quiet")))
