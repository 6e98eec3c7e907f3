"""Every word the program itself says, a field of a frozen dataclass per language, so that a missing one is a type error."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue import Texts

LANGUAGES = ("sv", "en")


def words(language: str) -> Texts:
    """The words of a language; Swedish where the language is not one of ours."""
    if language == "en":
        from diskussion_tui.texts.en import ENGLISH

        return ENGLISH
    from diskussion_tui.texts.sv import SWEDISH

    return SWEDISH
