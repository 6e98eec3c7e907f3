"""`diskussion doctor`: what is wrong with a folder of discussions, what could be done about it, and doing it.

What a finding is and what is mended is decided in `store/upkeep/diagnose.py` and `store/upkeep/repair.py`; here it becomes sentences.
Whether something was mended is not taken from whoever mended it: the folder is looked at again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from diskussion_tui.base.text import clean_line
from diskussion_tui.cli.kit import output
from diskussion_tui.cli.kit.refusal import DONE, WRONG, Refused
from diskussion_tui.cli.kit.setting import content_file, places_of
from diskussion_tui.domain.workbook import layout
from diskussion_tui.reports.cells import cells
from diskussion_tui.store.files.paths import expanded, refuge_of, settings_path

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from diskussion_tui.cli.kit.parser import Parser
    from diskussion_tui.store.upkeep.diagnose import Finding, Ward
    from diskussion_tui.store.upkeep.repair import Failed
    from diskussion_tui.texts.catalogue import Texts

_KILO = 1_000


def add(parser: Parser) -> None:
    """The folder, `--repair` and `--json`."""
    words = parser.words
    parser.argument("folder", words.word_folder, words.help_folder, many=False)
    parser.option("--repair", help_text=words.help_repair)
    parser.option("--json", help_text=words.help_json)


class Case(NamedTuple):
    """What a folder came to: what stands out in it now, and what was mended or could not be."""

    ward: Ward
    found: Sequence[Finding]
    done: Sequence[Finding] = ()
    failed: Sequence[Failed] = ()

    @property
    def standing(self) -> Sequence[Finding]:
        """What stands out, with what only an attempt has shown."""
        return [*(one.finding for one in self.failed if not one.finding.remedy), *self.found]


def run(arguments: Namespace, texts: Texts) -> int:
    """Print what stands out in every folder in use, or in the one that is named, and with `--repair` mend it."""
    return _told([_case(ward, arguments) for ward in _wards(arguments, texts)], arguments, texts)


def _case(ward: Ward, arguments: Namespace) -> Case:
    from diskussion_tui.store.upkeep.diagnose import find
    from diskussion_tui.workshop.clock import local_now

    found = find(ward, local_now())
    if not arguments.repair:
        return Case(ward, found)
    failed = _mended(ward, found)
    left = [*_lacking(ward, [*found, *(one.finding for one in failed)]), *find(ward, local_now())]
    standing = {(one.code, one.path, one.line, one.detail) for one in left}
    done = [one for one in found if one.remedy and (one.code, one.path, one.line, one.detail) not in standing]
    return Case(ward, left, done, failed)


def _wards(arguments: Namespace, texts: Texts) -> list[Ward]:
    """The folder that is named; else every one in use that is there."""
    from diskussion_tui.content.reader import read_workbook
    from diskussion_tui.store.session.identity import identity
    from diskussion_tui.store.upkeep.diagnose import Ward

    named, places = arguments.folder, places_of(arguments)
    away = () if named else places.away
    folders = [expanded(Path(named))] if named else [one for one in places.folders if one not in away]
    first = folders[0]
    asked_for = named or arguments.sessions
    if asked_for and not first.exists() and not first.is_symlink() and not refuge_of(first).exists():
        raise Refused(texts.doctor.not_there.format(folder=first))
    workbook = read_workbook(content_file(arguments), texts).workbook if arguments.repair else None
    who = identity()
    own = (settings_path().parent,)  # told of once
    return [
        Ward(folder, refuge_of(folder), who.writer, workbook, who.earlier, own if folder == first else ())
        for folder in folders
    ]


def _mended(ward: Ward, found: Sequence[Finding]) -> tuple[Failed, ...]:
    """Mend; where there is nothing to mend, try whether the folder takes anything at all."""
    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.upkeep.diagnose import Finding
    from diskussion_tui.store.upkeep.repair import Failed, mend
    from diskussion_tui.store.upkeep.trial import trial

    if any(one.remedy for one in found):
        return mend(Fs(), ward, found)
    known = any(one.code.startswith("folder_") for one in found)
    why = "" if known else trial(Fs(), ward.folder)
    return (Failed(Finding("folder_read_only", ward.folder), why),) if why else ()


def _lacking(ward: Ward, found: Sequence[Finding]) -> list[Finding]:
    """What the folder's file system cannot do; nothing where the folder takes nothing, which is told already."""
    from diskussion_tui.store.files.fs import Fs
    from diskussion_tui.store.upkeep.diagnose import Finding
    from diskussion_tui.store.upkeep.trial import lacking

    if any(one.code.startswith(("folder_", "disk_")) for one in found):
        return []
    try:
        return [Finding(code, ward.folder) for code in lacking(Fs(), ward.folder)]
    except OSError:
        return []


def _told(cases: Sequence[Case], arguments: Namespace, texts: Texts) -> int:
    """Print everything, folder by folder; the exit code says whether something is wrong, or still is."""
    if arguments.json:
        output.put_json([one for case in cases for one in _all_values(case, texts)])
    else:
        gap = False
        for case in cases:
            for row in _rows(case, texts, named=len(cases) > 1):
                if gap:
                    output.put_row("")
                output.put_row(row)
                gap = False
            gap = gap or bool(case.standing or case.done)
        if index := _index([case.ward for case in cases], texts):
            output.put_row(index)
    for case in cases:
        told = _sum(case, texts, repaired=arguments.repair)
        output.say(f"{clean_line(str(case.ward.folder))}: {told}" if len(cases) > 1 else told)
    return WRONG if any(one.wrong for case in cases for one in case.standing) else DONE


