"""The words of a meeting's notes: a theme drawn after what the unit cares about and what the section asks, then a sentence."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from tools.corpus.grammar import sayings, themes
from tools.corpus.speech import again, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from tools.corpus.grammar import Theme
    from tools.corpus.units import Unit

_IN_SECTION = {
    "A": {"forebyggande": 3, "egenvard": 2, "aldre": 2, "psykisk-halsa": 2, "kontinuitet": 2},
    "B": {"digitalt": 4, "tillganglighet": 3, "narhet": 2, "it-system": 2, "egenvard": 2},
    "C": {"bemanning": 3, "remisser": 3, "kontinuitet": 2, "narhet": 2, "akut": 1.5},
    "D": {"samordning": 5, "ekonomi": 3, "ledning": 2, "it-system": 3, "remisser": 2},
}  # fmt: skip
"""Which themes a section draws out, beyond the usual 1."""
_COMMON = {
    "kontinuitet": 1.6,
    "samordning": 1.4,
    "tillganglighet": 1.3,
    "information": 0.7,
    "akut": 0.6,
    "": 0.8,
}
_NARROW = 0.45
"""A single meeting dwells on some themes and hardly touches others: so much weight the others keep."""


class Drawn:
    """Words drawn for one meeting."""

    def __init__(self, unit: Unit, dice: Random) -> None:
        self._unit, self._dice = unit, dice
        self._dwells = set(dice.sample([one.id for one in themes()], 7))
        self._sayings: dict[tuple[str, str], Iterator[str]] = {}
        self._themes: dict[str, str] = {}
        self._weights: dict[str, list[float]] = {}

    def note(self, section: str, kind: str) -> str:
        """A note of a section and kind."""
        key = (self.drawn(section), kind)
        found = self._sayings.get(key)
        if found is None:
            theme = next(one for one in themes() if one.id == key[0])
            found = self._sayings[key] = sayings(theme, kind, self._dice)
        return self.known(said(next(found), self._dice), key[0])

    def repeated(self, before: str) -> str:
        """The same thing said once more."""
        return self.known(again(before, self._dice), self._themes[before])

    def theme(self, text: str) -> str:
        """The theme that a text was made from."""
        return self._themes[text]

    def drawn(self, section: str) -> str:
        """The id of a theme, drawn as often as it comes up."""
        return self._dice.choices(themes(), cum_weights=self._weighed(section))[0].id

    def known(self, text: str, theme: str) -> str:
        """The text, whose theme is known from now on."""
        self._themes[text] = theme
        return text

    def _weighed(self, section: str) -> list[float]:
        found = self._weights.get(section)
        if found is None:
            each = [
                weight(one, self._unit, section) * (1 if one.id in self._dwells else _NARROW)
                for one in themes()
            ]
            found = self._weights[section] = list(accumulate(each))
        return found


def weight(theme: Theme, unit: Unit, section: str) -> float:
    """How likely a theme is, among the others, in a section at a unit."""
    return _COMMON.get(theme.id, 1) * unit.cares.get(theme.id, 1) * _of_sections()[section].get(theme.id, 1)


@cache
def _of_sections() -> dict[str, dict[str, float]]:
    return {section: dict(those) for section, those in _IN_SECTION.items()}
