"""One setting put into a file that people write by hand: it is as it should be, and everything else as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diskussion_tui.base.toml import parsed
from diskussion_tui.store.files.fs import Fs
from diskussion_tui.store.files.paths import settings_path
from diskussion_tui.store.files.settings_file import NotPutError, put_setting

if TYPE_CHECKING:
    from pathlib import Path

BY_HAND = """# mina val
theme = "dark"   # mörkt i salen
unit='Norr'

[annat]
theme = "rör mig inte"
"""


def put(path: Path, key: str, value: str | None) -> str:
    put_setting(Fs(), path, key, value, "# hej\n")
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_a_file_is_made_only_when_something_is_set(tmp_path: Path):
    path = tmp_path / "config" / "settings.toml"
    assert put(path, "theme", None) == ""
    assert not path.parent.exists()
    assert put(path, "theme", "light") == '# hej\ntheme = "light"\n'


def test_a_setting_is_changed_where_it_stands_and_comments_stay(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    now = put(path, "theme", "light")
    assert now == BY_HAND.replace('"dark"', '"light"')
    now = put(path, "unit", 'Väst "A"')
    assert "unit = 'Väst \"A\"'" in now or 'unit = "Väst \\"A\\""' in now
    now = put(path, "language", "en")
    assert parsed(now)["annat"] == {"theme": "rör mig inte"}
    assert parsed(now)["language"] == "en"
    assert put(path, "unit", None).count("unit") == 0


def test_line_ends_of_windows_and_a_last_line_without_one_stay(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_bytes(b'theme = "dark" # x\r\nunit = "Norr"')
    put(path, "theme", "light")
    assert path.read_bytes() == b'theme = "light" # x\r\nunit = "Norr"'
    put(path, "language", "sv")
    assert parsed(path.read_text()) == {"theme": "light", "unit": "Norr", "language": "sv"}


@pytest.mark.parametrize(
    "text", ["theme = ", 'theme = """\nlight"""\n', "theme = 'a'\ntheme = 'b'\n", 'theme.x = "y"\n']
)
def test_a_file_in_which_one_thing_cannot_be_changed_alone_is_left_as_it_is(tmp_path: Path, text: str):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotPutError):
        put(path, "theme", "light")
    assert path.read_text(encoding="utf-8") == text
    assert list(tmp_path.iterdir()) == [path]


@given(
    st.lists(st.sampled_from(['theme = "x"', "# c", "", "[t]", 'unit = "u" # c', "n = 3", "l = [\n 1,\n]"])),
    st.sampled_from(["theme", "unit", "language"]),
    st.none() | st.text(max_size=20),
)
def test_whatever_stands_in_it_either_all_else_stays_or_nothing_is_written(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], key: str, value: str | None
):
    path = tmp_path_factory.mktemp("config") / "settings.toml"
    text = "\n".join(lines)
    path.write_text(text, encoding="utf-8")
    try:
        before = parsed(text)
        put(path, key, value)
    except ValueError:
        assert path.read_text(encoding="utf-8") == text
        return
    now = parsed(path.read_text(encoding="utf-8"))
    assert {one: it for one, it in now.items() if one != key} == {
        one: it for one, it in before.items() if one != key
    }
    assert now.get(key) == value


def test_it_lies_in_the_platforms_folder_for_settings(fence: Path):
    assert settings_path().is_relative_to(fence)
