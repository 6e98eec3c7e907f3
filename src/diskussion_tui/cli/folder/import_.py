"""`diskussion import`: files and folders read in as discussions, a row for each file, and at the end what can be done about the rest.

A row is printed when its file is done, so that what stands there is on disk. Interrupted, the same command goes on.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.details import day_given
from diskussion_tui.cli.kit.installed import must_be_installed
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.resting import resting
from diskussion_tui.cli.kit.setting import also_of, folder_of, refuge_for, workbook_of
from diskussion_tui.domain.workbook.steps import called
from diskussion_tui.store.files.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.intake.setting import Setting
    from diskussion_tui.intake.taking import Target
    from diskussion_tui.intake.verdict import Verdict
    from diskussion_tui.texts.catalogue import Texts
    from diskussion_tui.texts.catalogue.intake import Intake

_TOLD_EVERY = 25
"""So many files are done from one line of progress to the next."""


def add(parser: Parser) -> None:
    """What is read in, what is said of it, and what is done where it must be decided."""
    said = parser.words
    parser.argument("files", said.word_file, said.help_arrived)
    parser.option("--both", help_text=said.help_both)
    parser.option("--name", word=said.word_name, help_text=said.help_given_name)
    parser.option("--date", word=said.word_due, help_text=said.help_given_date)
    parser.option("--map", help_text=said.help_map)
    parser.option("--json", help_text=said.help_json)


def run(arguments: Namespace, texts: Texts) -> int:
    """Read everything in; 0 where nothing is left to be done."""
    from diskussion_tui.intake.taking import Target, files_in

    said = texts.intake
    files = files_in(_given(arguments, said))
    if not files:
        raise Refused(said.none_found)
    if any(path.suffix.lower() == ".pdf" for path in files):
        must_be_installed(said.missing, "pypdf")
    if len(files) > 1 and (arguments.name or arguments.date or arguments.map):
        raise Refused(said.one_only)
    setting = _setting(arguments, texts)
    folder = folder_of(arguments)
    prefix = setting.workbook.file_prefix
    target = Target(folder, refuge_for(arguments), prefix, bool(arguments.both), also_of(arguments))
    return _Telling(arguments, said, folder, len(files)).all_of(files, setting, target)


def _given(arguments: Namespace, said: Intake) -> list[Path]:
    """The files and folders that were named. Raises `Refused` where one is not there."""
    if not arguments.files:
        raise Refused(said.nothing_given)
    given = [expanded(Path(one)) for one in arguments.files]
    for path in given:
        if not path.exists():
            raise Refused(said.no_such.format(file=path))
    return given


def _setting(arguments: Namespace, texts: Texts) -> Setting:
    from diskussion_tui.intake.setting import Setting
    from diskussion_tui.intake.taking import mappings_in
    from diskussion_tui.workshop import clock

    said = texts.intake
    return Setting(
        workbook_of(arguments, texts),
        clock.local_now(),
        clean_line(arguments.name or ""),
        day_given(arguments.date, texts),
        mappings_in(folder_of(arguments)),
        (said.draft_comment, said.draft_place) if arguments.map else None,
    )


class _Telling:
    """What is told of each file, and of all of them."""

    def __init__(self, arguments: Namespace, said: Intake, folder: Path, files: int) -> None:
        self._json, self._said, self._folder, self._files = arguments.json, said, folder, files
        self._counts: Counter[str] = Counter()
        self._lost: dict[str, None] = {}
        self._drafts: dict[Path, None] = {}
        self._personal = 0

    def all_of(self, files: list[Path], setting: Setting, target: Target) -> int:
        """Read all files in and tell of each; the exit code."""
        from diskussion_tui.intake.taking import taken_in
        from diskussion_tui.intake.verdict import SETTLED

        verdicts = taken_in(files, setting, target)
        try:
            while (verdict := self._next(verdicts)) is not None:
                self._one(verdict)
        except KeyboardInterrupt:
            output.say(self._said.interrupted)
            raise
        finally:
            verdicts.close()
        self._end()
        return DONE if set(self._counts) <= SETTLED else WRONG

    @staticmethod
    def _next(verdicts: Iterator[Verdict]) -> Verdict | None:
        with resting():
            return next(verdicts, None)

    def _one(self, verdict: Verdict) -> None:
        self._counts[verdict.code] += 1
        self._lost |= dict.fromkeys(verdict.lost)
        self._personal += verdict.telling
        if "draft" in verdict.facts:
            self._draft(verdict)
        why = self._said.why(verdict.code, verdict.why, verdict.facts)
        if self._json:
            output.put_json_line(_values(verdict, why))
        else:
            output.put_row_of((self._said.verdict(verdict.code), verdict.file.name, why))
            if verdict.unread:
                first = clean_line(verdict.first_unread)
                output.put_row_of(("", "", self._said.unread(verdict.unread).format(first=first)))
            if verdict.left_out:
                output.put_row_of(("", "", self._left_out(verdict)))
        done = self._counts.total()
        if done % _TOLD_EVERY == 0 and done < self._files:
            output.say(self._said.progress.format(done=done, all=self._files))

    def _left_out(self, verdict: Verdict) -> str:
        """How many notes were left out, and where they stood."""
        where = dict.fromkeys(called(one) for one in verdict.left_out if one)
        return self._said.left_out(len(verdict.left_out)).format(where=", ".join(where) or "–")

    def _draft(self, verdict: Verdict) -> None:
        from diskussion_tui.store.session.arriving import put_draft

        self._drafts[put_draft(self._folder, verdict.facts["mark"], verdict.facts["draft"])] = None

    def _end(self) -> None:
        from diskussion_tui.intake.verdict import CODES

        counts = [
            f"{self._counts[code]} {self._said.verdict(code, self._counts[code])}"
            for code in CODES
            if self._counts[code]
        ]
        output.say(self._said.summary.format(counts=", ".join(counts)))
        for path in self._drafts:
            output.say(self._said.drafted.format(file=path))
        for code in CODES:
            remedy = self._said.remedy(code) if self._counts[code] else ""
            if remedy and not (code == "unknown_form" and self._drafts):
                output.say(f"  {remedy}")
        if self._personal:
            output.say(f"  {self._said.telling(self._personal)}")
        for lost in self._lost:
            output.say(f"  {dict(self._said.lost)[lost]}")


def _values(verdict: Verdict, why: str) -> dict[str, object]:
    return {
        "file": str(verdict.file),
        "verdict": verdict.code,
        "why": why,
        "discussion": str(verdict.written) if verdict.written else None,
        "unread": verdict.unread,
        "left_out": list(verdict.left_out),
    }
