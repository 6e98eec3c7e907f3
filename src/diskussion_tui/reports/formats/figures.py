"""Figures as pictures, for files that cannot draw them as PDF and HTML do: the same drawing, by the same template."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from diskussion_tui.reports.document import Bars, Map
from diskussion_tui.reports.formats.typesetting import drawn_in, typeset
from diskussion_tui.reports.formats.values import block_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diskussion_tui.base.look import Look
    from diskussion_tui.reports.document import Document

_PIXELS_AN_INCH = 160.0


def pictures(document: Document, look: Look) -> Mapping[Bars | Map, bytes]:
    """The PNG of each figure of a document; none without the typesetter, where the figures are told in words."""
    figures = tuple(dict.fromkeys(block for block in document.blocks if isinstance(block, Bars | Map)))
    return _drawn(figures, look) if figures and find_spec("typst") else {}


def size_of(picture: bytes) -> tuple[int, int]:
    """How many pixels a PNG is wide and high, as its head says."""
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")


@lru_cache(maxsize=1)  # Word and Excel have the same
def _drawn(figures: tuple[Bars | Map, ...], look: Look) -> Mapping[Bars | Map, bytes]:
    told = drawn_in([block_values(one) for one in figures], set())
    pages = typeset("figure.typ", {"figures": told}, look, format="png", ppi=_PIXELS_AN_INCH)
    return dict(zip(figures, pages, strict=True))
