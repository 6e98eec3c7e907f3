"""What the typist says: random Swedish sentences, each with a token that no other text has.

The token stands first, so that it is seen on the screen even where a column cuts the rest of a note off.
"""

import random
import re
import string

TOKEN = re.compile(r"zq[0-9a-z]{8}")
"""How a text is known again on the screen and on the disk."""

_LETTERS = string.digits + string.ascii_lowercase
_WORDS = [
    "hemsjukvård",
    "dygnet",
    "runt",
    "färre",
    "dubbla",
    "remisser",
    "en",
    "ingång",
    "för",
    "alla",
    "mobila",
    "team",
    "på",
    "kvällar",
    "över",
    "länsgränsen",
    "närakuten",
    "håller",
    "öppet",
    "längre",
    "äldre",
    "patienter",
    "vårdplatser",
    "faxen",
    "bort",
    "köer",
    "kortas",
    "ansvar",
    "följer",
    "patienten",
]
_ODD = (
    '"""',
    "[[notes]]",
    "# crc32 00000000",
    "\\u0041",
    "50 %",
    "”så”",
    "å̈",
    "👩‍👩‍👧",
    "漢字",
    "at = 2026-05-12",
    "{n}",
    "[/]",
)
"""Pieces that have hurt files and screens; none of them ends a text, where blanks would be taken off."""


def token(dice: random.Random) -> str:
    """Return a token that has not been used."""
    return "zq" + "".join(dice.choices(_LETTERS, k=8))


def sentence(dice: random.Random) -> str:
    """Return some words; now and then one of the odd pieces stands among them."""
    words = dice.choices(_WORDS, k=dice.randint(1, 12))
    if dice.random() < 0.15:
        words.insert(dice.randrange(len(words)), dice.choice(_ODD))
    return " ".join(words)
