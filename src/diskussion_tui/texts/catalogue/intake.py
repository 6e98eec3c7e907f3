"""The words of what comes back: one verdict a file, why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.texts.catalogue.base import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diskussion_tui.texts.catalogue.base import Plural
    from diskussion_tui.texts.catalogue.reasons import Reasons


class Intake(Words):
    """What is said of each file that is read in.

    `verdicts` are the words of the verdicts by code, `verdicts_many` those that are another word of several files. `whys` are sentences by `code` or `code_why`, with blanks for the facts of it.
    `remedies` say, once for each verdict that there was, what can be done. `lost` are by the sort of file.
    `progress` has `{done}` and `{all}`, `summary` has `{counts}`, `drafted` has `{file}`, `no_such` has `{file}`, `wrong_day` has `{given}`.
    `added`, `altered` and `taken_back` count notes, `unread` counts lines of a file, with the first of them as `{first}`; `left_out` counts notes that stood at `{where}`; `telling` counts notes with personal data.
    """

    reasons: Reasons
    verdicts: tuple[tuple[str, str], ...]
    verdicts_many: tuple[tuple[str, str], ...]
    whys: tuple[tuple[str, str], ...]
    remedies: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, str], ...]
    notes: Plural
    added: Plural
    altered: Plural
    taken_back: Plural
    nothing_new: str
    unread: Plural
    left_out: Plural
    telling: Plural
    progress: str
    summary: str
    interrupted: str
    drafted: str
    draft_comment: str
    draft_place: str
    nothing_given: str
    no_such: str
    none_found: str
    one_only: str
    wrong_day: str
    missing: str

    def verdict(self, code: str, many: int = 1) -> str:
        """The word of a verdict, of so many files."""
        one = dict(self.verdicts)[code]
        return one if many == 1 else dict(self.verdicts_many).get(code, one)

    def why(self, code: str, why: str, facts: Mapping[str, str]) -> str:
        """Why a file has a verdict; empty where the verdict says it all."""
        known = dict(self.whys)
        sentence = known.get(f"{code}_{why}", known.get(code, ""))
        said = {"why": self.reasons.of(facts["why"])} if "why" in facts else {}
        return sentence.format(**{**facts, **said}, more=self._more(facts))

    def _more(self, facts: Mapping[str, str]) -> str:
        """What a file did to the notes of a discussion that was here already."""
        ways = (("added", self.added), ("altered", self.altered), ("taken_back", self.taken_back))
        told = [way(int(facts[name])) for name, way in ways if facts.get(name, "0") != "0"]
        return ", ".join(told) or self.nothing_new

    def remedy(self, code: str) -> str:
        """What can be done about a verdict; empty where there is nothing to be done."""
        return dict(self.remedies).get(code, "")
