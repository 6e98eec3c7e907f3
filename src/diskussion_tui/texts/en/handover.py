"""English: the page at the end of a discussion."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.handover import Handover

WORDS = Handover(
    done="Done.",
    so_far="So far.",
    actions="Actions",
    file="The file",
    markdown="Report as Markdown",
    plain="Report as plain text",
    copy="Copy the report",
    following="Next discussion: type its name on the first page",
    written="The report is in {file}",
    not_written="The report could not be written: {why}. The discussion is saved.",
    slow="The folder does not answer. The discussion is saved; try the report again in a while.",
    copied="Copied, if the terminal allows it. Should pasting bring nothing: write the report as plain text.",
    no_line="There is no line to write in here. {key_leave_handover} goes back to the discussion.",
    not_practising="Practice leaves nothing to hand over.",
)
