"""A query with fields over a folder finds what putting it to every note finds, and says when it had to be lenient."""

from __future__ import annotations

import pytest

from diskussion_tui.domain.analysis.query.finding import find_in
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.said import concluded_in, said_in
from diskussion_tui.domain.session import changes, conclusions
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.library.listing import Library
from tests.support.builders import Group, another


@pytest.fixture
def groups() -> list[Group]:
    """Two discussions: of Botkyrka with hands, a withdrawn note and an action, and of Järva."""
    one, other = Group(name="Botkyrka"), Group(name="Järva 1177")
    first, second, _gone = one.says("1177 svarar inte #tele", "Närakuten stänger", "Fel", kind="bort")
    one.does(changes.support, second, 4)
    one.does(changes.withdraw, _gone)
    one.does(changes.toggle_star, first)
    said = conclusions.Read("A", "Ring regionen", "anna")
    one.does(conclusions.conclude, "01JE8AYGD8W7RQ4T0Z5N9K3M2C", "åtgärd", said)
    other.says("Fler team", "Botkyrka har team", kind="nytt")
    return [one, other]


@pytest.fixture
def library(groups: list[Group], tmp_path) -> Library:
    for number, group in enumerate(groups):
        text = another(Encoder().file(group.session).decode(), number)
        (tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
    made = Library(tmp_path)
    made.refresh()
    return made


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("slag:bort", {"Botkyrka": ["Närakuten stänger", "1177 svarar inte #tele"]}),
        ("1177 botkyrka", {"Botkyrka": ["1177 svarar inte #tele"], "Järva 1177": ["Botkyrka har team"]}),
        ("botkyrka", {"Botkyrka": [], "Järva 1177": ["Botkyrka har team"]}),
        ("botkyrka stöd:>3", {"Botkyrka": ["Närakuten stänger"]}),
        ("stöd:>3 ELLER tagg:tele", {"Botkyrka": ["Närakuten stänger", "1177 svarar inte #tele"]}),
        ("fel", {}),
        ("fel borttagna:ja", {"Botkyrka": ["Fel"]}),
        ("sort:åtgärd", {"Botkyrka": ["Ring regionen"]}),
        ("sort:åtgärd ansvarig:anna", {"Botkyrka": ["Ring regionen"]}),
        ("stjärna:ja", {"Botkyrka": ["1177 svarar inte #tele"]}),
        ('"fler team"', {"Järva 1177": ["Fler team"]}),
        ("team -fler", {"Järva 1177": ["Botkyrka har team"]}),
        ("narakuten", {"Botkyrka": ["Närakuten stänger"]}),
        ("narakuten slag:bort", {"Botkyrka": ["Närakuten stänger"]}),
        ("namn:jarva slag:nytt", {"Järva 1177": ["Botkyrka har team", "Fler team"]}),
    ],
)
def test_a_query_finds_it(asked: str, found: dict[str, list[str]], library: Library, groups: list[Group]):
    query = parse(asked).query
    hits = library.find(query)
    assert {hit.entry.name: [note.text for note in hit.notes] for hit in hits} == found
    assert hits.loose == ("narakuten" in asked or "jarva" in asked)
    every = [one for group in groups for one in (*said_in(group.session), *concluded_in(group.session))]
    assert sorted(one.text for one in find_in(every, query).hits) == sorted(
        text for texts in found.values() for text in texts
    )
    assert sum(hits.tally().values()) == hits.notes


def test_what_was_asked_with_fields_once_is_at_hand_until_a_file_changes(library: Library, tmp_path) -> None:
    query = parse("slag:nytt").query
    assert not library.at_hand_for(query)
    assert library.find(query).notes == 2
    assert library.at_hand_for(query)
    library.refresh()
    assert library.at_hand_for(query) or not library.at_hand
    group = Group(name="Ekerö")
    group.says("Nytt", kind="nytt")
    (tmp_path / "3.toml").write_text(another(Encoder().file(group.session).decode(), 9), encoding="utf-8")
    library.refresh()
    assert not library.at_hand_for(query)
    assert library.find(query).notes == 3
