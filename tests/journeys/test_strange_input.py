"""What terminals send besides keys, sent to the installed program in a real one: words are kept, and it is still there."""

from __future__ import annotations

import sys

import pytest

from benchmarks.terminal import Key, Terminal
from tests.support.desk import Desk, go_to, leave

BREAKS = """
import sys
from importlib import import_module
from diskussion_tui.cli.main import main
module, kind, name = ("textual." + sys.argv[1]).rsplit(".", 2)
owner = getattr(import_module(module), kind)
works = getattr(owner, name)
def breaks(self, said):
    if isinstance(said, str) or type(said).__name__ == "MouseDown":
        raise ZeroDivisionError("[red]float division by zero")
    return works(self, said)
setattr(owner, name, breaks)
sys.exit(main(sys.argv[3:]))
"""
DEAF = """
import selectors, sys
from diskussion_tui.cli.main import main
def breaks(*_):
    raise OSError("no terminal")
selectors.SelectSelector.register = breaks
sys.exit(main(sys.argv[sys.argv.index("start") :]))
"""
START, END = b"\x1b[200~", b"\x1b[201~"


def writes(terminal: Terminal) -> None:
    """Somebody who writes down what the group says."""
    terminal.wait_for("PgDn nästa")
    go_to(terminal, "A.1", " 1  ")


@pytest.mark.xdist_group("terminal")
@pytest.mark.parametrize(
    ("sent", "note"),
    [
        pytest.param("Fax för Åsa".encode("latin-1"), "Fax för Åsa", id="a terminal set to Latin-1"),
        pytest.param("”Fax” – nej".encode("cp1252"), "”Fax” – nej", id="a terminal set to Windows-1252"),
        pytest.param(b"Fax\x1b[M !\xb0 ska bort", "Fax ska bort", id="X10 mouse beyond column 95"),
        pytest.param(b"Fax\x1b[M \xc3\xa9\xc3\xb6 bort", "Fax bort", id="mouse in UTF-8"),
        pytest.param(b"Fax\x1b[35;99;12M bort", "Fax bort", id="mouse of urxvt"),
        pytest.param(b"Fax\xe2\x82 bort", "Faxâ‚ bort", id="half a letter"),
        pytest.param(b"Fax\x81\x8d bort", "Fax\ufffd\ufffd bort", id="bytes that are no letters"),
        pytest.param(b"Fax\x1b[99;99z\x1b[1;2;3;4x bort", "Fax bort", id="unknown sequences"),
        pytest.param(
            b"Fax\x1b]11;rgb:0f0f/1515/1b1b\x1b\\ bort", "Fax bort", id="an answer nobody asked for"
        ),
        pytest.param(b"Fax\x1b[32;2ubort\x1b[27;2;13~nu", "Fax bort\nnu", id="Shift+Space and Shift+Enter"),
        pytest.param(
            START + b"text \x1b[0m\x11\x1b[200~hej" + END + b" slut",
            "text \ufffdhej slut",
            id="keys in a paste",
        ),
    ],
)
def test_the_note_is_kept_and_the_program_goes_on(desk: Desk, sent: bytes, note: str) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        writes(terminal)
        terminal.send(sent + b"\r")
        terminal.wait_for(f"• 1 {note.partition(chr(10))[0]}")
        terminal.send(f"och en till{Key.ENTER}")
        terminal.wait_for("• 2 och en till")
        leave(terminal)
    assert desk.notes() == [note, "och en till"]


@pytest.mark.xdist_group("terminal")
@pytest.mark.parametrize("torn", [b"", b"\x1b[20", END[:-1]])
def test_a_paste_whose_end_never_comes_is_put_in_by_itself_and_keys_work(desk: Desk, torn: bytes) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        writes(terminal)
        terminal.send(b"Fax " + START + b"ska bort" + torn)
        terminal.wait_for("Fax ska bort")
        terminal.send(END[len(torn) :])
        terminal.send(f" nu{Key.ENTER}")
        terminal.wait_for("• 1 Fax ska bort nu")
        leave(terminal)
    assert desk.notes() == ["Fax ska bort nu"]


@pytest.mark.xdist_group("terminal")
def test_a_table_pasted_in_a_terminal_without_marks_for_pastes_turns_no_kind(desk: Desk) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        go_to(terminal, "B.2", " 2  ")
        terminal.send("Fax\tbort\rBuss\tkvar\rTåg\tkvar\r")
        terminal.wait_for("Tåg kvar")
        leave(terminal)
    assert desk.notes() == ["Fax bort", "Buss kvar", "Tåg kvar"]
    assert {note["kind"] for note in desk.reads()["notes"]} == {"avveckla"}


