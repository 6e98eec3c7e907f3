"""Whatever is refused says why: each kind has its sentence, in both languages, and screens and shell say just that."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import pytest

from diskussion_tui import domain, store, workshop
from diskussion_tui.domain.session import rounds
from diskussion_tui.domain.session.faults import (
    Fault,
    NotOpenedError,
    OtherWorkbookError,
    UnreadableSessionError,
)
from diskussion_tui.domain.session.refusals import (
    InShell,
    ReadOnlyError,
    RefusedError,
    TooLongError,
    TooMuchError,
)
from diskussion_tui.store.session.opening import NewerFormatError
from diskussion_tui.store.session.replicas import Held
from diskussion_tui.texts import LANGUAGES, words
from diskussion_tui.tui.commands import with_keys
from diskussion_tui.tui.plan.screen import RunOfShow
from diskussion_tui.tui.rounds.screen import Ranking
from diskussion_tui.tui.session_screen import SessionScreen
from diskussion_tui.tui.walk.screen import Walk
from diskussion_tui.workshop.workshop import Workshop
from tests.support.builders import Group
from tests.support.people import facilitator, leading
from tests.support.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

E = TypeVar("E", bound=Exception)

for package in (domain, store, workshop):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)

GIVEN: dict[type[Exception], tuple[Any, ...]] = {
    TooLongError: (20_001,),
    TooMuchError: (2_000_001,),
    ReadOnlyError: ("ENOSPC",),
    UnreadableSessionError: ("ekerö.toml", (Fault("no_session"),)),
    OtherWorkbookError: ("Ekerö", "häftet", "vårt"),
    NewerFormatError: (Held(Group().session, newer=9),),
}
"""What those are made with that are not made of nothing."""
TOLD_ANYHOW = {ReadOnlyError}
"""What the line of hints tells for as long as it lasts."""


def _kinds(of: type[E]) -> list[type[E]]:
    return [found for kind in of.__subclasses__() for found in (kind, *_kinds(kind))]


def _each(of: type[E]) -> list[E]:
    return [kind(*GIVEN.get(kind, ())) for kind in _kinds(of)]


REFUSED, NOT_OPENED = _each(RefusedError), _each(NotOpenedError)
EACH = [*REFUSED, *NOT_OPENED]
named = "{0.__class__.__name__}".format


def in_shell(error: RefusedError | NotOpenedError, language: str, at: InShell) -> str:
    said = words(language)
    return error.in_shell(said, at) if isinstance(error, RefusedError) else error.in_shell(said, at.file)


@pytest.mark.parametrize("error", EACH, ids=named)
def test_a_refusal_says_why_in_each_language_and_leaves_no_blank(
    error: RefusedError | NotOpenedError,
) -> None:
    at = InShell("Den är fastställd.", "Sparades inte: {why}.", "ekerö.toml")
    on_screen = {language: error.sentence(with_keys(words(language))) for language in LANGUAGES}
    if type(error) in TOLD_ANYHOW:
        assert not any(on_screen.values())
    else:
        assert all(on_screen.values())
        assert len({*on_screen.values()}) == len(LANGUAGES)
    for said in (*on_screen.values(), *(in_shell(error, language, at) for language in LANGUAGES)):
        assert "{" not in said
    assert all(in_shell(error, language, at) for language in LANGUAGES)


def test_what_keeps_a_discussion_from_being_opened_has_a_code_of_its_own() -> None:
    assert len({error.code for error in NOT_OPENED}) == len(NOT_OPENED)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", REFUSED, ids=named)
def test_the_shell_answers_a_refused_change_with_its_sentence(
    error: RefusedError, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(tmp_path, monkeypatch)
    path, said = shell.creates("Ekerö"), words(language).changing
    monkeypatch.setattr(Workshop, "do", _raising(error))
    answer = shell.runs("plan", "ekerö", "--minutes", "A.1=9", "--lang", language)
    at = InShell(said.final.format(name="Ekerö"), said.not_saved, str(path))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.split() == in_shell(error, language, at).split()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", NOT_OPENED, ids=named)
def test_the_shell_answers_with_the_sentence_of_what_keeps_a_discussion_from_being_opened(
    error: NotOpenedError, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(tmp_path, monkeypatch)
    path = shell.creates("Ekerö")
    monkeypatch.setattr(Workshop, "open", _raising(error))
    answer = shell.runs("plan", "ekerö", "--minutes", "A.1=9", "--lang", language)
    sentence = error.in_shell(words(language), str(path)).split()
    assert (answer.code, answer.out) == (2 if error.misused else 1, "")
    assert answer.err.split()[: len(sentence)] == sentence


@pytest.mark.parametrize("error", REFUSED, ids=named)
async def test_every_screen_says_the_sentence_of_a_refusal(error: RefusedError, tmp_path: Path) -> None:
    async with leading(tmp_path, at="B.1", said=["Fax"], size=(160, 45)) as me:
        assert me.app.workshop
        me.app.workshop.do(rounds.begin_round, me.app.workshop.ids.new(), "B", "prickar", 3)
        seen = list[type]()
        for keys in ([], ["f9"], ["escape", "f12"]):
            await me.presses(*keys)
            screen = me.app.screen
            assert isinstance(screen, SessionScreen)
            screen.change(_raising(error))
            await me.waits()
            assert screen.said == (error.sentence(me.app.texts), error.tone)
            me.sees(screen.said[0])
            seen.append(type(screen))
        assert seen == [Walk, RunOfShow, Ranking]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", NOT_OPENED, ids=named)
async def test_home_says_the_sentence_of_what_keeps_a_discussion_from_being_opened(
    error: NotOpenedError, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Shell(tmp_path, monkeypatch).creates("Ekerö")
    monkeypatch.setattr(Workshop, "open", _raising(error))
    async with facilitator(tmp_path, lang=language, open_path=path) as me:
        shown = " ".join(me.text().split())
        assert error.sentence(me.app.texts) in shown
        for fault in error.faults:
            assert me.app.texts.faults.of(fault.code) in shown


def _raising(error: Exception) -> Callable[..., NoReturn]:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise error

    return refuse
