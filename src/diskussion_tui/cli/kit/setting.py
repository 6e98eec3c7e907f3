"""What every command works on: the workbook in use, the folder of the discussions, and the language.

Decided here once from the options, so that two commands never mean different things by the same option.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.look import OURS
from diskussion_tui.base.settings import SettingsRead
from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import WRONG, Refused
from diskussion_tui.content import source
from diskussion_tui.content.outline import outline
from diskussion_tui.store.files.paths import expanded, refuge_of, refuges, sessions_folder, settings_path
from diskussion_tui.store.files.places import Places
from diskussion_tui.store.files.where import any_on_a_share
from diskussion_tui.texts import words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from diskussion_tui.base.look import Look
    from diskussion_tui.content.look import LookRead
    from diskussion_tui.content.reader import Reading
    from diskussion_tui.domain.workbook.outline import Outline
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.texts.catalogue import Texts


def words_of(arguments: Namespace) -> Texts:
    """The words to speak in: the language asked for, else the one that is set, else the workbook's, else Swedish."""
    return words(arguments.lang or settings_of(arguments).settings.language or seen(arguments).language)


def settings_of(arguments: Namespace) -> SettingsRead:
    """What is set on this machine, read once. An option that says the same goes before it."""
    if "settings_read" not in arguments:
        arguments.settings_read = _read(settings_path())
    found: SettingsRead = arguments.settings_read
    return found


def _read(path: Path) -> SettingsRead:
    if not path.exists():  # as with most, for whom nothing need be loaded that reads it
        return SettingsRead(str(path))
    from diskussion_tui.content.settings import read_settings

    return read_settings(path)


def seen(arguments: Namespace) -> Outline:
    """What the workbook in use shows at a glance: language and signs."""
    if "seen" not in arguments:
        arguments.seen = outline(content_file(arguments))
    found: Outline = arguments.seen
    return found


def content_file(arguments: Namespace) -> Path:
    """The file of the workbook in use."""
    return workbook_file(arguments.content) if arguments.content else source.default_workbook()


def workbook_file(given: str) -> Path:
    """The file of a workbook that somebody names: a path, or what one that ships is called. A file that lies there goes first."""
    path, ships = expanded(Path(given)), source.shipped_workbooks().get(given)
    return ships if ships and not path.exists() else path


def folder_of(arguments: Namespace) -> Path:
    """The folder where the discussions lie; it need not be there yet."""
    chosen = arguments.sessions or settings_of(arguments).settings.sessions
    return sessions_folder(Path(chosen) if chosen else None, source.checkout())


def also_of(arguments: Namespace) -> tuple[Path, ...]:
    """The other folders that are read as one with it: those that were given, else those that are set."""
    chosen = arguments.also if arguments.also is not None else settings_of(arguments).settings.folders
    return tuple(expanded(Path(one)) for one in chosen)


def places_of(arguments: Namespace) -> Places:
    """Where discussions are read: told once, since that asks which refuges there are."""
    if "places" not in arguments:
        arguments.places = Places(folder_of(arguments), refuge_for(arguments), also_of(arguments))
    found: Places = arguments.places
    return found


def home_of(path: Path, arguments: Namespace) -> tuple[Path, Path]:
    """The folder that a discussion belongs to, and where that takes refuge."""
    home = places_of(arguments).home_of(path)
    return home.folder, home.refuge or refuge_for(arguments)


def tell_of_folders(arguments: Namespace, texts: Texts) -> None:
    """Say which of the other folders cannot be read: what lies there is missed. Raises `Refused` for one that was just given."""
    away = [clean_line(str(one)) for one in places_of(arguments).away] if also_of(arguments) else []
    if away and arguments.also:
        raise Refused(texts.cli.no_such_folder.format(folder=away[0]))
    if away:
        output.say(texts.cli.folders_away(len(away)), [f"  {one}" for one in away])


def meets_a_share(arguments: Namespace) -> bool:
    """Whether the command may touch a file on a share, which is not touched to find that out. Linux only."""
    return any_on_a_share(_touched(arguments))


def _touched(arguments: Namespace) -> Iterator[Path]:
    """Where a command may read or write, the settings first: they say where the discussions are."""
    yield settings_path()
    yield refuges()
    with suppress(OSError):  # somebody has removed the folder that we stand in
        yield Path.cwd()
        yield from (Path(given).absolute() for given in _paths_in(arguments))
    yield from (one.absolute() for one in (folder_of(arguments), *also_of(arguments)))


def _paths_in(arguments: Namespace) -> Iterator[Path]:
    """What was given that can be a path to somewhere else."""
    for given in vars(arguments).values():
        every = given if isinstance(given, list) else [given]
        yield from (expanded(Path(one)) for one in every if isinstance(one, str) and "/" in one)


def refuge_for(arguments: Namespace) -> Path:
    """Where the discussions go on when their folder refuses; it need not be there."""
    return refuge_of(folder_of(arguments))


def reading_of(arguments: Namespace, texts: Texts) -> Reading:
    """The reading of the workbook in use: read once, also where the screens ask after the command did."""
    if "reading" not in arguments:
        from diskussion_tui.content.reader import read_workbook

        arguments.reading = read_workbook(content_file(arguments), texts)
    found: Reading = arguments.reading
    return found


def look_read(arguments: Namespace, texts: Texts) -> LookRead:
    """The reading of the file beside the workbook that says how documents look."""
    from diskussion_tui.content.look import looks_beside, read_look

    return read_look(looks_beside(content_file(arguments)), texts)


def look_of(arguments: Namespace, texts: Texts) -> Look:
    """How documents look: as that file says, or as ours. Raises `Refused` with a row for each problem in it."""
    if (
        not content_file(arguments).with_name(source.LOOK).exists()
    ):  # as with most, for whom nothing need be loaded that reads it
        return OURS
    found = look_read(arguments, texts)
    if found.problems:
        raise Refused(texts.look.faulty, WRONG, [one.row() for one in found.problems])
    return found.look


def workbook_of(arguments: Namespace, texts: Texts) -> Workbook:
    """The workbook in use. Raises `Refused` with a row for each problem where it cannot be used."""
    reading = reading_of(arguments, texts)
    if reading.workbook is None:
        rows = [problem.row() for problem in reading.problems]
        raise Refused(texts.cli.workbook_faulty, WRONG, rows)
    return reading.workbook
