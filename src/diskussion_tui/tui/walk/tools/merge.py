"""Marking notes, merging and splitting them, and reading what a merged note was made of.

A mark is a thing of this screen: it follows from question to question, and is in no file.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.domain.session import merging
from diskussion_tui.domain.session.numbers import number_of
from diskussion_tui.domain.session.records import Note
from diskussion_tui.domain.session.similar import ALIKE
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.reports.page import shortened
from diskussion_tui.tui.dialogs.ask import Ask
from diskussion_tui.tui.dialogs.chooser import Choice, Chooser
from diskussion_tui.tui.walk import pages
from diskussion_tui.tui.walk.choices import sign
from diskussion_tui.tui.walk.tools.tool import Tool

if TYPE_CHECKING:
    from diskussion_tui.domain.session.merging import Wish

_FEWEST = 2
_TOLD = 5
"""So many originals the question whether to split tells; the others are counted."""
_TOLD_WIDTH = 54


class Merge(Tool):
    """Making one note of several, and several of one."""

    # ---- marking -------------------------------------------------------------------------------------------------

    def mark_chosen(self) -> None:
        """Mark the chosen note, or take its mark off."""
        if note := self.walk.choosing.note:
            marked = self.walk.marked
            without = tuple(one for one in marked if one != note.id)
            self.mark(without if note.id in marked else (*marked, note.id))

    def mark(self, marked: tuple[str, ...]) -> None:
        """Have these notes marked, and no others."""
        self.walk.marked = marked
        self.walk.show_page()
        self.walk.say("")
        self.walk.show_footer()

    # ---- merging -------------------------------------------------------------------------------------------------

    async def merge(self) -> None:
        """Merge the marked notes; one that is alone is merged with another, which is asked for."""
        note, marked = self.walk.choosing.note, self.walk.marked
        if len(marked) < _FEWEST and note:
            marked = tuple(dict.fromkeys((*marked, note.id)))
        if len(marked) < _FEWEST and note:
            other = await self._with_which(note)
            marked = (note.id, other) if other else ()
        if len(marked) >= _FEWEST and (wishes := await self._wishes(marked)):
            self._merge(marked, wishes)

    async def merge_those(self, ids: tuple[str, ...]) -> None:
        """Merge notes that were called by their numbers."""
        if wishes := await self._wishes(ids):
            self._merge(ids, wishes)

    async def _with_which(self, note: Note) -> str:
        """The note to merge with, those that are alike first; empty where none is chosen."""
        session, similar = self.walk.session, self.walk.tools.likeness.similar
        similar.take_in(session)
        likes = {one.note: one for one in similar.ranked(note.text, but=note.id) if one.degree >= ALIKE}
        others = sorted(
            (one for one in session.notes() if one.id != note.id),
            key=lambda one: (
                one.id not in likes or likes[one.id].opposite,
                -likes[one.id].degree if one.id in likes else 0.0,
                one.question != note.question,
                one.kind != note.kind,
            ),
        )
        said = self.walk.words.merging
        beside = {
            one.note: f"{said.opposite if one.opposite else said.like}".rstrip(":") for one in likes.values()
        }
        choices = [
            Choice(
                one.id,
                f"{number_of(session, one)} {sign(self.walk, one)} {clean_line(one.text)}",
                f"{beside.get(one.id, '')}  {called(one.question)}",
            )
            for one in others
        ]
        return await self.walk.ask(Chooser(said.with_which, choices, self.walk.words)) or ""

    async def _wishes(self, ids: tuple[str, ...]) -> tuple[Wish, ...]:
        """How each note that would come of it is wanted, asked in turn; empty where it is not wanted after all."""
        from diskussion_tui.tui.dialogs.merge import Asked
        from diskussion_tui.tui.dialogs.merge import Merge as MergeDialog

        session, kinds = self.walk.session, self.walk.workshop.workbook.kinds
        notes = tuple(note for note in map(session.note, ids) if note)
        numbers = {note.id: number_of(session, note) for note in notes}
        wishes: tuple[Wish, ...] = ()
        while not wishes or len(wishes) < len(merging.groups_of(session, ids, wishes[0].kind)):
            groups = partial(merging.groups_of, session, ids)
            asked = Asked(notes, groups, kinds, numbers, len(wishes))
            wish = await self.walk.ask(MergeDialog(asked, self.walk.words))
            if wish is None:
                return ()
            wishes = (*wishes, wish)
        return wishes

    def _merge(self, ids: tuple[str, ...], wishes: tuple[Wish, ...]) -> None:
        walk, said = self.walk, self.walk.words.merging
        change = walk.change(merging.merge, walk.workshop.ids.endless(), ids, wishes)
        if change is None:
            return
        made = [one for one in change.versions if isinstance(one, Note) and one.id not in ids]
        self.mark(())
        here = next((one.id for one in made if walk.board.holds(one.id)), "")
        if here:
            walk.choosing.choose(here)
        elif not walk.board.selected:
            walk.choosing.back_to_writing()
        walk.choosing.show()
        told = said.merged(len(change.versions) - 1) if len(made) == 1 else said.merged_apart(len(made))
        there = "" if here else said.merged_under.format(step=called(made[0].question))
        walk.say(f"{told} {there}".strip())

    # ---- splitting, and what it was made of -----------------------------------------------------------------------

    async def split(self) -> None:
        """Take a merged note apart, once it is seen what comes back."""
        walk, note, said = self.walk, self.walk.choosing.note, self.walk.words.merging
        if note is None:
            return
        originals = merging.originals_of(walk.session, note)
        back = [one.note for one in originals if not one.depth and one.note]
        rows = [f"{sign(walk, one)} {shortened(one.text, _TOLD_WIDTH)}" for one in back[:_TOLD]]
        if len(back) > _TOLD:
            rows.append(said.more(len(back) - _TOLD))
        given = merging.given_since(walk.session, note)
        told = [said.split_explained, *([said.split_hands(given)] if given else [])]
        text = "\n".join([*rows, "", " ".join(told)])
        if not await walk.ask(Ask(said.split_question(len(back)), text, walk.words, safe=True)):
            return
        if walk.change(merging.split, note.id):
            walk.board.select(next((one.id for one in back if walk.board.holds(one.id)), ""))
            if not walk.board.selected:
                walk.choosing.back_to_writing()
            walk.choosing.show()
            walk.say(said.split(len(back)))

    def read_originals(self) -> None:
        """Read what a merged note was made of, at any depth."""
        if note := self.walk.choosing.note:
            view = replace(self.walk.view(pages.TEXT_WIDTH), marked=())
            title = self.walk.words.merging.originals(merging.leaves_of(self.walk.session, note))
            self.walk.read(title, lambda width: pages.original_rows(view, note, width), "originals_note")
