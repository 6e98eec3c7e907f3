"""The workbook says what its source says, and not in the source's own words.

A paraphrase goes wrong in a few ways: a share becomes a count, a need an order, a cause is lost, a condition comes in, a term is
broken. What must stand, and what must not, is therefore kept part by part. `tests/data/source/threes.txt` holds every three
words in a row of the source as a number (CRC-32 of the words in small letters, a blank between), so that what stands too near to
it is seen without the source.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

from diskussion_tui.content.source import default_workbook
from tests.support.builders import workbook_in

BOOK = workbook_in(default_workbook())
THREES = {
    int(one, 16)
    for one in (Path(__file__).parents[1] / "data" / "source" / "threes.txt")
    .read_text(encoding="utf-8")
    .split()
}
MOST_SHARED = 0.5
"""The share of a sentence's threes that may be the source's: names, terms and figures are the same in both."""
QUOTED = re.compile(r"”[^”]*”")

PARTS: dict[str, str] = {
    "introduction": " ".join(BOOK.introduction.bullets),
    "compass": " ".join(area.setting for area in BOOK.compass.areas),
    **{
        section.id: " ".join(
            (*section.lead, *(text for bullet in section.bullets for text in (bullet.text, *bullet.points)))
        )
        for section in BOOK.sections
    },
    "questions": " ".join(question.text for section in BOOK.sections for question in section.questions),
    "E": BOOK.reflections.text,
    **{part.heading: " ".join((*part.text, *part.points)) for part in BOOK.background.parts},
}

STANDS: list[tuple[str, str]] = [
    ("introduction", "nytänkande"),
    ("introduction", "i viss mån"),
    ("introduction", "på flera decennier"),
    ("introduction", "trögt, för den är stor och komplex"),
    ("introduction", "behöver bli proaktiv, decentraliserad och förebyggande"),
    ("introduction", "Patientens vårdbehov behöver tas om hand i ett obrutet förlopp"),
    ("introduction", "troligen av många olika och nya aktörer"),
    ("introduction", "behöver bli flexiblare"),
    ("introduction", "större delen av kostnaderna"),
    ("introduction", "som kanske inte svarar mot"),
    ("compass", "slutenvård eller öppenvård"),
    ("A", "efterfrågas mer"),
    ("A", "grupper som har störst behov"),
    ("A", "Resurserna riktas till vårdtunga patienter"),
    ("A", "personer med långvariga och kroniska sjukdomar"),
    ("B", "digitala besök: nybesök och uppföljning"),
    ("B", "större delen av vården"),
    ("B", "”den sista utposten”"),
    ("B", "traditionell öppenvård"),
    ("B", "kan behövas"),
    ("B", "enbart därför att befolkningen växer"),
    ("C", "bland annat genom forskning"),
    ("C", "Det medicinska innehållet"),
    ("C", "Därför ökar kraven"),
    ("C", "individualiseras och blir mer personcentrerad"),
    ("C", "nationellt"),
    ("D", "Det blir allt viktigare att"),
    ("D", "Försäkringskassan"),
    ("D", "Nationella riktlinjer införs för personcentrerade och sammanhållna vårdförlopp"),
    ("D", "den egna hälsan"),
    ("questions", "som helhet? Saknas något?"),
    ("E", "väger tyngst för varje fokusområde och för helheten?"),
    ("Så förändras", "cirka 38\u00a0000"),
    ("Så förändras", "ska säkerställa"),
    ("Så förändras", "någonsin"),
    ("Genomförandet", "ambitionen"),
    ("Strategierna", "utifrån hur befolkningen växer och är sammansatt"),
    ("Strategierna", "Principen är viktig"),
    ("Strategierna", "nätverkssjukvårdens fyra grundprinciper"),
    ("Strategierna", "ska erbjudas vård på annat håll, utifrån sina behov"),
    ("Strategierna", "förutsättningar att bli bättre"),
    ("Sjukhusen byggs ut", "förutsättningar för nya sätt att arbeta"),
    ("Karolinska", "helt nya byggnader i Solna"),
    ("Karolinska", "I slutet av 2018"),
    ("akut vård", "Den gör det enklare"),
    ("akut vård", "Bland annat finns tio närakuter"),
    ("akut vård", "allvarliga eller livshotande"),
    ("sjukhusavtal", "fick nya avtal"),
    ("sjukhusavtal", "vårdkedjan hålls samman ska säkerställas"),
    ("primärvård", "”en tillgänglig och nära vård för en jämlik och förbättrad hälsa hos invånarna”"),
    ("primärvård", "en viktig förutsättning"),
    ("Digital utveckling", "som aldrig tidigare"),
    ("Geriatrik", "patientsäkrare"),
    ("Cancervård", "korta tiden"),
    ("förlossning", "anställa"),
    ("Forskning", "stora folksjukdomarna"),
]
STANDS_NOT: list[tuple[str, str]] = [
    ("introduction", r"de flesta kostnaderna|\bska vara\b|svider"),
    ("A", r"samlas hos"),
    ("B", r"digitala nybesök, uppföljningar|bara för att"),
    ("C", r"\bMedicinen\b|individuell\b"),
    ("D", r"\bmåste\b"),
    ("questions", r"Fattas|i stort\?"),
    ("E", ","),
    ("Strategierna", r"när behoven tillåter|ny sammansättning|behövs för nya"),
    ("akut vård", r"ska vara enklare"),
    ("primärvård", r"2019-2025"),
    ("Digital utveckling", r"snabbare än förut"),
    ("förlossning", r"kunna få"),
]


def _part(named: str) -> str:
    (found,) = (text for name, text in PARTS.items() if name == named or (len(named) > 2 and named in name))
    return found


@pytest.mark.parametrize(("part", "words"), STANDS)
def test_what_the_source_says_stands_with_its_strength_its_cause_and_its_term(part: str, words: str) -> None:
    assert words in _part(part)


@pytest.mark.parametrize(("part", "words"), STANDS_NOT)
def test_what_the_source_does_not_say_stands_nowhere(part: str, words: str) -> None:
    assert re.search(words, _part(part)) is None


def test_every_figure_and_year_of_the_source_stands_and_no_other() -> None:
    headings = " ".join((*PARTS, *(section.heading for section in BOOK.sections)))
    said = " ".join((headings, *PARTS.values())).replace("\u00a0", "")
    assert set(re.findall(r"\d+", said)) == {
        *("1177", "2011", "2016", "2017", "2018", "2019", "2020", "2025", "2040", "38000"),
    }


def test_no_sentence_is_nearly_word_for_word_the_source() -> None:
    assert {said: share for said in _sentences() if (share := _shared(said)) > MOST_SHARED} == {}


def test_a_sentence_with_one_other_word_is_seen_to_be_nearly_the_source() -> None:
    assert _shared("Och merparten av vården sker i öppenvården.") > MOST_SHARED
    assert _shared("Sedan tidigare finns ett liknande centrum på Danderyds sjukhus.") > MOST_SHARED


def test_the_cover_says_whose_words_they_are_and_that_the_background_may_be_old() -> None:
    assert "inte regionens egen text" in BOOK.provenance
    assert "bakgrunden kan vara inaktuell" in BOOK.provenance
    assert BOOK.version == 2


def _sentences() -> list[str]:
    texts = " ".join(PARTS.values())
    return [one for one in re.split(r"(?<=[.?!:])\s+", texts) if len(one.split()) > 5]


def _shared(sentence: str) -> float:
    """How much of a sentence, quotations apart, is three words in a row of the source."""
    words = re.findall(r"\w+", QUOTED.sub("", sentence).casefold())
    threes = [" ".join(words[at : at + 3]) for at in range(len(words) - 2)]
    return sum(zlib.crc32(three.encode()) in THREES for three in threes) / max(len(threes), 1)
