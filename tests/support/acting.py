"""Names that would act on a terminal, for every place where a name can stand, and what of them may come out."""

from __future__ import annotations

import os
import re

from hypothesis import strategies as st

ACTING = (
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]0;titel\x1b\\",
    "\x1b[2J\x1b[31mrött",
    "\x9b2J",
    "\x9d0;x\x9c",
    "\x1bP1$r\x1b\\",
    "gömt\r\nFörfalskad rad",
    "gömt\n2026-05-12  Allt är sparat",
    "en\ttvå",
    "bak\x08\x7flänges",
    "\u202eslutsats\u202c",
    "\u2066inne\u2069",
    "rad\u2028till\u2029till",
    "\x85ny",
    "\x00noll",
)
"""What has taken terminals in: clipboards, titles, screens wiped, rows made up, reading directions."""
NAMES = (*ACTING, os.fsdecode(b"Eker\xf6\xff"))
"""The same and a file's name that is not UTF-8."""

MAY_NOT_COME_OUT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Every control but the line break, other line breaks, reading directions, half characters."""

acting_texts = st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=6)), min_size=1, max_size=4).map(
    "".join
)


def harmless(text: str) -> bool:
    """Whether a text can be written to a terminal and do nothing there."""
    return not MAY_NOT_COME_OUT.search(text)
