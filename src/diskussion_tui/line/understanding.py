"""From a typed line to what is meant by it: words for a note, or a command with what follows its name.

A command is called by its name in either language, or by its first letters as long as they can mean nothing else; the most frequent
have one letter of their own.
What begins like a command and is none is refused with a word: no sentence ever becomes a command, and none is lost as one, since
two full stops make a note of whatever follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.text import folded, nearest
from diskussion_tui.line.refusals import NotDoneError
from diskussion_tui.texts import LANGUAGES, words

if TYPE_CHECKING:
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.texts.catalogue.line import LineCommand

MARK = "."
_LONGEST = 3
"""So many words the name of a command has at most."""


class Meant(NamedTuple):
    """What a line means: the id of a command with what follows its name, or with an empty id the text of a note."""

    command: str
    text: str


class Understanding:
    """Understands what is typed by somebody who speaks one of our languages."""

    def __init__(self, spoken: Texts) -> None:
        self._said = spoken.line
        self.commands: dict[str, LineCommand] = vars(spoken.line.commands)
        self._own = {folded(one.word): name for name, one in self.commands.items()}
        self._short = {one.short: name for name, one in self.commands.items() if one.short}
        others = (words(language) for language in LANGUAGES if language != spoken.language)
        self._foreign = {
            folded(one.word): name for texts in others for name, one in vars(texts.line.commands).items()
        }

    def meant(self, typed: str) -> Meant:
        """What a line means. Raises `NotDoneError` where it begins like a command and is none."""
        typed = typed.strip()
        if not _is_command(typed):
            return Meant("", typed[1:] if typed.startswith(MARK * 2) and typed[2:3] != MARK else typed)
        given = typed[1:].split()
        for size in range(min(_LONGEST, len(given)), 0, -1):
            if name := self._called(" ".join(given[:size])):
                return Meant(name, _rest(typed[1:], size))
        for size in range(min(_LONGEST, len(given)), 0, -1):
            if name := self._begun(" ".join(given[:size])):
                return Meant(name, _rest(typed[1:], size))
        near = nearest(folded(given[0]), self._own)
        hint = self._said.nearest.format(command=near) if near else ""
        raise NotDoneError(self._said.no_such_command.format(given=given[0]), hint)

    def completions(self, begun: str) -> list[str]:
        """The names of one's own language that go on from what stands after the full stop."""
        return sorted(
            one.word for one in self.commands.values() if folded(one.word).startswith(folded(begun))
        )

    def _called(self, given: str) -> str:
        wanted = folded(given)
        return self._short.get(wanted) or self._own.get(wanted) or self._foreign.get(wanted, "")

    def _begun(self, given: str) -> str:
        for names in (self._own, self._foreign):
            found = [name for name in names if name.startswith(folded(given))]
            if len(found) == 1:
                return names[found[0]]
            if found:
                listed = ", ".join(f"{MARK}{name}" for name in found)
                raise NotDoneError(self._said.several_commands.format(given=given, commands=listed))
        return ""


def _is_command(typed: str) -> bool:
    """Whether a line begins as a command does: a full stop and a letter at once, or a question mark alone."""
    return typed[:1] == MARK and (typed[1:2].isalpha() or typed.split(maxsplit=1)[0] == f"{MARK}?")


def _rest(text: str, words: int) -> str:
    """What follows so many words of a text, as it was typed."""
    for _ in range(words):
        text = text.lstrip().partition(" ")[2]
    return text.strip()
