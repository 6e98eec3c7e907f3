"""Whoever practises at the prompt is guided as on the screen: by the same exercises, each tried for real."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.story.exercises import EXERCISES
from diskussion_tui.line.understanding import Understanding
from diskussion_tui.texts import LANGUAGES, words
from tests.support.prompt import at_prompt

if TYPE_CHECKING:
    from pathlib import Path

TRIES = {
    "sv": (
        (".gå A2",),
        ("Faxen bort",),
        (".h 1 4",),
        (".avvikande 1 Alla vill inte",),
        ("Faxen bort nu", ".slå ihop 1 2"),
        (".placera 1 närakuter",),
        ("Brev #fax",),
        (".parkera 4",),
        (".runda 3", ".prickar 1 2"),
        (".minuter +5",),
        (".stödord",),
        ("19121212-1212", ".maskera 5"),
        (".slutsats 1",),
    ),
    "en": (
        (".go A2",),
        ("The fax must go",),
        (".h 1 4",),
        (".dissent 1 Not for all",),
        ("The fax must go now", ".merge 1 2"),
        (".place 1 närakuter",),
        ("Letters #fax",),
        (".park 4",),
        (".round 3", ".dots 1 2"),
        (".minutes +5",),
        (".cues",),
        ("19121212-1212", ".mask 5"),
        (".conclude 1",),
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_thing_is_tried_once_and_the_next_is_said_when_it_is_done(tmp_path: Path, lang: str) -> None:
    said = words(lang).guide
    with at_prompt(tmp_path, lang=lang, practising=True) as me:
        for number, (exercise, typed) in enumerate(zip(EXERCISES, TRIES[lang], strict=True)):
            task = getattr(said, exercise.id)
            left = said.number.format(n=len(EXERCISES) - number, of=len(EXERCISES))
            assert f"{left}. {task.at_prompt}" in me.heard.replace("\n", " ").replace("  ", " ")
            assert "{" not in task.at_prompt
            me.types(*typed)
        assert said.all_done.at_prompt in me.heard
        assert said.all_done.what not in me.types("Mer")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_that_an_exercise_names_is_one(lang: str) -> None:
    said, understanding = words(lang), Understanding(words(lang))
    tasks = [getattr(said.guide, one.id) for one in EXERCISES] + [said.guide.all_done]
    named = [found for task in tasks for found in re.findall(r"(?<!\w)\.\w+(?: \w+)?", task.at_prompt)]
    assert len(named) > len(EXERCISES)
    for found in named:
        assert understanding.meant(found).command


def test_things_may_be_done_in_another_order_and_passed_over_and_heard_again(tmp_path: Path) -> None:
    with at_prompt(tmp_path, practising=True) as me:
        assert "13 av 13 kvar" in me.heard
        me.types(".stödord", ".gå A2")
        assert "11 av 13 kvar" in me.heard
        assert me.types(".övning") == me.types(".övning")
        assert "10 av 13 kvar" in me.types(".övning nästa")
        me.types(*[".övning nästa"] * 9)
        assert "1 av 13 kvar" in me.heard
        assert "Klart!" in me.types(".övning nästa")


def test_outside_practice_nobody_is_guided(tmp_path: Path) -> None:
    with at_prompt(tmp_path) as me:
        assert "kvar." not in me.heard
        assert "Övningarna finns när du övar" in me.types(".övning")
        assert "kvar" not in me.types(".gå A2")
