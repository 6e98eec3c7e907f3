"""Somebody who types without looking: sentences at any moment of the walk, and not one of them does anything but stand there."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.records import Answer, Conclusion, Note
from tests.support.blindly import stands_in
from tests.support.people import leading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.people import Facilitator

SEED = 13
SENTENCES = 60
WORDS = (
    *(
        "avveckla",
        "bort",
        "centralen",
        "dubbla",
        "enkelt",
        "faxen",
        "gemensam",
        "hemma",
        "ingen",
        "journal",
        "kan",
    ),
    *(
        "ljus",
        "mobila",
        "nattetid",
        "ofta",
        "parkera",
        "quiz",
        "rum",
        "saknas",
        "tid",
        "under",
        "vård",
        "webben",
    ),
    *("xylofon", "yngre", "zon", "åker", "äldre", "öppet", "ja", "nej"),
)
STEPS = ("start", "kompass", "a", "a1", "a2", "a3", "b", "b2", "c3", "d1", "ea", "ehelheten", "slut")
PAGES = ("f1", "f2", "f4")
DIALOGS = ("ctrl+g", "ctrl+p", "ctrl+n", "ctrl+f")
MOVES = (("pagedown",), ("pageup",), ("up",), ("up", "up"), ("down",), ("f5",), ("f12", "enter"), ())


async def test_sentences_typed_at_random_moments_are_all_there_and_did_nothing_else(tmp_path: Path) -> None:
    chance, meant = random.Random(SEED), list[str]()
    async with leading(tmp_path, said=["det första som sägs"]) as me:
        for number in range(SENTENCES):
            first = [str(chance.randrange(2, 2000))] if chance.random() < 0.2 else []
            sentence = " ".join([*first, *chance.sample(WORDS, chance.randrange(2, 6)), f"nr{number}."])
            if not await _types_somewhere(me, chance, sentence):
                meant.append(sentence)
        session = me.session
        said = [
            *(one.text for one in session.current(Note)),
            *(one.text for one in session.current(Conclusion)),
        ]
        said += [one.wording for one in session.current(Answer)]
        drafts = [draft for table, draft in _drafts(me) if table]
        assert [one for one in meant if not any(stands_in(one, text) for text in (*said, *drafts))] == []
        _nothing_was_done(me)


async def _types_somewhere(me: Facilitator, chance: random.Random, sentence: str) -> bool:
    """Go somewhere, open something or choose something, and type; whether it was typed into a field of a dialog."""
    enter = ["enter"] if chance.random() < 0.7 else []
    where = chance.random()
    if where < 0.15:
        await me.presses(chance.choice(DIALOGS))
        await me.types(sentence)
        await me.presses(*enter, "escape")
        return True
    if where < 0.4:
        await me.goes_to(chance.choice(STEPS))
    elif where < 0.55:
        await me.presses(chance.choice(PAGES))
    else:
        await me.presses(*chance.choice(MOVES))
    await me.types(sentence)
    await me.presses(*enter)
    return False


def _drafts(me: Facilitator) -> list[tuple[str, str]]:
    draft = me.app.workshop.last_draft() if me.app.workshop else None
    return [("drafts", text) for text in (draft.text, draft.edited, me.stage.capture.text)] if draft else []


def _nothing_was_done(me: Facilitator) -> None:
    """Nothing is gone, marked, counted, merged, placed or parked but what was said before the questions."""
    session = me.session
    assert session.head.name == "Ekerö"
    assert not session.final
    assert not session.withdrawn()
    for note in session.current(Note):
        done = (note.supporters, note.star, note.dissent, note.places, note.sources, note.merged_into)
        assert not any(done), note
        assert not note.parked or note.question == "A.1", note
    assert not any(one.done for one in session.current(Conclusion))
    assert not any(one.verdict for one in session.current(Answer))
