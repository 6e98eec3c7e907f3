"""English: what the room reads."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural
from diskussion_tui.texts.catalogue.wall import Wall

WORDS = Wall(
    title="Big picture",
    waiting_title="The discussion has not begun yet",
    waiting="It is shown here as soon as somebody leads a discussion on this computer. {key_quit} closes.",
    follows="Following “{name}”",
    no_notes="Nothing noted yet.",
    above=Plural("{n} more above", "{n} more above"),
    below=Plural("{n} more below", "{n} more below"),
    page="page {n} of {of}",
    conclusions=Plural("{n} conclusion", "{n} conclusions"),
    again="We go on at {time}",
    again_now="We go on now",
    gone="The discussion's file is no longer where it was. What was read last stays in view.",
    removed="The discussion has been removed for good.",
    unreadable="The discussion's file cannot be read just now. What was read last stays in view.",
    other="The discussion belongs to another workbook. Start the big picture with that one, using --content.",
    refused="The folder cannot be read: {why}. What was read last stays in view.",
    hung="The folder does not answer. What was read last stays in view until it does.",
    leave="{key_quit} closes the big picture.",
    back="The big picture shows earlier notes. {key_room_on} goes forward.",
    newest="The big picture shows the newest.",
)
