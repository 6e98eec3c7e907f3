"""Each thing is called by one name, wherever the program speaks: the list of `tests/data/words/terms.toml`, held against all that is read.

A term that is not there yet is added to the list first, and then used.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from diskussion_tui.domain.analysis.query.grammar import FIELDS
from tests.support.sentences import sentences

ROOT = Path(__file__).parents[2]
TERMS: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "tests/data/words/terms.toml").read_text(encoding="utf-8")
)["terms"]
NAMED = re.compile(r"`[a-z_]+`")
"""A key of a file, named as it stands there."""


def _texts(language: str) -> dict[str, str]:
    """All that is read in a language, by where it stands: every sentence, the workbook and the documents."""
    said = {
        f"texts/{language}: {place}": text
        for place, text in sentences(language).items()
        if not place.startswith("plan.behaviours.")  # what stands in a file, beside what it is called
    }
    files = {
        "sv": (
            "content.toml",
            "src/diskussion_tui/content/shipped/biblioteket.toml",
            "src/diskussion_tui/content/starts/sv.toml",
            "docs/handbok.md",
        ),
        "en": (
            "src/diskussion_tui/content/shipped/keep-change-new.toml",
            "src/diskussion_tui/content/starts/en.toml",
        ),
    }[language]
    for name in files:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        said |= {
            f"{name}:{number}": NAMED.sub("", line)
            for number, line in enumerate(lines, 1)
            if line[:1] != "#" or "md" in name
        }
    return said


def _breaches(language: str, text: str) -> list[str]:
    """The terms that a text breaks, each with what stands there."""
    found = []
    for term in TERMS:
        patterns = term.get("never" if language == "sv" else "never_en", ())
        plain = text
        for but in term.get("but", ()):
            plain = plain.replace(but, "")
        found += [
            f"{term[language]}: {one.group()}"
            for pattern in patterns
            for one in re.finditer(rf"(?<![\w-]){pattern}(?!\w)", plain, re.IGNORECASE)
        ]
    return found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_is_called_by_a_name_that_it_does_not_have(language: str) -> None:
    found = {place: said for place, text in _texts(language).items() if (said := _breaches(language, text))}
    assert found == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Ger anteckningen nästa slag."),
        ("sv", "✗ ej sparat"),
        ("sv", "Säg vilken diskussion"),
        ("sv", "Rensa anteckningen"),
        ("sv", "Vad vore bra med kvällen?"),
        ("en", "All sessions are listed."),
        ("en", "Nothing matches."),
    ],
)
def test_a_name_that_is_not_allowed_is_seen(language: str, text: str) -> None:
    assert len(_breaches(language, text)) == 1


def test_a_field_of_the_search_language_is_called_as_what_it_is_about() -> None:
    """`Tab`, the completion of shells, hints and saved searches all write what stands in this one list."""
    named = {field.key: field for field in FIELDS}
    of = {term["sv"]: term["en"] for term in TERMS}
    for key, term in (("kind", "kategori"), ("sort", "typ")):
        assert (named[key].swedish, named[key].english) == (term, of[term])
    assert [field.swedish for field in FIELDS if _breaches("sv", field.swedish)] == []
    assert [field.english for field in FIELDS if _breaches("en", field.english)] == []


def test_what_is_part_of_another_word_is_no_breach() -> None:
    for text in (
        "Ett förslag",
        "Mellanslag",
        "klockslag",
        "--sessions MAPP",
        "{notes} i {sessions}",
        "ta bort",
    ):
        assert _breaches("sv", text) == []


def test_every_term_has_a_name_in_both_languages_and_is_used() -> None:
    assert all(term["sv"] and term["en"] for term in TERMS)
    everything = {language: "\n".join(_texts(language).values()).casefold() for language in ("sv", "en")}
    unused = [
        (language, term[language])
        for term in TERMS
        for language in ("sv", "en")
        if term.get("never" if language == "sv" else "never_en")
        and term[language].casefold() not in everything[language]
    ]
    assert unused == []
