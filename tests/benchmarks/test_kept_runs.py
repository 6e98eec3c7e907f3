"""Runs that are kept make a page, and a page that lags behind them is noticed."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks import report, results
from benchmarks.parts import PARTS
from benchmarks.results import Measured, kept, read, write
from tests.benchmarks.test_table import a_row

if TYPE_CHECKING:
    from pathlib import Path

EARLIER = Measured("0.1.0", "aaaaaaa", "2026-11-01")
LATER = Measured("0.2.0", "bbbbbbb", "2026-11-22")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two kept runs: a goal that was held falls short now, and one did not run."""
    made_on = {"cpu": "a | b", "cores": 2}
    silent = a_row(what="merging", ours=None, ratio=None, held=None, why="merging did not run: not built yet")
    write(tmp_path / LATER.name, [a_row(ratio=20.0, held=False), silent], {"keys": 4}, made_on, LATER)
    write(tmp_path / EARLIER.name, [a_row()], {"keys": 4}, made_on, EARLIER)
    return tmp_path


def test_the_page_is_what_the_kept_runs_give() -> None:
    assert report.main(["--check"]) == 0, "run python -m benchmarks.report"


def test_a_stale_page_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = tmp_path / "benchmarks.md"
    monkeypatch.setattr(report, "PAGE", stale)
    assert report.main(["--check"]) == 1
    report.main([])
    assert report.main(["--check"]) == 0
    stale.write_text(stale.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    assert report.main(["--check"]) == 1


def test_a_run_is_read_as_it_was_written(folder: Path) -> None:
    run = read(folder / EARLIER.name)
    assert (run.measured, run.rounds, run.rows) == (EARLIER, {"keys": 4}, [a_row()])


def test_kept_runs_come_oldest_first_and_are_named_after_version_day_and_commit(folder: Path) -> None:
    assert [run.measured for run in kept(folder)] == [EARLIER, LATER]
    assert EARLIER.name == "0.1.0-2026-11-01-aaaaaaa.json"


def test_a_run_from_before_the_code_was_named_is_read_too(folder: Path) -> None:
    old = json.loads((folder / EARLIER.name).read_text(encoding="utf-8"))
    del old["measured"]
    for row in old["rows"]:
        del row["told"]
    (folder / "old.json").write_text(json.dumps(old), encoding="utf-8")
    assert read(folder / "old.json").rows == [a_row()]


def test_the_page_shows_the_newest_run_and_what_became_of_each_goal(folder: Path) -> None:
    text = report.page(kept(folder))
    assert "## The newest run: 0.2.0 2026-11-22 bbbbbbb" in text
    assert "Goals: 0 held, 1 fall short, 1 did not run" in text
    assert "- merging did not run: not built yet" in text
    (trend,) = re.findall(r"^\| keys: typing, against vim .*$", text, re.MULTILINE)
    assert trend == "| keys: typing, against vim | ≤ 15 × | 15.00 × | **20.00 ×** |"


def test_a_part_that_was_not_measured_again_is_told_as_it_was(folder: Path) -> None:
    other = replace(a_row(), part="suggestions", what="missed")
    write(
        folder / "0.2.0-2026-11-26-ccccccc.json",
        [other],
        {"suggestions": 1},
        {},
        replace(LATER, date="2026-11-26", commit="ccccccc"),
    )
    text = report.page(kept(folder))
    newest, earlier = text.split("## Measured earlier: 0.2.0 2026-11-22 bbbbbbb")
    assert "### suggestions" in newest.split("## The newest run: 0.2.0 2026-11-26 ccccccc")[1]
    assert "### keys" in earlier
    assert "aaaaaaa" not in newest + earlier.split("## What became")[0]
    assert "| suggestions: missed" in earlier
    assert "| keys: typing, against vim |" in earlier


def test_without_a_kept_run_the_page_says_how_to_make_one() -> None:
    assert "just bench --keep" in report.page([])


def test_every_goal_of_every_part_is_about_cases_that_there_are(tmp_path: Path) -> None:
    for name, part in PARTS.items():
        folder = tmp_path / name
        folder.mkdir()
        names = [case.name for case in part.cases(folder, random.Random(1))]
        assert len(names) == len(set(names))
        wanted = {each for goal in part.goals for each in (goal.case, goal.floor) if each}
        grown = {case for growth in part.growths for case in growth.cases.values()}
        assert not (wanted | grown) - set(names)


def test_no_two_rows_have_one_name() -> None:
    for part in PARTS.values():
        keys = [(goal.what, goal.floor) for goal in part.goals] + [
            (grown.what, None) for grown in part.growths
        ]
        assert len(keys) == len(set(keys))


def test_growth_is_fitted_to_three_sizes_at_least_and_whole_runs_take_less_than_twenty_five_minutes() -> None:
    assert all(len(growth.cases) >= 3 for part in PARTS.values() for growth in part.growths)
    assert all(
        part.growths for name, part in PARTS.items() if name != "documents"
    )  # two sizes, each with its limit
    assert sum(part.minutes for part in PARTS.values()) < 25


def test_a_commit_with_changes_on_top_of_it_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"status": "", "log": "abc1234 2026-11-22"}
    monkeypatch.setattr(results, "_git", lambda *asked: answers[asked[0]])
    clean = results.measured()
    assert (clean.commit, clean.date) == ("abc1234", "2026-11-22")
    answers["status"] = " M src/x.py"
    assert results.measured() == replace(clean, commit="abc1234+")
