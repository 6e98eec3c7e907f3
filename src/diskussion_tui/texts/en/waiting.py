"""English: waiting for a disk that does not answer."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.waiting import Waiting

WORDS = Waiting(
    reading="Reading the folder …",
    folder="Waiting for the folder {folder} … for {seconds} s",
    can_stop="{key_close} stops waiting. {key_quit} leaves the program.",
    can_read_known="{key_known} shows the notes that have been read already, for reading only.",
    can_choose="Discussions in another folder: start with --sessions and that folder.",
    can_home="The program goes on waiting. {key_quit} leaves it. Another folder is chosen with --sessions when the program starts.",
    closing="Saving and closing. If the folder does not answer the program ends all the same, and what is saved is kept.",
    notes_later="Reading the notes …",
    in_shell="Waiting for the folder {folder} … If it does not answer within {seconds} seconds this gives up; --patience changes that.",
    gave_up="The folder {folder} has not answered for {seconds} s. Only what has been printed is surely done. Wait longer with --patience, or choose another folder with --sessions.",
    no_seconds="--patience takes a number of seconds, not {given}.",
    untidied="Saved, but the folder is slow: the file {file} is written anew the next time the discussion is opened.",
    typed="Typed while you wait, and still there afterwards: “{text}”",
)
