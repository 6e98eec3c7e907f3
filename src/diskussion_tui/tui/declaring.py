"""What a command is: what is declared of each in `commands`, the places where they hold, and how keys are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from diskussion_tui.base.languages import LANGUAGES
from diskussion_tui.base.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.texts.catalogue.commands import CommandWords
    from diskussion_tui.tui.conditions import Reason, When

Place = Literal[
    "writing",
    "notes",
    "walk",
    "ranking",
    "plan",
    "reading",
    "replay",
    "comparing",
    "handover",
    "home",
    "compiling",
    "behind",
    "followup",
    "coding",
    "themes",
    "wall",
]
"""Where a command works: in the capture line, among the notes, anywhere in a discussion, in a round, in the run of show,
where a discussion is read, where one sees how it grew, where several are compared, at its end, at home, in a compilation, behind a number of one, where actions are followed up, where notes are coded, in the code book, in the window for the room. The key sheet and the help follow this order."""
Thing = Literal[
    "note",
    "conclusion",
    "action",
    "cell",
    "discussion",
    "page",
    "compared",
    "item",
    "ranked",
    "part",
    "compilation",
    "counted",
    "followed",
    "theme",
]
"""What can be chosen and has a menu: a note, a conclusion, an action since last time, a cell of the compass, a discussion at
home, the page on which one is read, an item of the run of show, what a round is about, a part of the summary, a compilation, what a number of it counts, an action that is followed up, a theme."""
Footer = Literal[
    "writing",
    "concluding",
    "notes",
    "conclusions",
    "reading",
    "dots",
    "order",
    "closed",
    "plan",
    "page",
    "replay",
    "comparing",
    "handover",
    "home",
    "compiling",
    "behind",
    "followup",
    "coding",
    "themes",
]
"""What somebody is doing while a footer is shown: writing notes or conclusions, being among them, reading a step; giving
dots, putting notes in order, looking at a round that is closed; the run of show; a discussion's page; how it grew; several side by side; its end; home; a compilation; what lies behind a number; following up; coding; the code book."""

EVERYWHERE: tuple[Place, ...] = (
    "walk",
    "ranking",
    "plan",
    "reading",
    "replay",
    "comparing",
    "handover",
    "home",
    "compiling",
    "behind",
    "followup",
    "coding",
    "themes",
)
IN_DISCUSSION: tuple[Place, ...] = ("walk", "ranking", "plan")
WINDOWS: tuple[Place, ...] = (*EVERYWHERE, "wall")
FINDING: tuple[Place, ...] = ("reading", "comparing", "compiling", "behind", "followup")
ROOM: tuple[Place, ...] = ("walk", "ranking", "wall")
"""Places that share commands."""

PALETTE = "ctrl+p"
IN_MENU = "space "
"""What the key of a command begins with that is reached through a menu."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command.

    `id` names its words and whoever does it; `key` is empty where only the palette offers it; `elsewhere` gives it another key in some places; `bound` is False where a widget owns the key; `app` where the app does it rather than a screen; `abroad` is the key of `also` that is shown where keyboards have no `ö`.
    `menu` is its key in the menus of things, which Space opens; one that has no other key is called `space` and that one.
    `ranks` says in which footers it is named, and before which others: 1 comes first. `when` says whether it can run; `helps`, whether a footer should name it though it can. `called` gives it another name where its own does not fit; empty where it does.
    """

    id: str
    key: str
    places: tuple[Place, ...]
    also: tuple[str, ...] = ()
    elsewhere: Mapping[Place, str] | None = None
    bound: bool = True
    menu: Mapping[Thing, str] | None = None
    app: bool = False
    abroad: str = ""
    ranks: Mapping[Footer, int] | None = None
    when: When | None = None
    helps: Callable[[Any], bool] | None = None
    called: Callable[[Any, Texts], str] | None = None

    def words(self, words: Texts) -> CommandWords:
        """Title and reason."""
        found: CommandWords = getattr(words.commands, self.id)
        return found

    def why_not(self, at: object) -> Reason | None:
        """Why it cannot run where somebody is; None where it can."""
        return self.when(at) if self.when else None

    def keys_in(self, place: Place) -> tuple[str, ...]:
        """Its keys in a place."""
        other = self.elsewhere.get(place) if self.elsewhere else None
        return (other,) if other else tuple(filter(None, (self.key, *self.also)))

    def shown_key(self, words: Texts, place: Place | None = None) -> str:
        """Its key as it is written on the screen."""
        if not self.key:
            return key_name(PALETTE, words)
        own = self.abroad if self.abroad and words.language != LANGUAGES[0] else self.key
        return key_name((self.elsewhere or {}).get(place or "walk", own), words)

    def rekeyed(self, key: str) -> Command:
        """The same with another key than is declared; with none, as it is."""
        return replace(self, key=key) if key else self

    @property
    def action(self) -> str:
        """What Textual calls."""
        return f"app.{self.id}" if self.app else f"screen.do('{self.id}')"


def both_cases(key: str) -> tuple[str, ...]:
    """A key to be bound: a letter with Caps Lock on too, and none for what is reached through a menu."""
    if key.startswith(IN_MENU):
        return ()
    return (key, key.upper()) if len(key) == 1 and key.isalpha() else (key,)


def key_name(key: str, words: Texts) -> str:
    """A key as people read it: `Ctrl+G`, `PgDn`, `F1`; one in a menu with that which opens it before it."""
    if key.startswith(IN_MENU):
        return " ".join(key_name(one, words) for one in key.split(" "))
    names = dict(words.keys.named)
    parts = [
        names.get(part, part.upper() if part[:1] == "f" and part[1:].isdigit() else part)
        for part in key.split("+")
    ]
    return "+".join(part.upper() if len(part) == 1 and len(parts) > 1 else part for part in parts)
