"""The languages there are: in this one place, for the program's own words and for what workbooks are written in."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["sv", "en"]
LANGUAGES: tuple[str, ...] = get_args(Language)
"""The one that is spoken where none is asked for comes first."""
