"""Beginning and going on: `diskussion new`, `start`, `practise` and no command at all."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.shell import Shell


@pytest.fixture
def led(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the screens were asked to show, in place of the screens."""
    asked: list[dict[str, Any]] = []
    module = ModuleType("diskussion_tui.tui.run")

    def run_app(environment: object, texts: object, **given: object) -> int:
        asked.append({"world": environment, "texts": texts, **given})
        return 0

    run: Callable[..., int] = run_app
    module.__dict__["run_app"] = run
    monkeypatch.setitem(sys.modules, "diskussion_tui.tui.run", module)
    return asked


def test_new_creates_the_file_and_prints_its_path(shell: Shell) -> None:
    said = shell.runs("new", "Vårdcentralen Ekerö")
    assert (said.code, said.err) == (0, "")
    path = Path(said.out.rstrip("\n"))
    assert path.name == "Diskussionsstöd_Vårdcentralen-Ekerö_2026-05-12.toml"
    assert read_session(path).session.head.name == "Vårdcentralen Ekerö"


@pytest.mark.parametrize("written", ["2026-11-19", "19/11 2026", "19 november 2026", "261119"])
def test_new_takes_another_day_in_every_way_that_import_does(shell: Shell, written: str) -> None:
    said = shell.runs("new", "Ekerö", "--date", written, "--unit", "Norr")
    assert (said.code, said.err) == (0, "")
    path = Path(said.out.rstrip("\n"))
    assert path.name == "Diskussionsstöd_Ekerö_2026-11-19.toml"
    head = read_session(path).session.head
    assert (str(head.date), head.unit) == ("2026-11-19", "Norr")


def test_what_is_no_day_is_refused_and_nothing_begins(shell: Shell) -> None:
    said = shell.runs("new", "Ekerö", "--date", "nästa vecka")
    assert said.code == 2
    assert "”nästa vecka” är inget datum. Skriv det som 2026-11-19." in said.err
    assert not list(shell.folder.glob("*.toml"))


def test_a_name_needs_no_quotes(shell: Shell) -> None:
    shell.runs("new", "Vårdcentralen", "Ekerö")
    assert shell.runs("list", "--json").json()[0]["name"] == "Vårdcentralen Ekerö"


def test_the_same_name_twice_makes_two_files(shell: Shell) -> None:
    assert shell.runs("new", "Ekerö").out != shell.runs("new", "Ekerö").out
    assert len(shell.runs("list").lines) == 2


@pytest.mark.parametrize("name", [(), ("",), ("   ", "\t"), ("\u202e\u200b",)])
def test_a_blank_name_is_refused(shell: Shell, name: tuple[str, ...]) -> None:
    said = shell.runs("new", *name)
    assert said.code == 2
    assert "Ange vad diskussionen ska heta" in said.err
    assert not shell.folder.exists()


@pytest.mark.parametrize(
    "name",
    [
        "../../etc",
        "a/b\\c:d*",
        "\x1b[31mröd",
        "\udcff",
        "[notes]",
        "CON",
        "👩‍👩‍👧",
        "a\x00b",
        '"""',
        "-",
        ".",
    ],
)
def test_a_hostile_name_makes_an_ordinary_file_in_the_folder(shell: Shell, name: str) -> None:
    said = shell.runs("new", "--", name)
    assert said.code == 0
    assert Path(said.out.rstrip("\n")).parent == shell.folder
    assert shell.runs("list").code == 0


def test_a_name_as_long_as_a_book_is_refused_and_says_how_long_it_is(shell: Shell) -> None:
    said = shell.runs("new", "x" * 1_000_000)
    assert said.code == 2
    assert "1\u00a0000\u00a0000 tecken" in said.err
    assert not shell.folder.exists()


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_lost(shell: Shell, tmp_path: Path) -> None:
    shell.folder = tmp_path / "fil"
    shell.folder.write_text("en fil", encoding="utf-8")
    said = shell.runs("new", "Ekerö")
    assert said.code == 1
    assert said.out == ""
    assert "Inget är sparat" in said.err
    assert "--sessions" in said.err


def test_a_workbook_with_problems_begins_nothing(shell: Shell, tmp_path: Path) -> None:
    faulty = tmp_path / "fel.toml"
    faulty.write_text("schema_version = 1\ntitel = 'x'\n", encoding="utf-8")
    said = shell.runs("new", "Ekerö", "--content", str(faulty))
    assert said.code == 1
    assert f"{faulty}:2  titel  nyckeln finns inte  menade du title?" in said.err
    assert not shell.folder.exists()


