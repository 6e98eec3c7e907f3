"""English: purging for good."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural
from diskussion_tui.texts.catalogue.purge import Purging

WORDS = Purging(
    note="Purge the note {id} for good, from all files? This cannot be undone. Ask the registrar first, if it may be an official document.",
    conclusion="Purge the conclusion {id} for good, from all files? This cannot be undone. Ask the registrar first, if it may be an official document.",
    names="Purge what the discussion was called and who led it before ({names}), from all files? This cannot be undone.",
    no_names="The discussion has no earlier names.",
    names_gone="The earlier names are purged.",
    one_at_a_time="Choose one at a time: --note, --names, --others or --keep.",
    note_again="The note {id} has been purged already. Go through every file once more?",
    told_in="The words may stand in the merged note {id} too, which stays: {text}",
    concluded="The words may stand in the conclusion too, which stays: {text}. Mask or reword it by itself.",
    sources_stay=Plural(
        "{n} note that it came from stays and stands by itself again.",
        "{n} notes that it came from stay and stand by themselves again.",
    ),
    whole="Purge the whole discussion “{name}” ({notes}) for good? This cannot be undone. Ask the registrar first, if it may be an official document.",
    journals="Purge what is left of the discussion {id} for good? This cannot be undone. Ask the registrar first, if it may be an official document.",
    yes_or_no="[y/N]",
    yeses=("y", "yes"),
    type_it="Type {name} to purge:",
    word="purge",
    needs_yes="There is nobody here to answer the questions. Nothing was purged. If you are sure, give --yes twice.",
    unchanged="Nothing was purged.",
    is_open="The discussion is open in a program. Nothing was purged. Close it everywhere and try again.",
    others=Plural(
        "Somebody else has purged {n} note for good. It is not shown, but is still in your file.",
        "Somebody else has purged {n} notes for good. They are not shown, but are still in your file.",
    ),
    set_aside=Plural("{n} note is set aside.", "{n} notes are set aside."),
    set_aside_by="The removal stands in {files}. Decide with diskussion purge --others or --keep.",
    others_in="The purge stands in:",
    others_decide="Purge them here too with diskussion purge DISCUSSION --others, or show them again with diskussion purge DISCUSSION --keep.",
    others_agree=Plural(
        "Purge it here too, from all files? This cannot be undone.",
        "Purge them here too, from all files? This cannot be undone.",
    ),
    others_none="Nobody else has purged anything that is still here.",
    others_gone=Plural("{n} note is purged here too.", "{n} notes are purged here too."),
    kept=Plural("{n} note is shown again.", "{n} notes are shown again."),
    whole_kept="The discussion is kept and can be opened again.",
    note_gone="The note {id} is purged.",
    conclusion_gone="The conclusion {id} is purged.",
    whole_gone="The discussion “{name}” is purged.",
    removed=Plural("A file was removed:", "{n} files were removed:"),
    twins="The same words stand in more notes, which are still there:",
    left="Words are left here that could not be removed. Remove the cause and purge again:",
    left_link="{path} is a link, and is not followed. Remove it by hand.",
    not_looked_into="These could not be looked into, so words may be left there. Look yourself, or ask whoever owns them:",
    beyond_reach=(
        "Backups, mail, other people's copies and the synchroniser's own versions are beyond the program's reach. "
        "Remove them where they are."
    ),
)
