"""What stands in a note's own words: tags (`#fax`) and owners (`@anna`)."""

from __future__ import annotations

import re

from diskussion_tui.domain.text import folded

_TAG = re.compile(r"(?<!\w)#([\w-]*\w)")
_OWNER = re.compile(r"(?<!\w)@([\w-]*\w)")


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in a text without their sign, in small letters, each once."""
    return _found(_TAG, text)


def owners_of(text: str) -> tuple[str, ...]:
    """The owners named in a text without their sign, in small letters, each once."""
    return _found(_OWNER, text)


def _found(sign: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sign.findall(folded(text))))
