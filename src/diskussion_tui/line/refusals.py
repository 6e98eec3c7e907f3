"""Why a command did nothing: the sentence that is said instead. The discussion is as it was."""

from __future__ import annotations


class NotDoneError(Exception):
    """Nothing was done; `sentences` say why, and what to type instead."""

    def __init__(self, *sentences: str) -> None:
        self.sentences = sentences
        super().__init__(*sentences)
