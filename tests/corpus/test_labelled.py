"""The labelled notes that suggestions are measured on: enough of them, each once, and none that the generator made."""

from __future__ import annotations

from collections import Counter
from random import Random

from tests.support.labelled import labelled
from tools.corpus.grammar import sayings, themes


def test_there_are_enough_notes_of_every_theme_and_some_of_none():
    found = Counter(one.theme for one in labelled())
    alone = found.pop("")
    assert sum(found.values()) >= 180
    assert 14 <= len(found) <= 16
    assert min(found.values()) >= 10
    assert 20 <= alone <= 30


def test_each_stands_there_once_and_a_second_theme_is_another():
    every = labelled()
    assert len({one.text.casefold() for one in every}) == len(every)
    names = {one.theme for one in every}
    assert {one.also for one in every} <= names
    assert not any(one.also == one.theme for one in every if one.theme)


def test_none_is_what_the_generator_says():
    dice = Random("labelled")
    made = set()
    for theme in themes():
        for kind in theme.patterns:
            every = sayings(theme, kind, dice)
            made |= {next(every).casefold() for _ in range(40)}
    assert not made & {one.text.casefold() for one in labelled()}
