"""English: what can be wrong with a session file."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.faults import Faults
from diskussion_tui.texts.en.toml import WORDS as TOML

WORDS = Faults(
    toml=TOML,
    not_a_file="This is not a regular file.",
    too_large="The file is too large to be a session.",
    removed="The discussion was purged for good, but the file has come back.",
    linked="The file is a link, or has a second name somewhere else. It is not opened.",
    too_many="The file has more blocks than any session.",
    too_deep="A block has too many brackets or dots within each other and was not read.",
    unreadable="The file cannot be read. Check its permissions.",
    unread="reading …",
    damaged="The beginning of the file is damaged. Open it to see what can be saved.",
    damaged_block="A block is damaged and could not be read: {detail}",
    no_session="The file is not a session.",
    no_schema="The file has no format version and is probably not a session.",
    newer="By a later version of the program, can only be read.",
    not_utf8="The file is not saved as UTF-8.",
    another_session="From here on it is another session: {detail}. Move it to a file of its own.",
    unknown_table="Unknown block: {detail}",
    unknown_key="Unknown key: {detail}",
    bad_record="A block has the wrong content: {detail}",
    journal_shut="Somebody else's journal cannot be read: {detail}. What was said there since that file was written is not seen here.",
    do_removed="Remove the file with diskussion purge. If somebody else purged it and you want to keep it: diskussion purge --keep.",
    do_linked="Remove it, if nobody knows why it is there.",
    do_journal_shut="Ask whoever has the discussion open to close it. If you share the folder it should be the group's (chmod g+ws).",
    more_faults="… and {detail} more faults.",
    do_not_a_file="Move it out of the folder, or give it a name that does not end in .toml.",
    do_too_large="Move it out of the folder, or remove what does not belong to the session.",
    do_too_many="Move it out of the folder, or remove what does not belong to the session.",
    do_too_deep="Remove the line in a text editor and open the file again.",
    do_damaged_block="Correct the block in a text editor and open the file again.",
    do_no_session="If it does not belong here, move it out of the folder. Otherwise an earlier copy of it is needed.",
    do_no_schema="If it is a session, write the same first line as in the other files: schema_version and a number.",
    do_not_utf8="Open it in a text editor and save it as UTF-8.",
    do_unknown_table="Correct the name within the brackets if it is misspelt.",
    do_unknown_key="Correct the key if it is misspelt, otherwise remove the line.",
    do_bad_record="Compare it with a block of the same sort in another file, and correct it in a text editor.",
)
