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
    hand_out="A report to hand out",
    web_page="Web page",
    every_format="Every format",
    internal="internal",
    public="for others, without names",
    whole="internal, with its history",
    with_names="With names: {names}.",
    no_names="No names are given.",
    with_file="Within the PDF lies the discussion's file, so that it can be read back.",
    with_history="The file also has what was withdrawn ({withdrawn}) and earlier wordings ({reworded}).",
    without_history="What was withdrawn ({withdrawn}) and earlier wordings ({reworded}) do not go along.",
    without_names="Without the names of facilitator, note-taker and owners, without @names, history and the discussion's file. Fewer than {n} people are not told as a number. Names in running text are not recognised: read it through first.",
    personal=Plural("{n} text seems to hold personal data.", "{n} texts seem to hold personal data."),
    personal_explained="Better remove them first. Hand it out all the same? You then give a reason, with which the report ends.",
    reason_title="Why may the data be handed out?",
    reason_label="Reason",
    reason_example="the number is the switchboard's",
    no_reason="Without a reason no report is written.",
    writing_one="Writing {format}, {n} of {of} …",
    left_writing="The report is finished in the background, if the folder answers. The discussion is saved.",
    is_written="The report is written",
    enough="Done",
    open_it="Open it",
    open_folder="Show the folder",
    no_opener="There is no program here that opens files.",
    copied="Copied, if the terminal allows it. Should pasting bring nothing: write the report as plain text.",
    no_line="There is no line to write in here. {key_leave_handover} goes back to the discussion.",
    not_practising="Practice leaves nothing to hand over.",
)
