"""What is to become of what others have removed for good: `diskussion purge --others` and `--keep`.

Their removals are heeded by whoever shows the discussion, but nothing leaves a file of ours before somebody here has said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.opening import held_in, readable, told
from diskussion_tui.cli.kit.refusal import DONE
from diskussion_tui.cli.kit.setting import home_of
from diskussion_tui.reports.page import shortened
from diskussion_tui.workshop import removal

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session
    from diskussion_tui.store.upkeep.purge import Purged
    from diskussion_tui.texts.catalogue import Texts

    Ask: TypeAlias = Callable[[str, str, Namespace, Texts], None]
    Tell: TypeAlias = Callable[[Purged, Session | None, Texts], int]


_QUOTED = 70
"""So much of a note is shown, in cells: enough to judge it."""


def id_if_removed(path: Path, arguments: Namespace) -> str:
    """The id of the discussion in a file that has come back after it was removed for good; empty for any other file."""
    from diskussion_tui.store.upkeep.scan import look

    seen = look(*home_of(path, arguments))
    return next((one.session for one in seen.files if one.path == path and seen.is_removed(one.session)), "")


def decide(path: Path, arguments: Namespace, texts: Texts, ask: Ask, tell: Tell) -> int:
    """Carry out what others have removed, or with `--keep` show it again. `ask` asks twice, `tell` says what became of it."""
    said, (folder, refuge) = texts.purge, home_of(path, arguments)
    session = readable(path, lambda: held_in(path, arguments), texts)
    with told(path, texts):
        asked = removal.others_removals(folder, refuge, session.id)
    notes = tuple(note for note, _words in asked)
    if not notes:
        output.say(said.others_none)
    elif arguments.keep:
        with told(path, texts):
            removal.keep(folder, refuge, session.id, notes)
        output.say(said.kept(len(notes)))
    else:
        output.say(
            said.others(len(notes)), (f"  {shortened(words or note, _QUOTED)}" for note, words in asked)
        )
        name = clean_line(session.head.name)
        ask(said.others_agree(len(notes)), name, arguments, texts)
        with told(path, texts):
            purged = [removal.remove_note(folder, refuge, session.id, note) for note in notes]
        output.say(said.others_gone(len(notes)))
        return max(tell(one, None, texts) for one in purged)
    return DONE


def decide_of_whole(
    session_id: str, path: Path, arguments: Namespace, texts: Texts, ask: Ask, tell: Tell
) -> int:
    """The same of a whole discussion whose file has come back."""
    said, (folder, refuge) = texts.purge, home_of(path, arguments)
    if arguments.keep:
        with told(path, texts):
            removal.keep(folder, refuge, session_id, ())
        output.say(said.whole_kept)
        return DONE
    name = clean_line(path.name)
    ask(said.journals.format(id=name), name, arguments, texts)
    with told(path, texts):
        purged = removal.remove_session(folder, refuge, session_id)
    output.say(said.whole_gone.format(name=name))
    return tell(purged, None, texts)