def _index(wards: Sequence[Ward], texts: Texts) -> str:
    """How it stands with the index of the folders, in one line; nothing where there is none."""
    from diskussion_tui.cli.kit.indexed import sentence
    from diskussion_tui.store.library.indexing import status

    first, *others = wards
    found = status(first.folder, first.refuge, [one.folder for one in others])
    return sentence(found, texts) if found.is_there else ""


def _rows(case: Case, texts: Texts, *, named: bool) -> Iterator[str]:
    """The findings by file: its path, and under it what stands out and what would be, or has been, done about it.

    Where a folder is one of several it is `named` first.
    """
    ward = case.ward
    whys = {(one.finding.code, one.finding.path, one.finding.line): one.why for one in case.failed}
    width = output.columns()
    finished = set(case.done)
    by_path = _by_path([*case.done, *case.standing], ward)
    if named and by_path and ward.folder not in by_path:
        yield _place(ward.folder, ward, texts)
        yield ""
    for number, (path, of_file) in enumerate(by_path.items()):
        if number:
            yield ""
        yield _place(path, ward, texts)
        for one in of_file:
            sign = "✓" if one in finished else "✗" if one.wrong else "·"
            yield from _hanging(f"  {sign} ", _sentence(one, texts), width)
            why = whys.get((one.code, one.path, one.line), "")
            if follows := _follows(one, why, texts, done=one in finished):
                yield from _hanging("    ", follows, width)


def _by_path(found: Iterable[Finding], ward: Ward) -> dict[Path, list[Finding]]:
    """The findings by path: the folder itself, its files, then what lies deeper and elsewhere."""
    grouped: dict[Path, list[Finding]] = {}
    for one in found:
        grouped.setdefault(one.path, []).append(one)
    return dict(sorted(grouped.items(), key=lambda item: _place_of(item[0], ward)))


def _place_of(path: Path, ward: Ward) -> tuple[int, str]:
    apart = (path != ward.folder) + (path.parent != ward.folder) + (not path.is_relative_to(ward.folder))
    return (apart if path != ward.folder else 0, str(path))


def _place(path: Path, ward: Ward, texts: Texts) -> str:
    """A path as short as it can be told: within the folder from there."""
    if path == ward.folder:
        return f"{texts.doctor.here} {clean_line(str(path))}"
    return clean_line(str(path.relative_to(ward.folder) if path.is_relative_to(ward.folder) else path))


def _hanging(first: str, text: str, width: int) -> tuple[str, ...]:
    return layout.wrap(clean_line(text), width, first, " " * len(first), measure=cells)


def _sentence(one: Finding, texts: Texts) -> str:
    place = f"{texts.cli.at_line.format(line=one.line)}: " if one.line else ""
    return place + texts.doctor.of(one.code, _detail(one, texts), texts.faults)


def _detail(one: Finding, texts: Texts) -> str:
    """The facts of a finding as they are read: an error's reason, a size, a number and whose."""
    if one.code == "folder_unreadable":
        return texts.reasons.of(one.detail)
    if one.code == "future":
        return ", ".join(one.detail.split(" ", 1))
    if one.code == "aside":
        size, _, day = one.detail.partition(" ")
        return f"{day}, {texts.cli.grouped(max(1, round(int(size) / _KILO)))} kB"
    return one.detail


def _follows(one: Finding, why: str, texts: Texts, *, done: bool) -> str:
    """What would be done, has been, or could not be; else what a person can do."""
    said = texts.doctor
    if done:
        return said.did.format(act=getattr(said, f"did_{one.remedy}"))
    if why:
        return said.could_not.format(why=getattr(said, f"is_{why}", "") or texts.reasons.of(why))
    if one.remedy:
        return said.would.format(act=getattr(said, f"would_{one.remedy}"))
    return said.advice(one.code, texts.faults)


def _sum(case: Case, texts: Texts, *, repaired: bool) -> str:
    said, folder, found, done = texts.doctor, clean_line(str(case.ward.folder)), case.standing, case.done
    wrong = [one for one in found if one.wrong]
    mendable = sum(bool(one.remedy) for one in found)
    if not (found or done):
        return said.nothing.format(folder=folder)
    parts = [said.mended(len(done))] if done else []
    if wrong:
        parts.append(said.left(len(wrong)) if repaired else said.wrong(len(wrong)))
    else:
        parts.append(said.nothing_wrong.format(folder=folder))
    if mendable and not repaired:
        parts += [said.mendable(mendable), said.run_repair]
    elif not wrong and found:
        parts.append(said.informed(len(found)))
    return " ".join(parts)


def _all_values(case: Case, texts: Texts) -> list[dict[str, object]]:
    return [
        *(_values(one, texts, done=True) for one in case.done),
        *(_values(one, texts, done=False) for one in case.standing),
    ]


def _values(one: Finding, texts: Texts, *, done: bool) -> dict[str, object]:
    return {
        "code": one.code,
        "path": one.path,
        "line": one.line,
        "detail": one.detail,
        "session": one.session,
        "remedy": one.remedy,
        "wrong": one.wrong,
        "mended": done,
        "what": _sentence(one, texts),
    }
