"""Telling what there is to tell between two screens: why a file cannot be opened, what is wrong with a workbook, a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diskussion_tui.domain.session.faults import Fault, NotOpenedError
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.tui.app import DiskussionApp
    from diskussion_tui.tui.rows import Row


class Telling:
    """Tells for an app, on a page over what is there; `under` sees to it that something is."""

    def __init__(self, app: DiskussionApp, under: Callable[[], None]) -> None:
        self._app = app
        self._under = under

    @property
    def _words(self) -> Texts:
        return self._app.texts

    def problems(self, problems: Sequence[str]) -> None:
        """Say what is wrong with the workbook."""
        from diskussion_tui.tui.rows import text_rows

        words = self._words
        self.read(
            words.dialogs.problems_title,
            lambda width: (
                *text_rows(words.home.workbook_faulty, width),
                *(row for said in problems for row in text_rows(said, width, "text", "• ", "  ")),
                *text_rows(words.dialogs.problems_explained, width, "muted"),
            ),
        )

    def explain(self, name: str, error: NotOpenedError) -> None:
        """Say why a discussion could not be opened."""
        if error.faults:
            self.cannot_open(name, error.faults)
        else:
            self.tell(error.sentence(self._words))

    def cannot_open(self, name: str, why: Sequence[Fault] | str) -> None:
        """Say of a file that it cannot be opened, everything that is wrong with it, and what to do."""
        from diskussion_tui.tui.help import unopened_rows

        words = self._words
        self.read(words.home.title, lambda width: unopened_rows(clean_line(name), why, words, width))

    def tell(self, sentence: str) -> None:
        """Say a sentence."""
        from diskussion_tui.tui.rows import text_rows

        self.read(self._words.home.title, lambda width: text_rows(clean(sentence), min(width, 76)))

    def read(self, title: str, rows: Callable[[int], tuple[Row, ...]]) -> None:
        """Open a page to read."""
        from diskussion_tui.tui.dialogs.reader import Reader

        self._under()
        self._app.push_screen(Reader(title, rows, self._words))
