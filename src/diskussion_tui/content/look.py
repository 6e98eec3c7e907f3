"""Reading `utseende.toml`, an organisation's own look for documents: every problem a row with its line and what to write instead.

It lies beside the workbook, and what it names lies beside it. Colours that cannot be read on white are refused with the contrast
they have, so that no report that is handed out becomes one that some cannot read.
"""

from __future__ import annotations

import errno
import io
import re
import zipfile
from dataclasses import replace
from math import floor
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from diskussion_tui.base import toml
from diskussion_tui.base.colours import READABLE, contrast, is_colour
from diskussion_tui.base.logos import fault_of, kind_of
from diskussion_tui.base.look import OURS, PAPER, Logo, Look
from diskussion_tui.base.text import clean, clean_line, excerpt, nearest
from diskussion_tui.base.value import dataclass
from diskussion_tui.content.lines import KeyPath, line_of, lines_of, written
from diskussion_tui.content.problems import Problem
from diskussion_tui.content.settings import toml_line
from diskussion_tui.content.source import LOOK as FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diskussion_tui.texts.catalogue import Texts

    Trial: TypeAlias = Callable[[Look], tuple[str, str] | None]

_TEXTS = ("font", "cover", "logo", "logo_text", "word_template")
_COLOURS = ("text", "quiet", "line", "heat")
_KNOWN = (*_TEXTS, "font_files", "colours")
_KNOWN_COLOURS = ("kinds", *_COLOURS)
_MOST_TOML, _MOST_FILE = 100_000, 5_000_000
_MOST_KINDS = 12
_STYLES = ("title", "subtitle", "heading 1", "heading 2", "heading 3", "list bullet", "caption", "table grid")
"""The styles by which a Word template sets a document, as its file has them, in small letters."""
_FONT = (b"\x00\x01\x00\x00", b"OTTO", b"true")


@dataclass(frozen=True, slots=True)
class LookRead:
    """What a file gave: the look, ours where anything is wrong with the file, and the problems."""

    look: Look = OURS
    problems: tuple[Problem, ...] = ()


def read_look(path: Path, words: Texts, trial: Trial = lambda _look: None) -> LookRead:
    """The look in a file; ours where there is none. Whatever is wrong with it is in `problems`, in the language of `words`.

    `trial` sets something in it: which key cannot be set, and why, or None.
    """
    said, data, text = words.problems, b"", ""
    try:
        data = _bytes(path, _MOST_TOML)
        text = data.decode("utf-8-sig")
        found = toml.parsed(text)
    except (FileNotFoundError, NotADirectoryError):
        return LookRead()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return LookRead(problems=(Problem(str(path), line, "", said.not_utf8, said.save_as_utf8),))
    except ValueError as error:
        line = getattr(error, "line", 0) or toml_line(str(error), text)
        what = said.not_toml.format(why=said.toml.of(toml.told(str(error), text, line)))
        return LookRead(problems=(Problem(str(path), line, "", what, words.look.see),))
    except OSError as error:
        what = said.unreadable.format(why=words.reasons.of_error(error))
        return LookRead(problems=(Problem(str(path), 0, "", what, said.check_the_name),))
    reader = _Reader(path, lines_of(text), words)
    look = reader.look(found)
    if not reader.problems and (refused := trial(look)):
        reader.refused(*refused)
    problems = tuple(sorted(reader.problems, key=lambda one: one.line))
    return LookRead(OURS if problems else look, problems)


def _bytes(path: Path, most: int) -> bytes:
    """A file that is no larger than it may be. Raises `OSError`; too large a file is one that cannot be."""
    if not path.exists():
        raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
    if not path.is_file() or path.stat().st_size > most:
        raise OSError(errno.EFBIG, "too large", str(path))
    return path.read_bytes()


