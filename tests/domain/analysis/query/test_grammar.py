"""What can be written in a query, in both languages, and what each of it finds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from diskussion_tui.domain.analysis.query.completing import goes_on, held, narrowed, without
from diskussion_tui.domain.analysis.query.finding import find_in
from diskussion_tui.domain.analysis.query.nodes import Is, Text
from diskussion_tui.domain.analysis.query.parsing import parse
from diskussion_tui.domain.analysis.query.vocabulary import Named, Vocabulary
from diskussion_tui.domain.analysis.said import Discussion, Said
from diskussion_tui.reports.queries import told
from diskussion_tui.texts import words

BOTKYRKA = Discussion(
    "01",
    "Kommundialog Botkyrka",
    dt.date(2026, 5, 12),
    "fastställd",
    "vardens-struktur",
    unit="Primärvård Södra",
    place="Hallunda",
    registry_number="RS 2026-0114",
    verdicts={"B.1": "delvis"},
)
NOTES = {
    "fax": Said(
        BOTKYRKA, "n1", "B.2", "avveckla", "Bort med faxen #fax @anna", supporters=4, table="3", star=True
    ),
    "1177": Said(BOTKYRKA, "n2", "B.2", "vidareutveckla", "1177 som enda ingång", supporters=2, dissent=True),
    "närakut": Said(BOTKYRKA, "n3", "A.3", "", "Närakuten nära hemmet, kl 12:30", places=("akut/Närakuter",)),
    "parkerad": Said(BOTKYRKA, "n4", "B.2", "", "Sedan", parked=True),
    "borttagen": Said(BOTKYRKA, "n5", "B.2", "", "Nej", withdrawn=True),
    "åtgärd": Said(BOTKYRKA, "n6", "B", "", "Ring regionen", sort="åtgärd", owner="Bo Ek"),
    "medskick": Said(BOTKYRKA, "n7", "", "", "Hela vägen", sort="medskick"),
}
NOTES_IN_FORCE = {"fax", "1177", "närakut"}


def found(asked: str) -> set[str]:
    """Which of the notes a query finds; it must be one that can be read."""
    parsed = parse(asked)
    assert parsed.problem is None, parsed
    return {
        name for name, note in NOTES.items() if parsed.query.matches(note, lambda one: THEMES.get(one.id, ()))
    }


THEMES = {"n1": ("kontinuitet",), "n2": ("fax och brev",)}


@pytest.mark.parametrize(
    ("swedish", "english", "finds"),
    [
        ("fax", "fax", {"fax"}),
        ("FAXEN bort", "bort FAXEN", {"fax"}),
        ("akut", "akut", {"närakut"}),
        ("1177 botkyrka", "botkyrka 1177", {"1177"}),
        ("botkyrka", "botkyrka", NOTES_IN_FORCE),
        ('"bort med"', "“bort  med”", {"fax"}),
        ('"ort med"', '"ort med"', set()),
        ('"som enda" -1177', '"som enda" -1177', set()),
        ("fax ELLER 1177", "fax OR 1177", {"fax", "1177"}),
        ("fax eller 1177", "fax or 1177", set()),
        ("fax ELLER 1177 stöd:>3", "fax OR 1177 support:>3", {"fax"}),
        ("-fax", "-fax", {"1177", "närakut"}),
        ("-(fax ELLER 1177)", "-(fax OR 1177)", {"närakut"}),
        ("(fax stöd:9) ELLER 1177", "(fax support:9) OR 1177", {"1177"}),
        ("del:B", "part:b", {"fax", "1177"}),
        ("del:A,B", "part:A,B", NOTES_IN_FORCE),
        ("fråga:B.2", "question:b2", {"fax", "1177"}),
        ("fråga:A", "question:a", {"närakut"}),
        ("slag:avveckla", "kind:phase-out", {"fax"}),
        ("slag:-", "kind:−", {"fax"}),
        ("slag:>", "kind:›", {"1177"}),
        ("slag:vid", "kind:develop-further", {"1177"}),
        ("slag:ingen", "kind:none", {"närakut"}),
        ("tagg:fax", "tag:FAX", {"fax"}),
        ("tagg:fa", "tag:fa", set()),
        ("tagg:ingen", "tag:none", {"1177", "närakut"}),
        ("ansvarig:anna", "owner:ann", {"fax"}),
        ("bord:3", "table:3", {"fax"}),
        ("kompass:närakuter", "compass:NÄRAKUT", {"närakut"}),
        ("kompass:akut", "compass:akut", {"närakut"}),
        ("tema:kontinuitet", "theme:kontinuitet", {"fax"}),
        ('tema:"fax och brev"', 'theme:"fax och brev"', {"1177"}),
        ("tema:ingen", "theme:none", {"närakut"}),
        ("stöd:4", "support:4", {"fax"}),
        ("stöd:>2", "support:>=3", {"fax"}),
        ("stöd:<1", "support:<=0", {"närakut"}),
        ("stöd:2-4", "support:4-2", {"fax", "1177"}),
        ("avvikande:ja", "dissent:yes", {"1177"}),
        ("avvikande:nej", "dissent:no", {"fax", "närakut"}),
        ("stjärna:ja", "star:y", {"fax"}),
        ("stjarna:ja", "STAR:YES", {"fax"}),
        ("utslag:delvis", "verdict:partly", {"fax", "1177"}),
        ("utslag:stämmer", "verdict:holds", set()),
        ("utslag:ingen", "verdict:none", {"närakut"}),
        ("namn:botkyrka", "name:dialog", NOTES_IN_FORCE),
        ("plats:hallunda", "place:hall", NOTES_IN_FORCE),
        ('enhet:"primärvård södra"', "unit:södra", NOTES_IN_FORCE),
        ("enhet:ingen", "unit:none", set()),
        ("diarienummer:2026-0114", "registry:0114", NOTES_IN_FORCE),
        ("från:2026-05-12", "from:2026", NOTES_IN_FORCE),
        ("från:2026-06", "from:2027", set()),
        ("till:2026-05", "to:2026-5-12", NOTES_IN_FORCE),
        ("till:2026-05-11", "to:2025", set()),
        ("tillstånd:fastställd", "state:final", NOTES_IN_FORCE),
        ("tillstånd:utkast", "state:draft", set()),
        ("sort:åtgärd", "sort:action", {"åtgärd"}),
        ("sort:åtgärd ansvarig:ek", "sort:action owner:bo", {"åtgärd"}),
        ("sort:medskick,åtgärd", "sort:message,action", {"åtgärd", "medskick"}),
        ("arbetshäfte:vardens", "workbook:struktur", NOTES_IN_FORCE),
        ("borttagna:ja del:B", "withdrawn:yes part:B", {"fax", "1177", "borttagen"}),
        ("borttagna:bara", "withdrawn:only", {"borttagen"}),
        ("-borttagna:ja nej", "-withdrawn:yes nej", set()),
        ("parkerade:bara", "parked:only", {"parkerad"}),
        ("kl 12:30", "12:30", {"närakut"}),
        ("a:b", "http://x", set()),
        ("narakuten", "narakuten", set()),
        ("", "   ", NOTES_IN_FORCE),
    ],
)
def test_it_finds_the_same_in_both_languages(swedish: str, english: str, finds: set[str]) -> None:
    assert found(swedish) == finds
    assert found(english) == finds
    for language in ("sv", "en"):
        assert found(parse(swedish).query.spelled(language)) == finds


def test_letters_are_only_taken_for_others_where_nothing_else_is_found_and_then_it_says_so() -> None:
    every = list(NOTES.values())
    assert find_in(every, parse("närakuten").query).loose is False
    answer = find_in(every, parse("narakuten").query)
    assert ([one.id for one in answer.hits], answer.loose) == (["n3"], True)
    assert find_in(every, parse("zeppelin").query).loose is False


def test_what_counts_stands_before_what_does_not_then_the_most_hands_then_the_newest() -> None:
    hits = find_in(NOTES.values(), parse("borttagna:ja parkerade:ja").query).hits
    assert [one.id for one in hits] == ["n1", "n2", "n3", "n5", "n4"]


def test_a_discussion_is_found_by_its_name_and_its_notes_by_what_they_say() -> None:
    hits = find_in(NOTES.values(), parse("botkyrka").query).hits
    assert hits == ()
    assert parse("botkyrka").query.by_name(BOTKYRKA)
    assert len(find_in(NOTES.values(), parse("botkyrka del:B").query).hits) == 2


KNOWN = Vocabulary(
    (("part", ("A", "B", "C")), ("name", ("Ekerö, kväll",))),
    (("kind", (Named("keep", ("=",)), Named("change", ("~",)))),),
)


@pytest.mark.parametrize(
    ("asked", "swedish", "english"),
    [
        ("del:Z", "del:Z går inte att läsa. Skriv A, B eller C.", "del:Z cannot be read. Write A, B or C."),
        (
            "kind:avveckla",
            "kind:avveckla går inte att läsa. Skriv keep eller change.",
            "Write keep or change.",
        ),
        ("avvikande:kanske", "Skriv ja eller nej.", "Write yes or no."),
        (
            "bord:",
            "Efter bord: saknas vad som söks, till exempel bord:3.",
            "Nothing to look for after bord: yet",
        ),
        ("stöd:många", "Skriv ett antal: stöd:3", "Write a number: stöd:3"),
        ("till:2026-02-30", "till:2026-02-30 är ingen dag.", "till:2026-02-30 is no day."),
        ("fax ELLER", "Efter ELLER saknas ett ord.", "A word is missing after ELLER."),
    ],
)
def test_a_field_that_cannot_be_read_says_what_to_write(asked: str, swedish: str, english: str) -> None:
    problem = parse(f"hej {asked}", KNOWN).problem
    assert problem is not None
    assert f"hej {asked}"[problem.start : problem.end] == asked.removeprefix("fax ")
    assert swedish in told(problem, words("sv"))
    assert english in told(problem, words("en"))


def test_what_is_wrong_leaves_the_rest_a_query() -> None:
    parsed = parse("fax slag:", KNOWN)
    assert parsed.query.root == Text("fax")
    assert parsed.problem


def test_another_workbook_has_kinds_of_its_own() -> None:
    assert parse("slag:=", KNOWN).query.root == Is("kind", ("keep",))
    assert parse("kind:ch", KNOWN).query.root == Is("kind", ("change",))


@pytest.mark.parametrize(
    ("typed", "language", "becomes"),
    [
        ("fax sl", "sv", ["fax kategori:"]),
        ("fax ki", "sv", ["fax kind:"]),
        ("s", "sv", []),
        ("st", "sv", ["stöd:", "stjärna:"]),
        ("fax -ta", "en", ["fax -table:", "fax -tag:"]),
        ("slag:k", "sv", ["slag:keep "]),
        ("slag:keep", "sv", []),
        ("del:A,", "sv", ["del:A,A ", "del:A,B ", "del:A,C "]),
        ("namn:eker", "sv", ['namn:"Ekerö, kväll" ']),
        ("star:", "en", ["star:yes ", "star:no "]),
        ("hemsjuk", "sv", []),
        ("a:b", "sv", []),
    ],
)
def test_a_word_that_is_begun_goes_on(typed: str, language: str, becomes: list[str]) -> None:
    assert sorted(one.text for one in goes_on(typed, KNOWN, language)) == sorted(becomes)


def test_a_condition_is_added_changed_and_taken_away() -> None:
    text = narrowed("fax ELLER brev", "part", "B", KNOWN, "sv")
    assert text == "fax ELLER brev del:B"
    assert narrowed(text, "part", "C", KNOWN, "sv") == "fax ELLER brev del:C"
    assert narrowed(text, "part", "B", KNOWN, "sv") == without(text, "part") == "fax ELLER brev"
    assert (held(text, "part", KNOWN), held("-del:B", "part", KNOWN)) == (("B",), ())
    assert held("del:A ELLER del:B", "part", KNOWN) == held("(del:A) fax", "part", KNOWN) == ()
    assert narrowed("", "kind", "", KNOWN, "en") == "kind:none"


def test_the_verdict_asked_for_is_that_on_the_notes_question_else_that_on_its_part() -> None:
    judged = replace(BOTKYRKA, verdicts={"B.1": "delvis", "B.2": "stammer", "BB.1": "stammer-inte"})
    notes = [
        replace(NOTES["fax"], discussion=judged, question=one) for one in ("B.1", "B.2", "B.3", "BB.2", "C.1")
    ]
    asked = {one: parse(f"utslag:{one}").query for one in ("delvis", "stämmer", "stämmer-inte", "ingen")}
    found = {one: [note.question for note in notes if query.matches(note)] for one, query in asked.items()}
    assert found == {"delvis": ["B.1", "B.3"], "stämmer": ["B.2"], "stämmer-inte": ["BB.2"], "ingen": ["C.1"]}