@pytest.mark.xdist_group("terminal")
def test_a_list_pasted_in_a_terminal_without_marks_for_pastes_is_taken_as_a_paste(desk: Desk) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        terminal.wait_for("PgDn nästa")
        go_to(terminal, "B.2", " 2  ")
        terminal.send("Först ")
        terminal.wait_for("Först")
        terminal.send("detta\r- ett\r- två\r\r• fem\r> 65 år\rEn\tåtta\rhalv")
        terminal.wait_for("En åtta")
        terminal.wait_for("halv")
        terminal.send(Key.ENTER)
        leave(terminal)
    assert desk.notes() == ["Först detta", "ett", "två", "fem", "> 65 år", "En åtta", "halv"]
    assert {note["kind"] for note in desk.reads()["notes"]} == {"avveckla"}


@pytest.mark.xdist_group("terminal")
def test_on_home_no_byte_outside_utf_8_is_a_command(desk: Desk) -> None:
    with desk.starts() as terminal:
        terminal.wait_for("▸ Ny diskussion")
        terminal.send("öÖåÄ".encode("latin-1") + b"\x1b[M \xf6\xd6\x80\xff\xfe")
        terminal.wait_for("▸ Ny diskussion  ”öÖåÄ")
        terminal.send(Key.ESCAPE)
        terminal.wait_for("▸ Ny diskussion  skriv")
        terminal.send("Ekerö".encode("latin-1") + b"\r")
        terminal.wait_for("PgDn nästa")
        leave(terminal)
    assert desk.reads()["session"]["name"] == "Ekerö"


@pytest.mark.xdist_group("terminal")
@pytest.mark.parametrize(
    "broken", ["_xterm_parser.XTermParser.parse_mouse_code", "driver.Driver.process_message"]
)
def test_an_error_with_what_a_terminal_sent_costs_that_alone_and_is_told(desk: Desk, broken: str) -> None:
    with desk.starts("start", "Ekerö", by=(sys.executable, "-c", BREAKS, broken)) as terminal:
        writes(terminal)
        terminal.send(b"Fax\x1b[<0;3;4M\x1b[<0;3;4M ska bort\r")
        terminal.wait_for("• 1 Fax ska bort")
        terminal.wait_for("ZeroDivisionError")
        assert "Något som terminalen" in terminal.text()
        assert terminal.text().count("ZeroDivisionError") == 1
        leave(terminal)
    assert desk.notes() == ["Fax ska bort"]


@pytest.mark.xdist_group("terminal")
def test_a_program_that_cannot_hear_any_more_saves_says_so_in_words_and_does_not_pretend_that_all_is_well(
    desk: Desk,
) -> None:
    with desk.starts("start", "Ekerö", by=(sys.executable, "-c", DEAF)) as terminal:
        assert terminal.exit_code(20) == 1
        assert "Något gick fel i programmet" in terminal.text()
        assert "OSError: no terminal" in terminal.text()
        assert "Traceback" not in terminal.text()
    assert desk.reads()["session"]["name"] == "Ekerö"


@pytest.mark.xdist_group("terminal")
def test_the_terminal_itself_says_how_large_it_is(desk: Desk) -> None:
    env = {**desk.env, "COLUMNS": "40", "LINES": "12"}
    with Terminal(
        [sys.executable, "-m", "diskussion_tui", "--sessions", desk.sessions], env=env, cwd=desk.place
    ) as terminal:
        terminal.wait_for("▸ Ny diskussion")
        assert max(map(len, terminal.text().splitlines())) > 60
        leave(terminal)


@pytest.mark.xdist_group("terminal")
@pytest.mark.parametrize("torn", [(b"\x1b[", b"6~"), (b"\x1b", b"[6~"), (b"\x1b[6", b"~")])
def test_half_a_key_on_a_chosen_note_counts_no_hands(desk: Desk, torn: tuple[bytes, bytes]) -> None:
    with desk.starts("start", "Ekerö") as terminal:
        writes(terminal)
        terminal.send(f"Fax ska bort{Key.ENTER}")
        terminal.wait_for("• 1 Fax ska bort")
        terminal.send("\x1b[A")
        terminal.wait_for("▸")
        terminal.send(torn[0])
        terminal.listen(0.15)
        terminal.send(torn[1])
        terminal.idle()
        leave(terminal)
    (note,) = desk.reads()["notes"]
    assert note.get("supporters", 0) == 0
