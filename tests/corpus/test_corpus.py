"""The made-up discussions that others try the program on: sound, the same every time, and like what people say."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.analysis.said import said_in
from diskussion_tui.domain.language.personal import found_in
from diskussion_tui.domain.session.records import Conclusion
from diskussion_tui.domain.workbook.compass import cells_of
from diskussion_tui.store.files.codec import Encoder
from diskussion_tui.store.session.reading import read_session
from tests.support.shell import Shell
from tools.corpus import Corpus, generate
from tools.corpus.folder import shipped
from tools.corpus.grammar import places, themes

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.domain.session.session import Session

pytestmark = pytest.mark.xdist_group("corpus")  # one worker makes the folder, once

MANY = 25


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return generate(tmp_path_factory.mktemp("corpus"), MANY, seed=7)


@pytest.fixture(scope="module")
def sessions(made: Corpus) -> list[Session]:
    return [read_session(path).session for path in made.files]


def test_the_program_finds_nothing_to_remark_on(made: Corpus, monkeypatch: pytest.MonkeyPatch):
    shell = Shell(made.files[0].parent, monkeypatch)
    shell.clock.at += dt.timedelta(days=400)
    answer = shell.runs("doctor")
    assert (answer.code, answer.out) == (0, "")
    assert "Inget att anmärka på" in answer.err
    assert len(shell.runs("list").lines) == MANY


def test_every_file_is_what_the_program_would_write(made: Corpus, sessions: list[Session]):
    for path, session in zip(made.files, sessions, strict=True):
        assert Encoder().file(session) == path.read_bytes()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(made: Corpus, tmp_path: Path):
    again, other = generate(tmp_path / "a", 5, seed=7), generate(tmp_path / "b", 5, seed=8)
    assert [path.read_bytes() for path in again.files] == [path.read_bytes() for path in made.files[:5]]
    assert [path.name for path in again.files] == [path.name for path in made.files[:5]]
    assert again.themes.items() <= made.themes.items()
    assert not {path.read_bytes() for path in other.files} & {path.read_bytes() for path in made.files}


def test_the_theme_of_every_note_is_told_and_stands_in_no_file(made: Corpus, sessions: list[Session]):
    said = [one for session in sessions for one in said_in(session)]
    assert {one.id for one in said} <= made.themes.keys()
    assert set(made.themes.values()) == {one.id for one in themes()}
    words = [path.read_text(encoding="utf-8") for path in made.files]
    assert not any("psykisk-halsa" in text or "it-system" in text for text in words)


def test_kinds_lengths_and_hands_are_as_groups_have_them(sessions: list[Session]):
    said = [one for session in sessions for one in said_in(session) if one.in_force]
    kinds = Counter(one.kind for one in said)
    assert kinds["vidareutveckla"] > kinds["nyutveckla"] > 0.1 * len(said)
    assert kinds["avveckla"] > 0.1 * len(said)
    assert 0.2 < kinds[""] / len(said) < 0.5
    lengths = [len(one.text.split()) for one in said]
    assert 4 <= median(lengths) <= 9
    assert min(lengths) == 1
    assert max(lengths) > 15
    assert 0.2 < sum(one.supporters > 0 for one in said) / len(said) < 0.5
    assert all(one.supporters <= 3 * one.discussion.participants for one in said)


def test_everything_that_a_discussion_can_hold_is_there(sessions: list[Session]):
    said = [one for session in sessions for one in said_in(session)]
    assert any(one.dissent and one.objection for one in said)
    assert any(one.star for one in said)
    assert any(one.parked for one in said)
    assert any(one.withdrawn for one in said)
    assert any(one.places for one in said)
    assert any(one.table for one in said)
    assert any(one.tags for one in said)
    assert any(note.sources for session in sessions for note in session.notes())
    assert {one.question[:3] for one in said} >= {"A.1", "B.2", "C.2", "D.3", "E.A", "E.h"}
    conclusions = [one for session in sessions for one in session.current(Conclusion)]
    assert {one.kind for one in conclusions} == {"slutsats", "åtgärd", "medskick"}
    assert any(one.done for one in conclusions)
    assert any(one.owner and one.due for one in conclusions)
    assert {session.head.state for session in sessions} == {"utkast", "fastställd"}
    assert len({session.head.unit for session in sessions}) < len(sessions)
    assert {one.discussion.verdicts.get("B.1") for one in said} >= {"stammer", "delvis", "stammer-inte"}


def test_the_same_matter_is_said_in_many_words(made: Corpus, sessions: list[Session]):
    found = Counter[str]()
    texts: set[tuple[str, str]] = set()
    for one in (said for session in sessions for said in said_in(session)):
        found[made.themes[one.id]] += 1
        texts.add((made.themes[one.id], one.text.lower()))
    distinct = Counter(theme for theme, _ in texts)
    assert min(found.values()) > 5
    assert all(distinct[theme] / found[theme] > 0.5 for theme in found)
    assert sum(distinct.values()) < sum(found.values())


def test_nobody_real_is_named(made: Corpus, sessions: list[Session]):
    for path, session in zip(made.files, sessions, strict=True):
        assert not found_in(path.read_text(encoding="utf-8"), session.head.date)


def test_notes_are_placed_on_cells_that_the_compass_has(sessions: list[Session]):
    compass = shipped().compass
    cells = {cell.id for cell in cells_of(compass)} if compass else set()
    assert {cell for those in places().values() for cell in those} <= cells
    assert {cell for session in sessions for note in session.notes() for cell in note.places} <= cells


def test_the_material_is_rich_enough():
    known = [theme for theme in themes() if theme.id]
    assert len(known) >= 14
    for theme in known:
        assert sum(map(len, theme.patterns.values())) >= 12
        assert all(len(patterns) >= 3 for patterns in theme.patterns.values()), theme.id


def test_a_filled_shape_is_a_discussion_that_the_program_would_write(tmp_path: Path):
    made = generate(tmp_path / "a", 12, seed=7, quick=True)
    again = generate(tmp_path / "b", 12, seed=7, quick=True)
    for path, same in zip(made.files, again.files, strict=True):
        session = read_session(path).session
        assert path.read_bytes() == same.read_bytes() == Encoder().file(session)
        assert session.head.date.isoformat() in path.name
        assert {one.id for one in said_in(session)} <= made.themes.keys()
        assert "§" not in path.read_text(encoding="utf-8")
    assert len(set(made.themes)) == len(made.themes)