def test_no_command_opens_home(shell: Shell, led: list[dict[str, Any]]) -> None:
    assert shell.runs(terminal=True).code == 0
    assert led[0]["open_path"] is None
    assert led[0]["world"].sessions == shell.folder
    assert led[0]["texts"].language == "sv"


def test_practise_opens_the_example(shell: Shell, led: list[dict[str, Any]]) -> None:
    assert shell.runs("practise", terminal=True).code == 0
    assert led[0]["practise"]


def test_start_begins_a_new_discussion_and_opens_it(shell: Shell, led: list[dict[str, Any]]) -> None:
    assert shell.runs("start", "Vårdcentralen", "Ekerö", terminal=True).code == 0
    assert read_session(led[0]["open_path"]).session.head.name == "Vårdcentralen Ekerö"


def test_start_goes_on_with_todays_discussion_whatever_the_case(
    shell: Shell, led: list[dict[str, Any]]
) -> None:
    shell.creates("Ekerö")
    shell.clock.passes(days=1)
    today = shell.creates("Ekerö")
    shell.runs("start", "EKERÖ", terminal=True)
    assert led[0]["open_path"] == today


def test_start_goes_on_with_the_only_draft_of_that_name(shell: Shell, led: list[dict[str, Any]]) -> None:
    earlier = shell.creates("Ekerö")
    shell.creates("Ekerö norra")
    shell.clock.passes(days=3)
    shell.runs("start", "Ekerö", terminal=True)
    assert led[0]["open_path"] == earlier


def test_start_begins_anew_where_two_drafts_could_be_meant(shell: Shell, led: list[dict[str, Any]]) -> None:
    known = {shell.creates("Ekerö")}
    shell.clock.passes(days=1)
    known.add(shell.creates("Ekerö"))
    shell.clock.passes(days=1)
    shell.runs("start", "Ekerö", terminal=True)
    assert led[0]["open_path"] not in known


def test_start_begins_anew_where_the_earlier_discussion_is_final(
    shell: Shell, led: list[dict[str, Any]]
) -> None:
    earlier = shell.creates("Ekerö")
    workshop = shell.opens(earlier)
    workshop.do(changes.set_state, "fastställd")
    assert workshop.close() == ""
    shell.clock.passes(days=180)
    shell.runs("start", "Ekerö", terminal=True)
    assert led[0]["open_path"] != earlier


def test_start_shows_todays_discussion_to_be_read_once_it_is_final(
    shell: Shell, led: list[dict[str, Any]]
) -> None:
    path = shell.creates("Ekerö")
    workshop = shell.opens(path)
    workshop.do(changes.set_state, "fastställd")
    assert workshop.close() == ""
    shell.runs("start", "Ekerö", terminal=True)
    assert (led[0]["open_path"], led[0]["reads"]) == (path, True)


def test_start_will_not_open_todays_discussion_in_another_workbook(
    shell: Shell, led: list[dict[str, Any]]
) -> None:
    path = shell.creates("Ekerö")
    path.write_text(
        path.read_text(encoding="utf-8").replace('"vardens-struktur"', '"annat"'), encoding="utf-8"
    )
    said = shell.runs("start", "Ekerö", terminal=True)
    assert said.code == 2
    assert "--content" in said.err
    assert "annat" in said.err
    assert led == []


def test_start_opens_a_file_of_a_later_version_for_reading(shell: Shell, led: list[dict[str, Any]]) -> None:
    path = shell.creates("Ekerö")
    text = path.read_text(encoding="utf-8").replace("schema_version = 3", "schema_version = 99")
    path.write_text(text, encoding="utf-8")
    said = shell.runs("start", "Ekerö", terminal=True)
    assert said.code == 0
    assert [one["open_path"] for one in led] == [path]


def test_storbild_follows_the_one_that_is_led_or_the_one_that_is_named(
    shell: Shell, led: list[dict[str, Any]]
) -> None:
    assert shell.runs("storbild", terminal=True).code == 0
    assert led[0]["follows"] == (None,)
    path = Path(shell.runs("new", "Ekerö").out.strip())
    for command in ("storbild", "wall"):
        assert shell.runs(command, "ekerö", terminal=True).code == 0
        assert led[-1]["follows"] == (path,)


def test_storbild_says_in_the_shell_what_is_wrong(shell: Shell, led: list[dict[str, Any]]) -> None:
    assert shell.runs("storbild", "finns-inte", terminal=True).code
    assert shell.runs("storbild").code
    assert led == []


def test_a_name_that_begins_with_a_dash_follows_two_dashes(shell: Shell) -> None:
    said = shell.runs("new", "--", "-x")
    assert (said.code, said.err) == (0, "")
    assert shell.runs("new", "--", "--help").code == 0
    assert "-x" in shell.runs("list").out
    assert shell.runs("new", "-x").code == 2
