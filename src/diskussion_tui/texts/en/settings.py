"""English: the settings."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import EnglishPlural as Plural
from diskussion_tui.texts.catalogue.settings import Settings

WORDS = Settings(
    language="The language of the program. Empty means that of the workbook. A change on the screen lasts.",
    theme="The colours of the screen: dark, light, or black on white for a projector. A change on the screen lasts.",
    sessions="The folder of the discussions. Empty means the program's own folder. --sessions goes before it.",
    folders="More folders that are read together with the first one. New discussions always begin in the first one. --also goes before it.",
    facilitator="The facilitator of every new discussion.",
    note_taker="The note-taker of every new discussion.",
    unit="The unit of every new discussion.",
    coder="Your name when you code. It stands on every decision. Empty asks the first time.",
    time_up="When the time of a step is up: inget (nothing), ljud (the terminal's bell) or blink (the top line flashes).",
    begins="# Settings of diskussion. diskussion settings shows what can be chosen.\n",
    from_file="from the file",
    from_option="given on the command line",
    as_it_comes="default",
    unset="–",
    unheeded=Plural(
        "{n} problem in the settings. The file is untouched, and there the program does as if nothing were chosen:",
        "{n} problems in the settings. The file is untouched, and there the program does as if nothing were chosen:",
    ),
    unheeded_here=Plural(
        "{n} problem in the settings. The file is untouched. diskussion settings check shows it.",
        "{n} problems in the settings. The file is untouched. diskussion settings check shows them.",
    ),
    untouched="correct the file, or remove it and begin anew; the program leaves it alone",
    forgotten="The choice holds now but cannot be kept for the next start: {why}.",
    own_file="the settings file is written so that it cannot be changed without losing something else",
    no_command="there is no such command, or its key belongs to the line or the list",
    keys_are="choose from: {keys}; others write, are dead or need AltGr on a Swedish keyboard",
    clash="{key} is {command} already",
    clash_write="choose a free key, or give the other command another",
    no_file="The file does not exist yet. diskussion settings set NAME VALUE creates it.",
    all_right="{file}: no problems",
    no_such='There is no setting "{given}". There are {names}.',
    no_such_action='"{given}" cannot be done with the settings. Choose {actions}.',
    what_to_set="Say which setting, and what it should be, for example: diskussion settings set theme light",
    cannot_be='{name} cannot be "{given}". Choose {values}.',
    is_set="{name} is now {value}.",
    is_unset="{name} has been taken out of the file.",
    not_put=(
        "Nothing has been changed: the file {file} is written so that the program cannot change one setting and leave the rest. "
        "Change it by hand."
    ),
    no_editor="No editor is chosen (EDITOR). Open the file yourself: {file}",
    editor_failed="The editor {editor} could not be started: {why}. Open the file yourself: {file}",
)
