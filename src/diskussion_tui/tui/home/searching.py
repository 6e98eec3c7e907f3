"""How home searches: in the frame of the letter where the notes are at hand, else beside the screen, the last letter's search alone."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import getters

from diskussion_tui.tui.base_screen import BaseScreen
from diskussion_tui.tui.home import page
from diskussion_tui.tui.widgets.keyed_field import KeyedField

if TYPE_CHECKING:
    from diskussion_tui.domain.analysis.query.query import Query
    from diskussion_tui.domain.workbook.outline import Outline
    from diskussion_tui.tui.base_screen import Story
    from diskussion_tui.tui.home.asked import Asked
    from diskussion_tui.tui.home.choices import FoundRows
    from diskussion_tui.tui.home.looking import Looking
    from diskussion_tui.tui.home.seeking import Seeking
    from diskussion_tui.workshop.folder import Folder, Hits


class Searching(BaseScreen):
    """A screen with a line in which one searches. `rows` are what was found last."""

    line = getters.query_one("#line", KeyedField)

    folder: Folder
    glance: Outline
    looking: Looking
    asked: Asked
    rows: FoundRows
    said: str = ""
    counting: bool = False

    def say(self, sentence: str) -> None:
        """Tell something about the search, until the next letter."""
        self.said = sentence
        self.show_menu()

    def show_menu(self) -> None:
        """Show what there is to do."""
        raise NotImplementedError

    def take(self, hits: Hits, *, more: bool = False) -> None:
        """Show what was found; where `more` comes it is counted then."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """What stands in the line, to search for or to begin."""
        return self.line.value.strip()

    @property
    def told_found(self) -> str:
        """How much a search has found, else how many discussions there are."""
        words = self.words
        if self.typed and (self.rows.hits.notes or not self.seeking.problem):
            known = self.folder.at_hand or (self.folder.has_index and not self.counting)
            known = known and bool(self.rows.hits or not self.looking.indexed)  # not yet is no answer
            return page.found_words(self.rows.hits, words) if known else words.home.searching
        return words.terms.sessions(len(self.folder.entries))

    @cached_property
    def seeking(self) -> Seeking:
        """What the line asks for."""
        from diskussion_tui.tui.home.seeking import Seeking  # the first screen seeks nothing

        return Seeking(self.folder, self.glance, lambda key: self.looking.values_of(key, self.show_menu))

    def search(self) -> None:
        """Search for what stands in the line; a query that cannot be read leaves what was found last."""
        wanted, folder = self.typed, self.folder
        asked = self.asked.anew()  # what an earlier search still finds is too late
        self.looking.forget_search()
        if self.looking.at_the_folder:
            self.take(folder.named(wanted))
        elif not wanted:
            self.take(folder.search(""))
            if not folder.settled:
                self._search_beside(None, asked)
        elif not self.seeking.read(self.line.value):
            self.take(self.rows.hits)  # the last that could be read stands there still
        else:
            query, instead = self.seeking.query, self.seeking.instead(self.words)
            self.seeking.counting = folder.has_index
            if folder.has_index:
                self._ask_index(query, asked, instead)
                return
            done = folder.at_hand_for(query)
            if done:
                hits = folder.find(query)
                done = hits.complete
                self.take(hits if hits or instead is None else folder.find(instead))
            if not done:
                self._search_beside(query, asked, instead)

    def do_narrow(self, by: int = 1) -> None:
        """Have the next Tab's text in the line: a field gone on with, or the search narrowed."""
        self.seeking.read(self.line.value)
        self.line.value = self.seeking.step(self.words, by)
        self.line.cursor_position = len(self.line.value)

    def do_narrow_back(self) -> None:
        """The same the other way round."""
        self.do_narrow(-1)

    def do_save_query(self) -> Story:
        """Save the search; in an empty line choose one that is saved."""
        from diskussion_tui.tui.home.keeping import keep_or_choose

        return keep_or_choose(self)

    def do_compare_groups(self) -> Story:
        """Compare two groups of discussions, once it is said which."""
        from diskussion_tui.tui.home.grouping import compare_groups

        return compare_groups(self)

    def _ask_index(self, query: Query, asked: int, instead: Query | None) -> None:
        """Show what the index says where that is in the frame of the letter; else it comes."""
        found = self.looking.ask_index(query, asked, lambda: asked == self.asked.last, instead)
        if found:
            self.counting = self.seeking.counting = found.more
            self.take(found.hits, more=found.more)

    def _search_beside(self, query: Query | None, asked: int, instead: Query | None = None) -> None:
        """Read files for a search; the letter, and the list as far as it is known, are drawn before that."""
        self.call_after_refresh(self._begin_search, query, asked, instead)

    def _begin_search(self, query: Query | None, asked: int, instead: Query | None) -> None:
        if asked == self.asked.last:
            self.looking.search(query, asked, lambda: asked == self.asked.last, instead)
