"""Each sentence says the same in both languages: nobody reads them side by side, and a mistaken one stands there for years.

What two sentences that mean the same have in common can be compared: the blanks, the options and signs in them, how they
end, about how long they are, and the words of the field. Two sentences that have changed places are seen by these, mostly;
one in the wrong language by its small words.
"""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import diskussion_tui
from diskussion_tui.texts import words
from tests.support.sentences import ROOMS, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Path(diskussion_tui.__file__).parent
OPTION = re.compile(r"--?[a-z][a-z-]+")
SIGNS = set("✓✗▲•⌞›−?→·▸≈☆★+/=<>()[]|{}")
NAMES = {"cli.thousands", "index.point"}
"""What is no sentence: the sign between thousands, and that before decimals."""
SMALL = {
    "sv": r"och|att|är|inte|som|för|på|den|det|ett|av|med|till|om|finns|kan|eller|vad|när|ur|där|från|nu|har|så",
    "en": r"and|the|is|are|not|which|for|on|it|this|of|with|to|if|can|or|what|when|there|from|has|be|a|was|out",
}
"""Small words that the other language does not have."""
COPIED = {
    "list [--json]",
    "completion bash|zsh|fish|powershell",
    "index [--status|--rebuild]",
    "handbok [--print-path]",
}
TERMS = {
    "anteckning": r"\bnote",
    "ångra": "undo",
    "paus": "break|pause",
    "kompass": "compass",
    "papperskorg": "bin",
    r"\bradera": "purg",
    "stödord": r"\bcue",
    "registrator": "registrar",
    "motsats": "opposite",
    "mapp": "folder",
    "prick": r"\bdot",
    "fråg": "question|ask",
    r"\btem(a|an)\b": "theme",
    r"\bverksamhet(er)?\b": "unit",
    "sammanställning": "compilation",
    r"\bkodad": "coded",
    "mättnad|mättat": "satur",
    r"\bhänder\b": "hand",
    r"\btal\b": "number",
    r"\båtgärder\b": "action",
    r"\brund[ao]": "round",
    "stjärn": "star",
    r"\b(delen|delarna)\b": "section|part",
    "minut": "min",
    "version": "version",
    r"\btangent": "key",
    r"\bkopi": "cop",
}
"""What is called so in Swedish is called so in English."""
MACHINE = re.compile(r"\.(known|labels|names|places|sorts|behaviours|named)\.\d+\.0$")
"""What stands in a file, or what a library says, with the words for it beside it."""


def _said(language: str) -> dict[str, str]:
    return {place: said for place, said in sentences(language).items() if not MACHINE.search(place)}


SWEDISH, ENGLISH = _said("sv"), _said("en")


def _blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _options(sentence: str) -> set[str]:
    return set(OPTION.findall(sentence)) if "--" in sentence else set()


def _end(sentence: str) -> str:
    last = sentence.rstrip()[-1:]
    return "" if last.isalnum() or last in ")}”\"'" else last


def _begins_large(sentence: str) -> bool:
    letter = re.search(r"\w", sentence)
    return bool(letter) and letter.group().isupper()


def _signs(sentence: str) -> set[str]:
    return {sign for sign in re.sub(r"\d+/\d+", "", sentence) if sign in SIGNS}


SHAPES: dict[str, Callable[[str], object]] = {
    "the same blanks": _blanks,
    "the same options": _options,
    "the same end": _end,
    "the same signs": _signs,
    "both large or both small at the beginning": _begins_large,
    "as many lines": lambda sentence: sentence.count("\n"),
}


def _unlike(swedish: str, english: str) -> list[str]:
    """What two sentences that mean the same do not have in common."""
    unlike = [name for name, shape in SHAPES.items() if shape(swedish) != shape(english)]
    if max(len(swedish), len(english)) > 20 and not 0.4 <= len(english) / len(swedish) <= 2.1:
        unlike.append("about as long")
    for term, called in TERMS.items():
        if re.search(term, swedish, re.IGNORECASE) and not re.search(called, english, re.IGNORECASE):
            unlike.append(f"{term} is {called}")
    return unlike


def test_both_languages_have_the_same_sentences() -> None:
    assert SWEDISH.keys() == ENGLISH.keys()


def test_each_sentence_has_in_both_languages_what_one_that_means_the_same_has() -> None:
    found = {
        place: unlike
        for place, swedish in SWEDISH.items()
        if place not in NAMES and (unlike := _unlike(swedish, ENGLISH[place]))
    }
    assert found == {}


def test_of_sentences_that_changed_places_seven_of_eight_are_seen() -> None:
    places = [place for place in SWEDISH if SWEDISH[place] != ENGLISH[place]]
    neighbours = [
        (one, other)
        for at, one in enumerate(places)
        for other in places[at + 1 : at + 40]
        if one.partition(".")[0] == other.partition(".")[0]
    ]
    unseen = [
        pair
        for pair in neighbours
        if not _unlike(SWEDISH[pair[0]], ENGLISH[pair[1]]) and not _unlike(SWEDISH[pair[1]], ENGLISH[pair[0]])
    ]
    assert len(unseen) < len(neighbours) / 8


@pytest.mark.parametrize(("language", "other"), [("sv", "en"), ("en", "sv")])
def test_no_sentence_stands_in_the_other_language(language: str, other: str) -> None:
    own, foreign = (re.compile(rf"\b(?:{SMALL[one]})\b", re.IGNORECASE) for one in (language, other))
    plain = {place: re.sub(r"\{.*?\}|[-\w.]*-\w+", "", said) for place, said in _said(language).items()}
    assert {
        place: said for place, said in plain.items() if foreign.search(said) and not own.search(said)
    } == {}


def test_no_sentence_of_one_language_is_copied_into_the_other() -> None:
    same = {said for place, said in SWEDISH.items() if ENGLISH[place] == said}
    assert {said for said in same if len(re.findall(r"\w{2,}", re.sub(r"\{.*?\}", "", said))) > 1} == COPIED


BY_NAME = {"commands", "keys", "usages"}
"""Rooms of which one is asked for by the name of a command."""


def test_every_word_of_the_catalogue_is_asked_for_somewhere() -> None:
    asked, beginnings = set(), set()
    for file in SOURCE.rglob("*.py"):
        if file.relative_to(SOURCE).parts[:2] in {("texts", "sv"), ("texts", "en")}:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                asked.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                asked.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
    unasked = {
        f"{room}.{name}"
        for room in ROOMS
        if room not in BY_NAME
        for name in vars(getattr(words("sv"), room))
        if name not in asked and not any(name.removeprefix(one) in asked for one in beginnings)
    }
    assert unasked == set()


@pytest.mark.parametrize(("lang", "begins"), [("sv", "till exempel "), ("en", "for example ")])
def test_every_example_in_an_empty_field_says_that_it_is_one(lang: str, begins: str) -> None:
    said = _said(lang)
    examples = [said[name] for name in said if re.search(r"[._](example_\w+|\w+_example)$", name)]
    assert len(examples) >= 8
    assert [one for one in examples if not one.startswith(begins)] == []
