"""English: the page at the end of a discussion."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.handover import Handover

WORDS = Handover(
    done="Done.",
    so_far="So far.",
    actions="Actions",
    file="The file",
    pdf="Report as PDF",
    every="Reports in every format: PDF, Word, Excel, web page …",
    copy="Copy the report",
    following="Next discussion: type its name on the first page",
    writing="Writing the report …",
    written="The report is in {file}",
    more=Plural("And {n} more beside it.", "And {n} more beside it."),
    not_written="The report could not be written: {why}. The discussion is saved.",
    slow="The folder does not answer. The discussion is saved; try the report again in a while.",
    copied="Copied, if the terminal allows it. Should pasting bring nothing: write the report as plain text.",
    no_line="There is no line to write in here. {key_leave_handover} goes back to the discussion.",
    not_practising="Practice leaves nothing to hand over.",
)
