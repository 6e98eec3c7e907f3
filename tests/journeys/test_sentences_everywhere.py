"""Whatever screen is open and whatever is chosen on it: a sentence that begins with digits is a sentence, and does nothing."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes, rounds
from diskussion_tui.domain.session.records import Round
from diskussion_tui.tui.coding.screen import Coding
from diskussion_tui.tui.widgets.field import Field
from tests.journeys.test_reading import folder_of
from tests.support.coders import coding
from tests.support.people import facilitator, leading
from tests.support.spring import spring

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from tests.support.people import Facilitator

SENTENCES = {
    "sv": ("10 procent av tiden", "3,5 tjänster", "5sköterskor"),
    "en": ("1177 first",),
}
FEW = [(lang, sentences[0]) for lang, sentences in SENTENCES.items()]
TYPED = [(lang, sentence) for lang, sentences in SENTENCES.items() for sentence in sentences]


def _done(me: Facilitator) -> object:
    """What has been done with notes: their words, kinds and hands, and what rounds came to."""
    of = me.session.current(Round)
    notes = [(one.text, one.kind, one.supporters) for one in me.session.notes()]
    return notes, len(of), [rounds.standings(me.session, one) for one in of]


@asynccontextmanager
async def _led(place: Path, lang: str, *keys: str) -> AsyncIterator[Facilitator]:
    """Somebody who leads, with two notes said and hands raised, has pressed some keys, and then listens a while."""
    async with leading(place, at="A.2", said=["Fax #fax", "Brev"], lang=lang) as me:
        assert me.app.workshop
        me.app.workshop.do(changes.support, me.session.notes_of("A.2")[0].id, 3)
        await me.presses(*keys)
        me.clock.passes(seconds=5)
        yield me


@pytest.mark.parametrize(("lang", "sentence"), TYPED)
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("up",), id="a note"),
        pytest.param(("up", "2"), id="a note with hands"),
        pytest.param(("f12", "enter"), id="dots"),
        pytest.param(("f12", "enter", "+", "4", "up"), id="dots given"),
        pytest.param(("f12", "end", "enter"), id="an order"),
        pytest.param(("f9",), id="the run of show"),
        pytest.param(("f1",), id="help"),
        pytest.param(("f5",), id="the big picture"),
    ],
)
async def test_over_the_walk_it_is_a_note(
    tmp_path: Path, keys: Sequence[str], lang: str, sentence: str
) -> None:
    async with _led(tmp_path, lang, *keys) as me:
        before = _done(me)
        await me.types(sentence)
        assert me.stage.capture.text == sentence
        assert _done(me) == before
        await me.presses("enter")
        assert sentence in me.notes("A.2")


@pytest.mark.parametrize(
    ("lang", "sentence"), [*TYPED, ("sv", "- fax"), ("sv", "! viktigt"), ("en", "> more")]
)
async def test_the_key_at_the_edge_of_a_filter_begins_a_sentence(
    tmp_path: Path, lang: str, sentence: str
) -> None:
    async with _led(tmp_path, lang, "f6") as me:
        await me.types(sentence)
        assert me.stage.filtered is None
        if me.app.screen is me.stage:
            assert me.stage.capture.text == sentence
        else:
            me.sees(sentence)


async def test_a_filter_that_was_chosen_stays_when_a_sentence_follows_later(tmp_path: Path) -> None:
    async with _led(tmp_path, "sv", "f6", "1") as me:
        me.clock.passes(seconds=2)
        await me.types("procent")
        assert me.stage.filtered
        assert me.stage.capture.text == "procent"


@pytest.mark.parametrize(("lang", "sentence"), TYPED)
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param((), id="one theme"),
        pytest.param(("tab",), id="with similar notes"),
        pytest.param(("f2",), id="several themes"),
        pytest.param(("f2", "1"), id="one of several picked"),
        pytest.param(("1", "0"), id="two decided"),
        pytest.param(("f9",), id="nothing to settle"),
    ],
)
async def test_in_the_queue_it_is_a_theme_to_look_for(
    tmp_path: Path, keys: Sequence[str], lang: str, sentence: str
) -> None:
    async with coding(tmp_path, lang=lang) as (me, queue):
        await me.presses(*keys)
        me.clock.passes(seconds=5)
        themes = {one.id: one.name for one in queue.desk.coding.book.themes}
        before = queue.current, queue.done, {note: queue.desk.coding.themes_of(note) for note in queue.said}
        screen = me.app.screen
        assert isinstance(screen, Coding)
        ready = list(screen._picked), set(screen._taken)
        await me.types(sentence)
        assert screen.line.value == sentence
        after = queue.current, queue.done, {note: queue.desk.coding.themes_of(note) for note in queue.said}
        assert after == before
        assert (screen._picked, screen._taken) == ready
        assert {one.id: one.name for one in queue.desk.coding.book.themes} == themes
        me.sees(f"+ {sentence}")
        await me.presses("escape")
        assert screen.line.value == ""


async def test_a_decision_stays_when_a_theme_is_looked_for_later(tmp_path: Path) -> None:
    async with coding(tmp_path) as (me, queue):
        await me.presses("1")
        me.clock.passes(seconds=2)
        await me.types("psyk")
        me.sees("psyk")
        me.misses("1psyk")
        assert queue.done == 1


async def test_a_memo_written_for_a_note_is_still_there_when_its_digit_was_a_word(tmp_path: Path) -> None:
    async with coding(tmp_path) as (me, _):
        await me.presses("f6")
        await me.types("Svår att säga")
        await me.presses("enter")
        await me.types("10 procent")
        await me.presses("escape")
        me.sees("Svår att säga")


async def test_a_blank_behind_a_digit_waits_and_one_more_opens_the_menu(tmp_path: Path) -> None:
    async with coding(tmp_path) as (me, queue):
        await me.presses("1", "space")
        me.sees("En bokstav gör text av siffrorna")
        await me.presses("space")
        me.sees("Esc stänger")
        assert queue.done == 1


async def test_what_was_undone_by_hand_is_not_undone_once_more_by_a_letter(tmp_path: Path) -> None:
    async with coding(tmp_path) as (me, queue):
        await me.presses("1")
        me.clock.passes(seconds=5)
        await me.presses("1", "ctrl+z")
        await me.types("psyk")
        assert queue.done == 1
        me.misses("1psyk")


PAGES = {
    "home": (),
    "home, a discussion": ("down", "down", "down"),
    "a discussion that is read": ("down", "down", "down", "f3"),
    "a comparison": ("down", "down", "down", "f6", "down", "f6", "f8"),
    "a compilation": ("space", "s", *"V", "enter"),
    "what is behind a number": ("space", "s", *"V", "enter", "enter"),
    "the code book": ("space", "s", *"V", "enter", "f7", *"ma", "enter", "f7"),
    "actions": ("f12",),
}


@pytest.mark.parametrize(("lang", "sentence"), FEW)
@pytest.mark.parametrize("keys", [pytest.param(keys, id=where) for where, keys in PAGES.items()])
async def test_everywhere_else_it_is_looked_for(
    tmp_path: Path, keys: Sequence[str], lang: str, sentence: str
) -> None:
    spring(tmp_path)
    async with facilitator(tmp_path, lang=lang) as me:
        await me.presses(*keys)
        me.clock.passes(seconds=5)
        screen, before = me.app.screen, folder_of(tmp_path)
        await me.types(sentence)
        assert me.app.screen is screen
        assert screen.query_one(Field).value == sentence
        assert folder_of(tmp_path) == before
