"""The command as a process of its own: pipes, closed pipes, odd encodings, and what it imports."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.shell import really

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Shell


def test_a_note_goes_through_real_pipes(shell: Shell) -> None:
    shell.creates("Ekerö")
    where = ("--sessions", str(shell.folder))
    done = really("note", "ekerö", "-q", "B.2", "-k", "avv", *where, stdin=b"- Fax\n- Brev\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.split()) == 2
    assert "2 anteckningar" in really("list", *where).stdout.decode()


def test_without_a_terminal_home_exits_with_2(shell: Shell) -> None:
    done = really("--sessions", str(shell.folder))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "terminal" in done.stderr.decode()


def test_bytes_that_are_no_text_in_the_arguments_are_answered_in_a_sentence(shell: Shell) -> None:
    done = subprocess.run(
        [
            sys.executable.encode(),
            b"-m",
            b"diskussion_tui",
            b"show",
            b"\xff\xfe\x1b[31m",
            b"--sessions",
            os.fsencode(shell.folder),
        ],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"\x1b" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
def test_a_narrow_encoding_does_not_crash(shell: Shell, encoding: str) -> None:
    shell.creates("Vårdcentralen Ekerö 👩‍⚕️")
    env = os.environ | {"PYTHONIOENCODING": encoding}
    for given in (("list",), ("show",), ("--help",), ("check", "finns-inte")):
        done = really(*given, "--sessions", str(shell.folder), env=env)
        assert b"Traceback" not in done.stderr


def test_a_reader_that_has_seen_enough_is_no_error(shell: Shell) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "diskussion_tui", "show", "--sessions", str(shell.folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (0, b"")


if os.path.exists("/dev/full"):  # noqa: PTH110 - a device, not a path of ours

    def test_a_full_disk_behind_stdout_is_told(shell: Shell) -> None:
        with open("/dev/full", "wb") as full:  # noqa: PTH123 - see above
            done = subprocess.run(
                [sys.executable, "-m", "diskussion_tui", "show", "--sessions", str(shell.folder)],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 1
        assert "Det gick inte att skriva ut" in done.stderr.decode()


def test_ctrl_c_ends_with_130(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("diskussion_tui.cli.folder.list.run", interrupted)
    said = shell.runs("list")
    assert (said.code, said.out, said.err) == (130, "", "")


def test_a_file_that_may_not_be_read_is_told_in_a_sentence(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _beside: object) -> bytes:
        raise PermissionError(13, "Permission denied", "hemlig.toml")

    shell.creates("Ekerö")
    monkeypatch.setattr("diskussion_tui.store.session.replicas.gather_with", refuse)
    said = shell.runs("show", "ekerö")
    assert said.code == 1
    assert said.err.startswith("hemlig.toml: rättighet saknas. Det som var sparat är kvar.")


def test_closed_output_is_answered_in_a_sentence(shell: Shell) -> None:
    shell.creates("Ekerö")
    done = subprocess.run(
        [
            "/bin/sh",
            "-c",
            '"$0" -m diskussion_tui list --sessions "$1" >&-',
            sys.executable,
            str(shell.folder),
        ],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "utdata är stängd" in done.stderr.decode()


def test_a_locale_without_our_letters_is_told_of_in_a_sentence(shell: Shell) -> None:
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for command in ("new", "start"):
        done = subprocess.run(
            [sys.executable, "-m", "diskussion_tui", command, "Åre", "--sessions", str(shell.folder)],
            capture_output=True,
            check=False,
            env={**os.environ, **bare},
        )
        assert done.returncode in {1, 2}  # with no terminal to start in, that is said first
        assert "Traceback" not in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1
