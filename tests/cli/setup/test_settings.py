"""`diskussion settings`, and what is set there wherever it holds: on this machine, until an option says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diskussion_tui.store.files.paths import settings_path
from diskussion_tui.store.session.reading import read_session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


def written(text: str) -> Path:
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_all_settings_are_shown_with_where_they_come_from_and_what_they_do(shell: Shell) -> None:
    written('theme = "light"\n')
    said = shell.runs("settings")
    assert (said.code, said.err) == (0, "")
    assert said.lines[0] == str(settings_path())
    assert "theme = light   (ur filen)" in said.lines
    assert "time_up = inget   (förvalt)" in said.lines
    assert "  Verksamhet i varje ny diskussion." in said.lines
    values = shell.runs("settings", "--json").json()["settings"]
    assert values["theme"] == {"value": "light", "from": "file"}
    assert values["sessions"]["from"] == "option"  # the shell of the tests names a folder


def test_showing_and_checking_write_nothing(shell: Shell, fence: Path) -> None:
    said = shell.runs("settings")
    assert "Filen finns inte än." in said.err
    assert shell.runs("settings", "check").code == 0
    assert shell.runs("settings", "path").lines == [str(settings_path())]
    assert not any(fence.rglob("*.toml"))


def test_a_setting_is_set_and_taken_out_again(shell: Shell) -> None:
    said = shell.runs("settings", "set", "note-taker", "medicinsk", "sekreterare")
    assert (said.code, said.out) == (0, "")
    assert said.err == "note_taker är nu medicinsk sekreterare.\n"
    assert 'note_taker = "medicinsk sekreterare"' in settings_path().read_text(encoding="utf-8")
    assert shell.runs("settings", "set", "note_taker", "").err == "note_taker är borttagen ur filen.\n"
    assert "note_taker" not in settings_path().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("sätt",), "går inte att göra med inställningarna. Välj check, path, open eller set."),
        (("set",), "diskussion settings set theme light"),
        (("set", "theme"), "diskussion settings set theme light"),
        (("set", "tema", "light"), "Inställningen ”tema” finns inte. De som finns är language, theme,"),
        (("set", "theme", "rosa"), "theme kan inte vara ”rosa”. Välj dark, light eller projector."),
        (("check", "nu"), "”nu” hör inte hemma här."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    shell: Shell, given: tuple[str, ...], told: str
) -> None:
    said = shell.runs("settings", *given)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert not settings_path().exists()


def test_a_wrong_file_is_told_row_by_row_and_left_alone_and_the_rest_of_it_holds(shell: Shell) -> None:
    path = written('unit = "Norr"\nthemes = "light"\ntime_up = 3\n')
    before = path.read_bytes()
    said = shell.runs("settings", "check")
    assert (said.code, len(said.lines)) == (1, 2)
    assert "menade du theme?" in said.lines[0]
    said = shell.runs("new", "Ekerö")
    assert said.code == 0
    assert "2 fel i inställningarna. Filen är orörd" in said.err
    (session,) = shell.folder.glob("*.toml")
    assert read_session(session).session.head.unit == "Norr"
    assert shell.runs("settings", "set", "theme", "light").code == 0
    assert path.read_bytes() == before + b'theme = "light"\n'


def test_a_file_that_is_no_toml_is_not_written_into(shell: Shell) -> None:
    path = written("theme = \n")
    said = shell.runs("settings", "set", "theme", "light")
    assert (said.code, path.read_text(encoding="utf-8")) == (1, "theme = \n")
    assert "Inget är ändrat" in said.err


def test_the_language_that_is_set_holds_until_an_option_says_otherwise(shell: Shell) -> None:
    written('language = "en"\n')
    assert "No sessions" in shell.runs("list").err or "No discussions" in shell.runs("list").err
    assert "Inga diskussioner" in shell.runs("list", "--lang", "sv").err


def test_who_i_am_stands_in_every_new_discussion_unless_something_else_is_said(shell: Shell) -> None:
    written('facilitator = "sektionschefen"\nunit = "Norr"\n')
    shell.runs("new", "Ekerö", "--unit", "Väst")
    (session,) = shell.folder.glob("*.toml")
    head = read_session(session).session.head
    assert (head.facilitator, head.unit, head.rev) == ("sektionschefen", "Väst", 1)


def test_the_folder_that_is_set_is_used_where_no_option_names_one(shell: Shell, tmp_path: Path) -> None:
    written(f'sessions = "{tmp_path / "annan"}"\n')
    shell.creates("Ekerö")
    assert len(list(shell.folder.glob("*.toml"))) == 1
    assert str(tmp_path / "annan") not in shell.runs("list").err


def test_open_says_where_the_file_is_where_no_editor_is_chosen(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    said = shell.runs("settings", "open")
    assert (said.code, said.lines) == (0, [str(settings_path())])
    assert "EDITOR" in said.err
    monkeypatch.setenv("EDITOR", "ingen-sådan-redigerare")
    said = shell.runs("settings", "open")
    assert said.code == 1
    assert str(settings_path()) in said.err
    monkeypatch.setenv("EDITOR", "true")
    assert shell.runs("settings", "open").code == 0
    assert settings_path().exists()
