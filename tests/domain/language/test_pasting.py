"""What is pasted becomes notes as somebody would have typed them, and no word of it is taken away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.text import SOFT_BREAK, clean, clean_note, is_blank
from diskussion_tui.domain.language.pasting import pasted
from tests.support.hostile import hostile_texts

WORDS = st.text("abdefghjklmnopqrstuvwxyzåäöABCÅÄÖ .,:;!?()0123456789/%§", min_size=2, max_size=40).map(
    lambda text: f"Vi {text}".strip()
)
"""What nobody would take for a list: it begins with a word."""
LISTS = st.sampled_from(
    ["• {}", "- {}", "–\t{}", "  * {}", "+ {}", "> {}", "[ ] {}", "- [x] {}", "\uf0b7\t{}", "§\t{}", "☐ {}"]
)
COUNTED = st.sampled_from(
    ["{n}. {}", "{n}) {}", "({n}) {}", "{a}) {}", "({a}) {}", "{a}. {}", "1.{n} {}", "  {n}.\t{}", "{r}. {}"]
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def counted(form: str, at: int, words: str) -> str:
    return form.format(words, n=at + 1, a="abcdefgh"[at], r=ROMAN[at])


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_what_somebody_would_have_typed_is_unchanged(lines: list[str]):
    found = pasted("\n".join(lines))
    assert found.notes == tuple(map(clean_note, lines))
    assert found.taken == ()


@given(st.lists(WORDS, min_size=2, max_size=8), LISTS)
def test_a_whole_list_loses_its_signs_whatever_program_it_comes_from(lines: list[str], form: str):
    found = pasted("\r\n".join(form.format(line) for line in lines))
    assert found.notes == tuple(map(clean_note, lines))
    assert found.taken


@given(st.lists(WORDS, min_size=2, max_size=8), COUNTED)
def test_lines_that_count_on_lose_their_numbers(lines: list[str], form: str):
    found = pasted("\n".join(counted(form, at, line) for at, line in enumerate(lines)))
    assert found.notes == tuple(map(clean_note, lines))
    assert found.taken == ("numbers",)


@given(st.lists(st.one_of(WORDS, hostile_texts, st.sampled_from("•-+>1a§")), max_size=8).map("\n".join))
def test_every_word_is_kept_and_in_its_order(text: str):
    """Of a line, only what stands before its first word of two letters may go, and the quotes around a cell."""
    found = pasted(text)
    for notes in (found.notes, found.joined):
        kept = "".join(sign for note in notes for sign in note if sign.isalnum())
        left = iter("".join(sign for sign in clean(text) if sign.isalnum()))
        assert all(sign in left for sign in kept)
        words = [
            word
            for line in clean(text).split("\n")
            for word in line.split()
            if len(word) > 9 and word.isalpha()
        ]
        assert all(word in kept for word in words)


@given(hostile_texts)
def test_what_is_a_note_once_is_the_same_note_alone(text: str):
    for note in pasted(text).notes:
        assert not is_blank(note)
        assert clean_note(note) == note
        assert SOFT_BREAK not in note


@pytest.mark.parametrize(
    "line",
    [
        "t. ex. nattpatrull",
        "f. d. patienter som stöd",
        "d. v. s. samma journal",
        "S. 45 i häftet stämmer inte",
        "A. Bergman (X) vill ha fler",
        "1. januari ska det vara klart",
        "112. Ring alltid först",
        "§ 74 Val",
        "1:e vice ordf.",
        "> 65 år ska få hembesök",
        "+ 3 tjänster",
        "~ 40 % av besöken",
        "- 5 procent",
        "−5 grader",
        "± 0",
        "< 18 år",
        "→ leder till köer",
        "1177 som ingång",
        "3,5 läkare",
        "e-hälsa",
        "2040. Sedan",
        "10.15 Start",
        "[10:43] Anna: fax",
        "## Rubrik",
        "**viktigt** ord",
        "| a | b |",
        "*viktigt* ord",
        "(X) vill ha fler",
        "i. v. på natten",
        "o. s. v.",
        "•• två prickar",
        '"Jag vill hem" sa hon',
    ],
)
@pytest.mark.parametrize("beside", ["", "Fax mellan sjukhus", "• En punkt"])
def test_what_only_looks_like_a_marker_stays(line: str, beside: str):
    text = f"{beside}\n{line}\n{beside}"
    assert line in pasted(text).notes


@pytest.mark.parametrize(
    "lines",
    [
        ["> 65 år", "+ 3 tjänster", "~ 40 %", "- 5 procent"],
        ["+ Nära", "- Dyrt", "+ Tryggt"],
        ["> 65 år", "> 80 år"],
        ["- 5 procent", "- 10 procent"],
        ["A. Bergman", "Å. Dahl"],
        ["A. Bergman", "B. Carlsson"],
        ["A. Bergman (X)", "B. Carlsson-Öst"],
        ["F. Karlsson", "G. Persson"],
        ["1.1 Under", "1.2.3 Under", "II. Läget", "iv) Fyra", "(b) Två", "I. Inledning", "V. Förslag"],
        ["1:e vice ordf.", "2:e vice ordf."],
        ["S. 45 stämmer inte", "t. ex. fax"],
        ["2040. Sedan", "2041. Därefter"],
    ],
)
def test_signs_and_letters_with_a_meaning_stay_on_all_lines(lines: list[str]):
    assert pasted("\n".join(lines)).notes == tuple(lines)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("- Fax\n- Köer\n- 5 nya team", ("Fax", "Köer", "5 nya team")),
        ("1. A\n1.1 Under\n1.2 Mer\n2. B\n2.1 C\n  a) x\n  b) y\n3. Slut", ("A", "Under", "Mer", "B", "C", "x", "y", "Slut")),
        ("1. a\n2. b\n4. c", ("a", "b", "c")),
        ("A. Fax\nB. Brev\nC. Remiss\nD. Köer", ("Fax", "Brev", "Remiss", "Köer")),
        ("A. Fax tar tid\nB. Brev", ("Fax tar tid", "Brev")),
        ("2. x\n2.1 y\n3. z\n3.1 w", ("x", "y", "z", "w")),
        ("• 1. Verksamhet\n• 2. Ekonomi", ("Verksamhet", "Ekonomi")),
        ("1. Fax\nmer om fax\n2. Köer", ("Fax", "mer om fax", "Köer")),
        ("> hej\n> hopp\n>\n> - sak\n> - annan", ("hej", "hopp", "sak", "annan")),
        ("o\tEn väg in\n§\tFler\nØ\tPil\nü\tBock\nq\tRuta\nn\tFyrkant\nv\tRuter", ("En väg in", "Fler", "Pil", "Bock", "Ruta", "Fyrkant", "Ruter")),
        ("- [ ] Fax\n- [x] Brev\n[ ] Remiss", ("Fax", "Brev", "Remiss")),
        ("•\nFax\n•\nKöer\n---", ("Fax", "Köer")),
        ("§ 74\tVal\n§ 75\tBudget", ("§ 74 Val", "§ 75 Budget")),
        ("Fax\t3\t\tja\nKöer\t7", ("Fax 3 ja", "Köer 7")),
        ('Fax\n"rad ett\nrad ""två"""\tannan\nKöer', ("Fax", 'rad ett\nrad "två" annan', "Köer")),
        ("Fax\x0bmellan\nKöer", ("Fax\nmellan", "Köer")),
        ("Fax\u2028Köer", ("Fax", "Köer")),
        ("Rubrik\x0b• Fax\x0b• Köer\nSlut", ("Rubrik", "Fax", "Köer", "Slut")),
        ("sida ett\x0csida två", ("sida ett", "sida två")),
        ("\u200d\n\u00ad\n\ufe0f\n\u200bFax", ("Fax",)),
        ("- Fax\n    ", ("Fax",)),
        ("- Fax\n- Köer\n> 65 år", ("Fax", "Köer", "> 65 år")),
        *((f"{sign} Fax\n{sign} Köer", ("Fax", "Köer")) for sign in "◦▫□■☐☑☒✓✔➢→⁃−‒―•·‣▪●○*-–—+>"),
    ],
)  # fmt: skip
def test_lists_as_programs_hand_them_on(text: str, notes: tuple[str, ...]):
    assert pasted(text).notes == notes


