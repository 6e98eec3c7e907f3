"""What is done with a theme: changed, merged, split, taken out. Shared by the queue and the code book, which both have its menu."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from diskussion_tui.base.text import clean_line, folded
from diskussion_tui.domain.analysis import codebook
from diskussion_tui.domain.analysis.coding import Decision, split
from diskussion_tui.domain.analysis.words import BookWords, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.screen import Screen

    from diskussion_tui.domain.analysis.codebook import Theme
    from diskussion_tui.domain.analysis.coding import Coding
    from diskussion_tui.domain.session.changes import Stamp
    from diskussion_tui.domain.session.records import Version
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.workshop.coding_queue import Queue


T = TypeVar("T")
_LONGEST = 4_000
"""So many characters a meaning or a list of words may have."""


class Place(Protocol):
    """The screen on which it is done."""

    words: Texts
    queue: Queue

    @property
    def theme(self) -> Theme | None:
        """The theme that is chosen."""

    async def ask(self, dialog: Screen[T]) -> T | None:
        """Ask something."""

    def say(self, text: str) -> None:
        """Say what was done."""


def make(queue: Queue, name: str) -> str:
    """Make a theme of a name; its id, or that of the one that is called so already."""
    theme_id = queue.desk.new_id()
    known = queue.desk.coding.book.called(name)
    if known:
        return known.id
    made = queue.desk.do(lambda coding, stamp: codebook.make(coding.book, stamp, theme_id, name))
    queue.take_in(made)
    return theme_id if made else ""


async def edit(place: Place, theme: Theme) -> None:
    """Change a theme's name, meaning, words and where it lies."""
    from diskussion_tui.tui.dialogs.form import Asked, Form

    said, book = place.words.coding, place.queue.desk.coding.book
    above = book.theme(theme.parent) if theme.parent else None
    asked = [
        Asked("name", said.name, theme.name),
        Asked("when", said.when, theme.when, longest=_LONGEST),
        Asked("unless", said.unless, theme.unless, longest=_LONGEST),
        Asked("words", said.words, _listed(theme.words), longest=_LONGEST),
        Asked("stops", said.stops, _listed(theme.stops), longest=_LONGEST),
        Asked("parent", said.parent, above.name if above else ""),
    ]
    form = Form(said.theme_form, asked, place.words, lambda values: _wrong(place, theme, values))
    values = await place.ask(form)
    if values is None:
        return
    parent = book.called(values["parent"]) if values["parent"].strip() else None
    given = {key: values[key] for key in ("name", "when", "unless")}
    words = {key: codebook.words_from(f"{values[key]},") for key in ("words", "stops")}

    def changed(coding: Coding, stamp: Stamp) -> Iterable[Version]:
        return codebook.alter(
            coding.book, stamp, theme.id, **given, **words, parent=parent.id if parent else ""
        )

    if made := place.queue.desk.do(changed):
        place.queue.take_in(made)
        place.say(said.changed.format(theme=clean_line(values["name"])))


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def _wrong(place: Place, theme: Theme, values: dict[str, str]) -> str:
    said, book = place.words.coding, place.queue.desk.coding.book
    name, parent = folded(clean_line(values["name"])), values["parent"].strip()
    if not name:
        return said.name_empty
    if any(folded(one.name) == name and one.id != theme.id for one in book.themes):
        return said.name_taken
    found = book.called(parent) if parent else None
    if parent and not found:
        return said.no_such_parent
    at = found
    while at:
        if at.id == theme.id:
            return said.parent_round
        at = book.theme(at.parent) if at.parent else None
    return ""


async def merge(place: Place, theme: Theme) -> None:
    """Merge a theme into another that is chosen."""
    from diskussion_tui.tui.dialogs.chooser import Choice, Chooser

    said, book = place.words.coding, place.queue.desk.coding.book
    offered = [Choice(one.id, one.name, titled=True) for one in book.themes if one.id != theme.id]
    chosen = await place.ask(Chooser(said.merge_question.format(theme=theme.name), offered, place.words))
    into = book.theme(chosen) if chosen else None
    if into and (
        made := place.queue.desk.do(lambda c, stamp: codebook.merge(c.book, stamp, theme.id, into.id))
    ):
        place.queue.take_in(made)
        place.say(said.merged.format(theme=theme.name, into=into.name))


async def divide(place: Place, theme: Theme) -> None:
    """Split a theme: the coder's notes under it that have some words go to a new one."""
    from diskussion_tui.tui.dialogs.form import Asked, Form

    said, queue = place.words.coding, place.queue

    def wrong(values: dict[str, str]) -> str:
        if not clean_line(values["name"]):
            return said.name_empty
        return said.name_taken if queue.desk.coding.book.called(values["name"]) else ""

    asked = [Asked("name", said.split_name), Asked("words", said.split_words)]
    values = await place.ask(Form(said.split_title.format(theme=theme.name), asked, place.words, wrong))
    if values is None:
        return
    theme_id = queue.desk.new_id()

    def parted(coding: Coding, stamp: Stamp) -> Iterable[Version]:
        (fresh,) = codebook.make(coding.book, stamp, theme_id, values["name"], words=values["words"])
        fresh = replace(fresh, parent=theme.parent, tone=theme.tone)
        looked_for = BookWords([fresh])
        has: Callable[[str], bool] = lambda text: bool(looked_for.hits(text, words_of(text)))  # noqa: E731
        notes = [note for note in queue.said if has(queue.said[note].text)]
        return split(coding, stamp, queue.coder, theme.id, fresh, notes)

    made = queue.desk.do(parted)
    queue.take_in(made)
    count = sum(isinstance(one, Decision) for one in made)
    place.say(said.split_done.format(theme=clean_line(values["name"]), count=count))


async def withdraw(place: Place, theme: Theme) -> None:
    """Take a theme out, once it is certain."""
    from diskussion_tui.tui.dialogs.ask import Ask

    said = place.words.coding
    ask = Ask(said.withdraw_question.format(theme=theme.name), said.withdraw_explained, place.words)
    if await place.ask(ask):
        made = place.queue.desk.do(lambda coding, stamp: codebook.withdraw(coding.book, stamp, theme.id))
        place.queue.take_in(made)
        place.say(said.withdrawn.format(theme=theme.name))
