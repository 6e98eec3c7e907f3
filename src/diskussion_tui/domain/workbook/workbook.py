"""The workbook: what a group is led through, as plain values.

A workbook is data. Nothing here knows the headings, kinds or questions of the one that ships; another organisation
writes another `content.toml` and every screen, command and document follows. The values are frozen and do no
more than look things up; `content/` builds them from a file, `domain/workbook/steps.py` turns them into a walk.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from diskussion_tui.base.languages import Language  # noqa: TC001 - the fields' types are read at run time
from diskussion_tui.base.value import dataclass

Asks = Literal["verdict", "kinds", "own", "reflection"]
"""What a question wants: a verdict with notes, notes of kinds, the group's own question, or reflections."""

Role = Literal["warm", "cool", "fresh", "bright"]
"""The colour a kind takes from the theme; never the only thing that tells kinds apart."""


Behaviour = Literal["fast", "krympbar", "kan utgå"]
"""What a step does when time runs short: keeps its minutes, gives some of them, or may be left out."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the few sorts of note, such as *avveckla* (phase out).

    `sign` is what stands before a note, `key` what picks the kind in an empty capture line.
    """

    id: str
    sign: str
    key: str
    label: str
    verb: str
    role: Role
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer to whether the picture holds."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Introduction:
    """The points a discussion opens with."""

    heading: str
    bullets: tuple[str, ...]
    minutes: int
    cues: tuple[str, ...] = ()
    behaviour: Behaviour = "krympbar"


@dataclass(frozen=True, slots=True)
class Area:
    """A type of care on the compass with its forms, in reading order. `setting` qualifies the whole area."""

    id: str
    name: str
    forms: tuple[str, ...]
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Compass:
    """Today's structure, to place notes on: areas with forms, and branches that cut across them."""

    heading: str
    invitation: str
    area_label: str
    form_label: str
    branch_label: str
    areas: tuple[Area, ...]
    branches: tuple[str, ...]
    minutes: int
    cues: tuple[str, ...] = ()
    behaviour: Behaviour = "krympbar"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A point of the picture, perhaps with points of its own under it."""

    text: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something the group answers in notes. `id` is stable (`B.2`) and is how the shell addresses it.

    `text` is empty where the group words the question itself (`asks == "own"`).
    """

    id: str
    asks: Asks
    minutes: int
    text: str = ""
    cues: tuple[str, ...] = ()
    behaviour: Behaviour = "krympbar"


@dataclass(frozen=True, slots=True)
class Section:
    """A focus area: its picture of the future (lead and bullets) and the questions about it."""

    id: str
    heading: str
    lead: tuple[str, ...]
    bullets: tuple[Bullet, ...]
    questions: tuple[Question, ...]
    minutes: int
    cues: tuple[str, ...] = ()
    behaviour: Behaviour = "krympbar"


@dataclass(frozen=True, slots=True)
class Reflection:
    """A field for the most important reflections; `section` is the focus area it looks back on, empty for the whole."""

    id: str
    heading: str
    minutes: int
    section: str = ""
    cues: tuple[str, ...] = ()
    behaviour: Behaviour = "krympbar"


@dataclass(frozen=True, slots=True)
class Reflections:
    """The closing section: one question, a field for each focus area and one for the whole."""

    id: str
    heading: str
    text: str
    fields: tuple[Reflection, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """The thanks, and how the file is named."""

    heading: str
    text: tuple[str, ...]
    naming: str
    minutes: int
    cues: tuple[str, ...] = ()
    behaviour: Behaviour = "krympbar"


@dataclass(frozen=True, slots=True)
class Part:
    """A headed piece of the background: paragraphs, then points."""

    heading: str
    text: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Background:
    """Reading for those who want to know what the discussion rests on."""

    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A short form and what it stands for."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """Everything a group is led through.

    `total_minutes` is what the steps' minutes must add up to. `provenance` says whose text it is and how far it may be
    trusted, empty where there is nothing to say of that.
    """

    id: str
    version: int
    language: Language
    title: str
    short_title: str
    subtitle: str
    file_prefix: str
    total_minutes: int
    kinds: tuple[Kind, ...]
    verdicts: tuple[Verdict, ...]
    introduction: Introduction
    compass: Compass
    sections: tuple[Section, ...]
    reflections: Reflections
    closing: Closing
    background: Background
    glossary: tuple[Term, ...] = ()
    provenance: str = ""

    def kind(self, kind_id: str) -> Kind | None:
        """The kind with this id, or None where the workbook has no such kind."""
        return next((kind for kind in self.kinds if kind.id == kind_id), None)

    def section(self, section_id: str) -> Section | None:
        """The section with this id, or None."""
        return next((section for section in self.sections if section.id == section_id), None)

    def questions(self) -> tuple[Question, ...]:
        """Every question in the order of the walk, the reflections as questions among them."""
        asked = (question for section in self.sections for question in section.questions)
        return (*asked, *self.reflections_asked())

    def reflections_asked(self) -> tuple[Question, ...]:
        """The fields of the closing section as questions, in order."""
        return tuple(
            Question(
                id=field.id,
                asks="reflection",
                minutes=field.minutes,
                text=field.heading,
                cues=field.cues,
                behaviour=field.behaviour,
            )
            for field in self.reflections.fields
        )

    def question(self, question_id: str) -> Question | None:
        """The question or reflection with this id, or None."""
        return next((question for question in self.questions() if question.id == question_id), None)


def id_from(text: str) -> str:
    """A text as an id: small letters without marks, digits and hyphens."""
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one)
    )
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
