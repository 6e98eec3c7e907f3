"""The catalogue: which words there are, a module a room. Each language fills the same rooms, and the type checker holds it to them.

Words with a number are `Plural`s; words with a blank to fill are templates for `str.format`, with the blanks' names in the
field's docstring where they are not plain. What users wrote is only ever put into a blank, never read as a template.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diskussion_tui.texts.catalogue.archive import Archive
    from diskussion_tui.texts.catalogue.base import Words
    from diskussion_tui.texts.catalogue.changing import Changing
    from diskussion_tui.texts.catalogue.cli import Cli
    from diskussion_tui.texts.catalogue.coding import CodingTexts
    from diskussion_tui.texts.catalogue.commands import CommandTexts
    from diskussion_tui.texts.catalogue.comparing import Comparing
    from diskussion_tui.texts.catalogue.compiling import Compiling
    from diskussion_tui.texts.catalogue.conclusions import Conclusions
    from diskussion_tui.texts.catalogue.dialogs import Dialogs
    from diskussion_tui.texts.catalogue.doctor import Doctor
    from diskussion_tui.texts.catalogue.faults import Faults
    from diskussion_tui.texts.catalogue.fields import Fields
    from diskussion_tui.texts.catalogue.filtering import Filtering
    from diskussion_tui.texts.catalogue.followup import FollowUpWords
    from diskussion_tui.texts.catalogue.form import FormWords
    from diskussion_tui.texts.catalogue.guide import Guide
    from diskussion_tui.texts.catalogue.handover import Handover
    from diskussion_tui.texts.catalogue.history import History
    from diskussion_tui.texts.catalogue.home import Home
    from diskussion_tui.texts.catalogue.index import IndexWords
    from diskussion_tui.texts.catalogue.intake import Intake
    from diskussion_tui.texts.catalogue.keys import Keys
    from diskussion_tui.texts.catalogue.line import Line
    from diskussion_tui.texts.catalogue.look import LookWords
    from diskussion_tui.texts.catalogue.merging import Merging
    from diskussion_tui.texts.catalogue.numbers import Numbers
    from diskussion_tui.texts.catalogue.pasting import Pasting
    from diskussion_tui.texts.catalogue.personal import Personal
    from diskussion_tui.texts.catalogue.placing import Placing
    from diskussion_tui.texts.catalogue.plan import RunOfShow
    from diskussion_tui.texts.catalogue.problems import Problems
    from diskussion_tui.texts.catalogue.purge import Purging
    from diskussion_tui.texts.catalogue.query import QueryWords
    from diskussion_tui.texts.catalogue.reading import Reading
    from diskussion_tui.texts.catalogue.reasons import Reasons
    from diskussion_tui.texts.catalogue.report import Report
    from diskussion_tui.texts.catalogue.rounds import Rounds
    from diskussion_tui.texts.catalogue.settings import Settings
    from diskussion_tui.texts.catalogue.terms import Terms
    from diskussion_tui.texts.catalogue.usages import Usages
    from diskussion_tui.texts.catalogue.waiting import Waiting
    from diskussion_tui.texts.catalogue.walk import Walk
    from diskussion_tui.texts.catalogue.wall import Wall
    from diskussion_tui.texts.catalogue.why_not import WhyNot
    from diskussion_tui.texts.catalogue.workbook import WorkbookWords

Group = TypeVar("Group")


class Room(Generic[Group]):
    """A room of a language: `WORDS` of the module that is called as the field is, loaded when the field is first read."""

    def __set_name__(self, _owner: type[Texts], name: str) -> None:
        self.name = name

    def __get__(self, texts: Texts, _owner: type[Texts]) -> Group:
        words: Group = import_module(f"diskussion_tui.texts.{texts.language}.{self.name}").WORDS
        if texts.key_names is not None:
            words = cast("Words", words).with_keys(texts.key_names)  # type: ignore[assignment]
        vars(texts)[self.name] = words  # found before this from now on
        return words


class Texts:
    """Every word of a language, a room at a time: what a command does not say is never loaded."""

    def __init__(self, language: str, keys: Mapping[str, str] | None = None) -> None:
        """`keys` are the keys of commands as people read them, by the commands' ids: only screens have any to speak of."""
        self.language = language
        self.key_names = keys

    problems: Room[Problems] = Room()
    faults: Room[Faults] = Room()
    reasons: Room[Reasons] = Room()
    terms: Room[Terms] = Room()
    settings: Room[Settings] = Room()
    keys: Room[Keys] = Room()
    commands: Room[CommandTexts] = Room()
    walk: Room[Walk] = Room()
    why_not: Room[WhyNot] = Room()
    merging: Room[Merging] = Room()
    numbers: Room[Numbers] = Room()
    home: Room[Home] = Room()
    reading: Room[Reading] = Room()
    query: Room[QueryWords] = Room()
    index: Room[IndexWords] = Room()
    comparing: Room[Comparing] = Room()
    followup: Room[FollowUpWords] = Room()
    handover: Room[Handover] = Room()
    dialogs: Room[Dialogs] = Room()
    placing: Room[Placing] = Room()
    filtering: Room[Filtering] = Room()
    fields: Room[Fields] = Room()
    history: Room[History] = Room()
    changing: Room[Changing] = Room()
    rounds: Room[Rounds] = Room()
    report: Room[Report] = Room()
    form: Room[FormWords] = Room()
    intake: Room[Intake] = Room()
    doctor: Room[Doctor] = Room()
    guide: Room[Guide] = Room()
    purge: Room[Purging] = Room()
    look: Room[LookWords] = Room()
    archive: Room[Archive] = Room()
    personal: Room[Personal] = Room()
    pasting: Room[Pasting] = Room()
    conclusions: Room[Conclusions] = Room()
    plan: Room[RunOfShow] = Room()
    waiting: Room[Waiting] = Room()
    line: Room[Line] = Room()
    wall: Room[Wall] = Room()
    compiling: Room[Compiling] = Room()
    coding: Room[CodingTexts] = Room()
    workbook: Room[WorkbookWords] = Room()
    usages: Room[Usages] = Room()
    cli: Room[Cli] = Room()