def test_many_signs_in_one_list_all_go():
    text = "\n".join(f"{sign} ord {sign.encode().hex()}" for sign in "◦▫□■☐☑☒✓✔➢⁃−‒―")
    assert all(note.startswith("ord") for note in pasted(text).notes)


PDF = """Vi behöver en sammanhållen hem-
sjukvård som når alla hem-
och sjukvårdspatienter i hela länet, även
de som bor långt bort. Det ska gå att få
hjälp samma dag.

Fax ska bort."""


def test_lines_that_a_page_has_broken_can_be_joined():
    found = pasted(PDF)
    assert found.is_wrapped
    assert len(found.notes) == 6
    assert found.joined == (
        (
            "Vi behöver en sammanhållen hemsjukvård som når alla hem- och sjukvårdspatienter i hela länet, "
            "även de som bor långt bort. Det ska gå att få hjälp samma dag."
        ),
        "Fax ska bort.",
    )


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("hem\u00ad\nsjukvården", "hemsjukvården"),
        ("Stöd med IT-\nsystem", "Stöd med IT-system"),
        ("Satsa på e-\nhälsa", "Satsa på e-hälsa"),
        ("hem- \noch sjukvård", "hem- och sjukvård"),
    ],
)
def test_a_divided_word_becomes_whole_and_a_hyphen_that_is_meant_stays(text: str, joined: str):
    assert pasted(text).joined == (joined,)


def test_a_list_whose_lines_go_on_is_joined_up_to_the_next_marker():
    text = "1. Fax mellan sjukhus och kommun tar för\nlång tid på natten\n2. Köerna till psykiatrin växer för varje\når som går"
    assert pasted(text).joined == (
        "Fax mellan sjukhus och kommun tar för lång tid på natten",
        "Köerna till psykiatrin växer för varje år som går",
    )


@pytest.mark.parametrize("text", ["Fax\nKöer\nRemisser", "fax\nköer\nremisser till flera håll", "Nej.\nJo."])
def test_short_notes_are_never_offered_to_be_joined(text: str):
    assert not pasted(text).is_wrapped


@pytest.mark.parametrize(
    "piece", ["1. a\n", '"a\n', '"', 'a"\n""', "• \n", "> > ", "a-\n", "\t\n", "i. x\nii. y\n"]
)
def test_no_text_takes_longer_than_its_length(piece: str):
    """The square of this many lines would take minutes."""
    assert pasted(piece * 4_000) is not None