class _Reader:
    """Takes the values of a file one by one, and notes what is wrong with each."""

    def __init__(self, path: Path, places: dict[KeyPath, int], words: Texts) -> None:
        self._path, self._places, self._words = path, places, words
        self.problems: list[Problem] = []

    def look(self, found: dict[str, Any]) -> Look:
        self._unknown(found, _KNOWN, ())
        texts = {name: self._text(found, name) for name in _TEXTS}
        colours = found.get("colours", {})
        if not isinstance(colours, dict):
            self._wrong(("colours",), self._words.problems.a_table, "[colours]")
            colours = {}
        self._unknown(colours, _KNOWN_COLOURS, ("colours",))
        one = {
            name: self._colour(
                colours.get(name),
                getattr(OURS, "ink" if name == "text" else name),
                ("colours", name),
                readable=name in {"text", "quiet"},
            )
            for name in _COLOURS
        }
        look = replace(
            OURS,
            ink=one["text"],
            quiet=one["quiet"],
            line=one["line"],
            heat=one["heat"],
            kinds=self._kinds(colours),
        )
        fonts = self._fonts(found)
        logo = self._logo(texts["logo"], texts["logo_text"])
        template = self._template(texts["word_template"])
        font = clean_line(texts["font"]) or OURS.font
        if (font != OURS.font) != bool(fonts):
            self._say(
                ("font",) if texts["font"] else ("font_files",),
                self._words.look.font_and_files,
                self._words.look.font_write,
            )
        return replace(look, font=font, fonts=fonts, cover=clean(texts["cover"]), logo=logo, word=template)

    def refused(self, key: str, why: str) -> None:
        """What could not be set when it was tried."""
        said = self._words.look
        what, write = {
            "logo": (said.logo_refused.format(why=why), said.logo_write),
            "word_template": (said.no_template, said.template_write),
        }[key]
        self._say((key,), what, write)

    def _text(self, found: dict[str, Any], name: str) -> str:
        value = found.get(name, "")
        if isinstance(value, str):
            return value
        self._wrong((name,), self._words.problems.a_text, f'{name} = "…"')
        return ""

    def _kinds(self, colours: dict[str, Any]) -> tuple[str, ...]:
        given = colours.get("kinds")
        if given is None:
            return OURS.kinds
        if not isinstance(given, list) or not 0 < len(given) <= _MOST_KINDS:
            self._wrong(("colours", "kinds"), self._words.problems.a_list, 'kinds = ["#a6401a", "#0a5aa0"]')
            return OURS.kinds
        return tuple(
            self._colour(one, OURS.ink, ("colours", "kinds", place), readable=True)
            for place, one in enumerate(given)
        )

    def _colour(self, value: object, ours: str, path: KeyPath, *, readable: bool) -> str:
        if value is None:
            return ours
        said = self._words.look
        if not isinstance(value, str) or not is_colour(value):
            self._say(path, said.no_colour, said.colour_write)
        elif readable and (found := contrast(value, PAPER)) < READABLE:
            short = floor(found * 10) / 10  # rounded up it would be as much as it needs
            what = said.faint.format(found=self._decimal(short), least=self._decimal(READABLE))
            self._say(path, what, said.darker)
        else:
            return value.lower()
        return ours

    def _decimal(self, number: float) -> str:
        text = f"{number:.1f}"
        return text.replace(".", ",") if self._words.language == "sv" else text

    def _fonts(self, found: dict[str, Any]) -> tuple[str, ...]:
        given = found.get("font_files", [])
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            self._wrong(("font_files",), self._words.problems.a_list, 'font_files = ["Regular.ttf"]')
            return ()
        paths = []
        for place, name in enumerate(given):
            data = self._file(name, ("font_files", place))
            if data is not None and not data.startswith(_FONT):
                self._say(("font_files", place), self._words.look.no_font, self._words.look.font_files_write)
            elif data is not None:
                paths.append(str(self._path.parent / name))
        return tuple(paths)

    def _logo(self, name: str, text: str) -> Logo | None:
        if not name:
            return None
        said, data = self._words.look, self._file(name, ("logo",))
        if not clean_line(text):
            self._say(("logo",), said.logo_unsaid, 'logo_text = "…"')
        if data is None:
            return None
        if fault := fault_of(data):
            self._say(("logo",), said.of_logo(fault), said.logo_write)
            return None
        return Logo(data, kind_of(data), clean_line(text))

    def _template(self, name: str) -> bytes:
        data = self._file(name, ("word_template",)) if name else b""
        if not data:
            return b""
        said = self._words.look
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as given:
                styles = given.read("word/styles.xml").decode("utf-8", "replace").lower()
        except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
            self._say(("word_template",), said.no_template, said.template_write)
            return b""
        named = set(re.findall(r'<w:name\s+w:val="([^"]*)"', styles))
        if lacking := [one for one in _STYLES if one not in named]:
            self._say(
                ("word_template",), said.lacks_styles.format(styles=", ".join(lacking)), said.template_write
            )
        return data

    def _file(self, name: str, path: KeyPath) -> bytes | None:
        """What a file beside holds; None, and told, where it cannot be read. Nothing leads out of the folder, a link neither."""
        said, folder = self._words.problems, self._path.parent
        plain = name == name.replace("\\", "/").rpartition("/")[2] and bool(name.strip("."))
        if not plain or "\0" in name or Path(realpath(folder / name)).parent != Path(realpath(folder)):
            self._say(path, self._words.look.only_beside, self._words.look.beside_write)
            return None
        try:
            return _bytes(folder / name, _MOST_FILE)
        except FileNotFoundError:
            self._say(path, said.no_such_file, said.check_the_name)
        except OSError as error:
            self._say(
                path, said.unreadable.format(why=self._words.reasons.of_error(error)), said.check_the_name
            )
        return None

    def _unknown(self, found: dict[str, Any], known: tuple[str, ...], above: KeyPath) -> None:
        said = self._words.problems
        for name in found:
            if name not in known:
                near = nearest(name, known)
                write = (
                    said.did_you_mean.format(key=near)
                    if near
                    else said.known_keys.format(keys=", ".join(known))
                )
                self._say((*above, name), said.unknown_key, write)

    def _wrong(self, path: KeyPath, wanted: str, write: str) -> None:
        self._say(path, self._words.problems.wrong_type.format(wanted=wanted), write)

    def _say(self, path: KeyPath, what: str, write: str) -> None:
        line = line_of(self._places, path)
        self.problems.append(Problem(str(self._path), line, excerpt(written(path)), what, write))


def looks_beside(workbook: Path) -> Path:
    """Where the look of a workbook lies."""
    return workbook.parent / FILE


def problems_in(path: Path, words: Texts) -> Iterator[str]:
    """What is wrong with a file, a row each."""
    return (one.row() for one in read_look(path, words).problems)
