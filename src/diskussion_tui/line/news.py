"""What has happened since the last prompt: others' notes, the clock, and how saving goes. Each is told once, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diskussion_tui.domain.session.numbers import number_of
from diskussion_tui.domain.session.records import Note
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.line.places import name_of

if TYPE_CHECKING:
    from diskussion_tui.domain.session.session import Change
    from diskussion_tui.line.evening import Evening

WARNED_AT = 5
"""Minutes before a step's time is up at which that is said."""
_TOLD = 3
"""So many changes by others are read out singly; where there are more, how many."""


class News:
    """Remembers what has been told."""

    def __init__(self, evening: Evening) -> None:
        self._of = evening
        self._known: dict[str, str] = {}
        self._state = "saved"
        self._clock: tuple[str, int] = ("", 0)
        self._due = ""

    def look(self) -> None:
        """Take what is there as known: whoever begins is not told of it."""
        self._known = {note.id: note.change for note in self._notes()}

    def ours(self, change: Change | None) -> None:
        """What one has changed oneself is no news."""
        for version in change.versions if change else ():
            if isinstance(version, Note):
                self._known[version.id] = version.change

    def tell(self) -> None:
        """Tell all that is new."""
        self._tell_others()
        self._tell_clock()
        self.tell_saving()

    def _notes(self) -> list[Note]:
        versions = self._of.session.versions
        return [
            found[-1]
            for key, found in versions.items()
            if key[0] == Note.table and isinstance(found[-1], Note)
        ]

    def _tell_others(self) -> None:
        fresh = [note for note in self._notes() if self._known.get(note.id) != note.change]
        new = [note for note in fresh if note.id not in self._known and note.in_force]
        altered = [note for note in fresh if note.id in self._known]
        self._known |= {note.id: note.change for note in fresh}
        said, speech = self._of.words.line, self._of.speech
        for question, number in Counter(note.question for note in new).items():
            speech.say(said.step.format(step=called(question), heading=f"{said.others_new(number)}."))
        for note in altered[:_TOLD]:
            where = {"step": called(note.question), "number": number_of(self._of.session, note)}
            speech.say(
                said.others_changed.format(**where, text=note.text)
                if note.in_force
                else said.others_gone.format(**where)
            )
        if len(altered) > _TOLD:
            speech.say(said.others_more(len(altered) - _TOLD))

    def _tell_clock(self) -> None:
        timing, said = self._of.workshop.timing, self._of.words.line
        if self._of.session.final or not timing.running:
            return
        standing = timing.standing
        item = standing.here.item
        left = minutes_left(standing.left)
        before, now = self._clock, (item.id, left)
        self._clock = now
        if before[0] == item.id:
            name = name_of(item.step, self._of.words) if item.step else item.name
            if before[1] > 0 >= left:
                self._of.speech.say(said.over_by.format(step=name))
            elif before[1] > WARNED_AT >= left > 0:
                self._of.speech.say(said.step.format(step=name, heading=f"{said.left(left)}."))
        if standing.due and standing.due.id != self._due:
            self._due = standing.due.id
            self._of.speech.say(said.due.format(name=standing.due.name, minutes=standing.due.minutes))

    def tell_saving(self) -> None:
        """Tell how saving goes where that is different."""
        saving, words = self._of.workshop.saving, self._of.words
        if saving.state == self._state:
            return
        before, self._state = self._state, saving.state
        said, why = words.line, words.reasons.of(saving.why) if saving.why else ""
        told = {
            "saved": said.home_again if before != "saving" else "",
            "saving": said.saving_still,
            "elsewhere": said.elsewhere.format(folder=saving.refuge, why=why),
            "untidy": said.untidy.format(why=why),
            "refused": said.not_saved.format(why=why),
        }
        if saving.state == "saved" and before == "saving":
            told["saved"] = said.saved_now
        self._of.speech.say(told[saving.state])


def minutes_left(seconds: int) -> int:
    """Whole minutes left, a begun one counted; none or fewer once the time is up."""
    return -(-seconds // 60)
