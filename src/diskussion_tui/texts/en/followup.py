"""English: following up."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural
from diskussion_tui.texts.catalogue.followup import FollowUpWords

WORDS = FollowUpWords(
    title="Follow-up",
    find_prompt="Search the actions",
    overdue="! Overdue",
    open="To do",
    done="Done",
    none="No actions yet. They are written in the summary of a discussion, for example: Call the region @Anna by 1 December.",
    count_overdue=Plural("! {n} overdue", "! {n} overdue"),
    count_open=Plural("{n} to do", "{n} to do"),
    count_done=Plural("{n} done", "{n} done"),
    is_overdue="overdue",
    is_open="open",
    is_done="done",
    not_done="not done",
    told_done="Done, saved in the discussion. {key_untell} undoes it.",
    told_open="Not done yet, saved in the discussion. {key_untell} undoes it.",
    undone="Undone: {text}",
    nothing_to_undo="There is nothing to undo here.",
    not_told="It could not be saved: {why}. The action is as it was.",
    still_telling="It is saved once the folder answers. Update with {key_look_again}.",
    not_looked="The folder could not be read: {why}. What is shown is as it was.",
    final="“{name}” is final. The action is as it was.",
    none_chosen="No action is chosen.",
    hand_out="The actions to hand out",
    calendar="Calendar (.ics): open actions with a day",
    table="Table (.csv): all actions",
    calendar_explained="A whole day for every open action with a day: import the file into a calendar. If it comes again, those that are there already are moved.",
    table_explained="A row for every action, the overdue ones first. Opens with Excel.",
    no_days="No open action has a day.",
    not_written="The file could not be written: {why}. The discussions are as they were.",
    file="follow-up",
    columns=("By", "State", "Owner", "Action", "Part", "Discussion", "Day of the discussion", "Id"),
)
