"""Every word the program itself says, in rooms: `catalogue` says which there are, and each language fills them."""

from __future__ import annotations

from diskussion_tui.base.languages import LANGUAGES
from diskussion_tui.texts.catalogue import Texts

__all__ = ["LANGUAGES", "Texts", "words"]

_SPOKEN = {language: Texts(language) for language in LANGUAGES}


def words(language: str) -> Texts:
    """The words of a language; of the first where the language is not one of ours."""
    return _SPOKEN.get(language) or _SPOKEN[LANGUAGES[0]]
