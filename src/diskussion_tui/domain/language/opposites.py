"""Words that turn what is said into its opposite: two notes that share all but these must never be taken for alike.

A table of both languages of the program, for it cannot know in which of them a group speaks. A word ending in `-` stands for
all that begin so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from diskussion_tui.base.text import folded

_PAIRS = (
    ("fler flera flest", "färre få färst minst"),
    ("mer mera mest", "mindre minst minska-"),
    ("öka- ökning- höj- utök-", "minska- minskning- sänk- krymp-"),
    ("större störst förstora-", "mindre minst förminska-"),
    ("in införa- inför införd-", "ut utför utföra- avskaffa-"),
    ("bort slopa- avskaffa- avveckla- skrota-", "behåll- bevara- kvar införa- inför"),
    ("stäng- nedlägg-", "öppn- öppet öppen"),
    ("bygg- uppför-", "riv rivs riva rivning-"),
    ("centralisera- centralt central samla-", "decentralisera- decentral- lokalt sprid-"),
    ("börja- starta- påbörja-", "sluta- avsluta- upphör-"),
    ("längre längst förläng-", "kortare kortast förkorta-"),
    ("högre högst", "lägre lägst"),
    ("snabbare snabba-", "långsammare sakta-"),
    ("tidigare", "senare"),
    ("före innan", "efter"),
    ("upp", "ner ned"),
    ("frivillig-", "obligatorisk- tvingande"),
    ("offentlig-", "privat-"),
    ("digital-", "fysisk-"),
    ("more most", "fewer less least"),
    ("many", "few"),
    ("increas- raise- expand- grow-", "decreas- reduc- lower- shrink- cut"),
    ("larger bigger", "smaller"),
    ("longer", "shorter"),
    ("higher", "lower"),
    ("faster", "slower"),
    ("earlier", "later"),
    ("close closed closing shut-", "open opened opening"),
    ("build- construct-", "demolish-"),
    ("keep- retain-", "remov- drop scrap- abolish- phase"),
    ("start- begin-", "stop- end"),
    ("centralis- centraliz- central", "decentralis- decentraliz- local locally"),
    ("in", "out"),
    ("up", "down"),
    ("before", "after"),
    ("voluntary optional", "mandatory compulsory"),
    ("public", "private"),
    ("digital", "physical"),
)
_DENIED = (-1, True)
_NOT = frozenset(
    [
        "inte",
        "ej",
        "icke",
        "ingen",
        "inga",
        "inget",
        "aldrig",
        "utan",
        "not",
        "no",
        "never",
        "without",
        "don't",
        "cannot",
    ]
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def opposed(one: str, other: str) -> bool:
    """Whether one text says the opposite of the other: one denies what the other does not, or each has one word of a pair."""
    first, second = _sides(one), _sides(other)
    if (_DENIED in first) != (_DENIED in second):
        return True
    only_first, only_second = first - second, second - first
    return any((pair, not side) in only_second for pair, side in only_first)


def words_in(text: str) -> list[str]:
    """The words of a text, whatever the case."""
    return _WORD.findall(folded(text))


def _sides(text: str) -> frozenset[tuple[int, bool]]:
    """Which pairs a text has a word of, and on which side; and whether it denies something."""
    return frozenset(side for word in words_in(text) for side in _sides_of(word))


@lru_cache(maxsize=4_096)
def _sides_of(word: str) -> tuple[tuple[int, bool], ...]:
    if word in _NOT:
        return (_DENIED,)
    return tuple(
        (pair, bool(side))
        for pair, sides in enumerate(_PAIRS)
        for side, known in enumerate(sides)
        if any(word.startswith(one[:-1]) if one.endswith("-") else word == one for one in known.split())
    )
