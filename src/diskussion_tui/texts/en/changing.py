"""English: a change that the shell could not make."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.changing import Changing

WORDS = Changing(
    final="“{name}” is final and takes no more changes. Nothing is changed. Reopen it first.",
    not_saved="It could not be saved: {why}. Do not count on the change. Make it again once the cause is gone.",
    untidy="The change is saved, but the file {file} could not be rewritten: {why}. It is brought in when the discussion is next opened.",
    elsewhere="The discussion's own folder cannot be saved to. The change is saved in {folder} and moves back later.",
)
