"""Groups to be compared, asked for at home: by a field and two of its values, or by two searches. What stands in the line holds for both."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.order import swedish
from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.analysis.query.grammar import field_of
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.query.spelling import condition_spelled
from diskussion_tui.reports.queries import told
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.dialogs.form import Asked, Form
from diskussion_tui.tui.home import wishes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diskussion_tui.tui.home.searching import Searching

_ONE, _OTHER = "one", "other"
_OWN = "own"
_FEWEST = 2
"""A field of fewer values makes no groups."""


class Field(NamedTuple):
    """What groups are made by: what it is called, and what each group is called with the query that finds it and how many it has."""

    key: str
    name: str
    groups: tuple[tuple[str, str, str], ...]


async def compare_groups(home: Searching) -> None:
    """Ask for two groups, and want them compared."""
    fields = {one.key: one for one in _fields(home) if len(one.groups) >= _FEWEST}
    said = home.words.comparing
    offered = [
        Choice(one.key, one.name, home.words.comparing.groups(len(one.groups))) for one in fields.values()
    ]
    chosen = await home.ask(Chooser(said.groups_title, [*offered, Choice(_OWN, said.groups_own)], home.words))
    if not chosen:
        return
    found = await (_by_searches(home) if chosen == _OWN else _by_field(home, fields[chosen]))
    if found:
        home.post_message(wishes.CompareGroups(found))


async def _by_field(home: Searching, field: Field) -> tuple[str, ...]:
    said, chosen = home.words.comparing, ""
    queries: list[str] = []
    for title in (said.groups_which, said.groups_other):
        left = [
            Choice(query, name, beside, titled=True)
            for name, query, beside in field.groups
            if query != chosen
        ]
        chosen = await home.ask(Chooser(title.format(field=field.name), left, home.words)) or ""
        if not chosen:
            return ()
        queries.append(f"{home.typed} {chosen}".strip())
    return tuple(queries)


async def _by_searches(home: Searching) -> tuple[str, ...]:
    said = home.words.comparing
    asked = [
        Asked(_ONE, said.groups_one, home.typed, said.groups_example),
        Asked(_OTHER, said.groups_two, "", said.groups_example),
    ]

    def wrong(given: dict[str, str]) -> str:
        for value in map(clean_line, given.values()):
            problem = parse(value, home.seeking.known).problem
            if problem or not value:
                return told(problem, home.words) if problem else said.groups_none
        return ""

    given = await home.ask(Form(said.groups_form, asked, home.words, wrong))
    return tuple(clean_line(given[one]) for one in (_ONE, _OTHER)) if given else ()


def _fields(home: Searching) -> Iterator[Field]:
    words, entries = home.words, [entry for entry in home.folder.entries if not entry.fault]
    language = words.language

    def groups(key: str, counted: Counter[str]) -> tuple[tuple[str, str, str], ...]:
        return tuple(
            (value, condition_spelled(key, (value,), language), words.terms.sessions(counted[value]))
            for value in sorted(counted, key=swedish)
            if value
        )

    yield Field("unit", words.terms.unit, groups("unit", Counter(one.unit for one in entries)))
    places = home.looking.values_of("place", lambda: None)
    named = tuple((value, condition_spelled("place", (value,), language), "") for value in places)
    yield Field("place", words.terms.place, named)
    years = Counter(str(one.date.year) for one in entries if one.date)
    begins, ends = (field_of(key).called(language) for key in ("from", "to"))
    by_year = tuple(
        (year, f"{begins}:{year} {ends}:{year}", words.terms.sessions(years[year]))
        for year in sorted(years, reverse=True)
    )
    yield Field("year", words.comparing.groups_year, by_year)
    yield Field(
        "workbook", words.terms.workbook, groups("workbook", Counter(one.workbook for one in entries))
    )
