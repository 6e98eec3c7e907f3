"""A sign before what somebody typed: it chooses a kind, or belongs to what was said.

One rule for every way in where a kind can be chosen: before words, with at most one blank between, the sign of a kind chooses it
(`+ mer tid`, `-fax`); before a number it is a minus, a country code or a comparison (`-5 grader`, `+46`, `> 65 år`), and so is
what any other sign stands before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_LED = re.compile(r"\s*(\S)[ \u00a0]?(?=[^\W\d_])")


def led_by(text: str, signs: Container[str]) -> tuple[str, str]:
    """The sign that chooses a kind for a text, and the text without it; an empty sign and the whole text where none does."""
    found = _LED.match(text)
    if found is None or found[1].casefold() not in signs or found[1].isalnum():
        return "", text
    return found[1].casefold(), text[found.end() :]
