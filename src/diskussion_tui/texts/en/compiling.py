"""English: the words of compilations."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.compiling import Compiling, TableWords

WORDS = Compiling(
    title="Compilation",
    counts=TableWords(
        title="All that was counted",
        rule="A merged note counts once; parked and withdrawn ones do not count.",
    ),
    verdicts=TableWords(
        title="The picture",
        rule="Discussions that answered, one answer for each discussion and question.",
        explained="The share is of those that answered, not of all discussions.",
    ),
    parts=TableWords(
        title="Parts and kinds",
        rule="Notes, each of them once. Last, in how many discussions they are.",
    ),
    themes=TableWords(
        title="Themes",
        rule="Those in most discussions first. A note can have several themes.",
        explained="Spread says more than number: many notes may come from one conversation.",
    ),
    tags=TableWords(
        title="Tags",
        rule="The groups' own #words. Those in most discussions first.",
    ),
    compass=TableWords(
        title="The compass",
        rule="Notes in each place. A note can stand in several places.",
    ),
    months=TableWords(
        title="Timeline",
        rule="By the date of the discussion, not when its file was saved.",
    ),
    units=TableWords(
        title="Units",
        rule="By the unit that is given, else by the name without number and date.",
        explained="Two tables of one evening are therefore one unit but two discussions.",
    ),
    supported=TableWords(
        title="Most supported",
        rule="Hands in its own discussion, of those who took part. They are never added across discussions.",
    ),
    dissent=TableWords(
        title="Dissent",
        rule="Notes that somebody did not agree with, and how many have the objection in words.",
    ),
    actions=TableWords(
        title="Actions",
        rule="An action taken along to a later discussion counts once, as the latest says.",
    ),
    saturation=TableWords(
        title="Saturation",
        rule="New themes, discussion by discussion by date. Only discussions with coded notes.",
        explained=(
            "When the last tenth of the discussions gave no new theme, it is saturated. "
            "More discussions will then probably give no new themes."
        ),
    ),
    quotes=TableWords(
        title="Quotes and own text",
        rule="Chosen quotes stand word for word as the group wrote them, and lead to their note.",
    ),
    overview=TableWords(
        title="Overview",
        rule="Every number can be opened: behind it lies what was counted.",
    ),
    all_of_them="In all",
    discussions="Discussions",
    units_column="Units",
    participants="Participants",
    notes="Notes",
    coded="Coded",
    hands="Hands",
    dissenting="Dissent",
    objections="In words",
    open="Open",
    done="Done",
    new="New",
    themes_column="Themes",
    no_kind="None",
    the_whole="The whole",
    units_counted=Plural("{n} unit", "{n} units"),
    participants_counted=Plural("{n} participant", "{n} participants"),
    hands_of="{hands} of {people}",
    hands_alone="{hands} hands",
    few="fewer than {n}",
    beside_few="hidden",
    published=(
        "Numbers resting on fewer than {n} discussions or participants read “fewer than {n}”. "
        "“hidden” means that the number would have given one of those away."
    ),
    not_published="Single notes and discussions are not published.",
    same="the same",
    same_sentence="The same: {files} files and {numbers} numbers agree with “{name}”.",
    moved="Not the same: “{name}” does not agree with the files.",
    changed_file="Changed file: {date} {name}",
    gone_file="No longer counted: {date} {name}",
    new_file="New: {date} {name}",
    other_coding="The coding has changed.",
    number_moved="{what}: {was} → {now}",
    forged="The files are the same. So the number in sammanstallning.toml was changed, or the program counts differently.",
    more_numbers=Plural("… and {n} more number", "… and {n} more numbers"),
    unread=Plural(
        "{n} file could not be read and is not counted:",
        "{n} files could not be read and are not counted:",
    ),
    twice=Plural(
        "{n} note stands in several discussions and counts in each.",
        "{n} notes stand in several discussions and count in each.",
    ),
    coded_of="{coded} of {notes} coded",
    settled="saturated after {n} discussions",
    not_settled="not saturated: new themes came in the last tenth",
    too_few_coded="too few coded discussions to say anything about saturation",
    nothing_coded="No notes are coded yet.",
    query="Selection: {query}",
    everything="Selection: all discussions",
    more_rows=Plural("… and {n} more row", "… and {n} more rows"),
    text="Own text",
    name_needed="What should the compilation be called? Write its name first.",
    unnamed="The name “{name}” has no characters that can stand in a folder's name. Choose another.",
    name_taken="The folder of that name belongs to the compilation “{other}”. Choose another name.",
    none_such="There is no compilation called “{name}”. {known}",
    none_at_all="There are no compilations in the folder yet. Make one with diskussion compile NAME.",
    there_are="Those there are: {names}.",
    one_form="Choose one of --json, --csv, --csv-excel and --tsv.",
    kept_in="Kept in {folder}",
    unreadable="The compilation in {folder} cannot be read. The files of discussions are as they were. Put {file} right, or remove it and make it anew.",
    fault_encoding="the file is not UTF-8 (byte {where})",
    fault_no_toml="line {where}: this is not TOML",
    fault_too_deep="line {where}: too many levels",
    fault_too_many="too many tables",
    fault_missing="{where} is missing",
    fault_wrong="{where} has the wrong sort of value",
    fault_newer="the file was written by a newer version of the program: update it",
    fault_unread="{where}",
    wrong_query="The search cannot be read at “{given}”. Rewrite it and try again.",
    behind="{what}: {n}",
    find_prompt="Find a row",
    cannot="The compilation could not be made: {why}",
)
