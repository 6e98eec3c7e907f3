"""`diskussion workbook`: somebody makes a workbook of their own at the shell."""

from __future__ import annotations

import html
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from diskussion_tui.cli.kit import watching
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import shipped_workbooks
from diskussion_tui.domain.workbook.steps import steps_of
from diskussion_tui.texts import LANGUAGES, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.shell import Said, Shell

GUIDE = Path(__file__).parents[2] / "data" / "guides" / "skolgard.md"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_workbook_is_explained_in_the_language_asked_for_and_without_a_problem(
    shell: Shell, desk: Path, language: str
) -> None:
    said = shell.runs("workbook", "new", "vart-hafte.toml", "--lang", language)
    assert (said.code, said.out) == (0, "vart-hafte.toml\n")
    assert "diskussion workbook check vart-hafte.toml" in said.err
    text = (desk / "vart-hafte.toml").read_text(encoding="utf-8")
    assert text.startswith({"sv": "# Ett arbetshäfte:", "en": "# A workbook:"}[language])
    assert sum(line.startswith("#") for line in text.splitlines()) > 25
    assert shell.runs("workbook", "check", "vart-hafte.toml").code == 0
    book = read_workbook(desk / "vart-hafte.toml", words(language)).workbook
    assert book
    assert (book.id, book.language) == ("vart-hafte", language)


def test_a_discussion_can_be_led_with_a_new_workbook_at_once(shell: Shell) -> None:
    shell.runs("workbook", "new", "hafte.toml")
    assert shell.runs("--content", "hafte.toml", "new", "Norr").code == 0
    assert (
        shell.runs("--content", "hafte.toml", "note", "norr", "-q", "A.2", "-k", "behall", "Fikat").code == 0
    )


def test_a_file_with_a_name_that_says_nothing_gets_an_id_all_the_same(shell: Shell, desk: Path) -> None:
    assert shell.runs("workbook", "new", "新.toml").code == 0
    assert 'id = "arbetshafte"' in (desk / "新.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("more", [(), ("--from", str(GUIDE))])
def test_no_file_is_written_over(shell: Shell, desk: Path, more: tuple[str, ...]) -> None:
    (desk / "hafte.toml").write_text("mitt\n", encoding="utf-8")
    (desk / "lank.toml").symlink_to(desk / "borta.toml")
    for name in ("hafte.toml", "lank.toml"):
        said = shell.runs("workbook", "new", name, *more)
        assert (said.code, said.out) == (1, "")
        assert said.err == f"Filen {name} finns redan och är orörd. Välj ett annat namn.\n"
    assert (desk / "hafte.toml").read_text(encoding="utf-8") == "mitt\n"
    assert not (desk / "borta.toml").exists()


def test_somebody_who_is_quicker_keeps_their_file(
    shell: Shell, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diskussion_tui.cli.setup.workbook.must_be_free", lambda *_: None)
    (desk / "hafte.toml").write_text("deras\n", encoding="utf-8")
    said = shell.runs("workbook", "new", "hafte.toml")
    assert (said.code, said.err.count("finns redan")) == (1, 1)
    assert [one.name for one in desk.iterdir() if one.is_file()] == ["hafte.toml"]
    assert (desk / "hafte.toml").read_text(encoding="utf-8") == "deras\n"


def test_a_draft_says_how_much_is_left_to_decide_and_can_be_checked(shell: Shell, desk: Path) -> None:
    said = shell.runs("workbook", "new", "gard.toml", "--from", str(GUIDE))
    text = (desk / "gard.toml").read_text(encoding="utf-8")
    number = text.count("# ATT AVGÖRA:")
    assert number
    assert f"{number} saker är kvar att avgöra: sök efter ATT AVGÖRA i filen." in said.err
    assert 'id = "gard"' in text
    assert shell.runs("workbook", "check", "gard.toml").code == 0


@pytest.mark.parametrize(
    ("given", "code", "answer"),
    [
        (("nytt",), 2, "”nytt” går inte att göra med ett arbetshäfte. Välj new, check eller preview"),
        (("new",), 2, "Ange vilken fil som ska skrivas"),
        (("new", "a.toml", "b.toml"), 2, "”b.toml” hör inte hemma här."),
        (("new", "borta/a.toml"), 2, "Mappen borta finns inte. Inget är skrivet."),
        (("new", "a.toml", "--from", "borta.docx"), 2, "Underlaget borta.docx finns inte."),
        (("new", "a.toml", "--from", "tom.txt"), 1, "Underlaget tom.txt har ingen text"),
        (("new", "a.toml", "--from", "bild.odt"), 1, "det som läses är Word (.docx), PDF, Markdown"),
        (("new", "a.toml", "--from", "kapad.pdf"), 1, "filen är avklippt, slutet saknas"),
        (("new", "a.toml", "--json"), 2, "--json hör till diskussion workbook check."),
        (("check", "a.toml", "--from", "b.md"), 2, "--from hör till diskussion workbook new."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    shell: Shell, desk: Path, given: tuple[str, ...], code: int, answer: str
) -> None:
    (desk / "tom.txt").write_text("\n\n", encoding="utf-8")
    (desk / "bild.odt").write_bytes(b"PK")
    (desk / "kapad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    before = sorted(desk.iterdir())
    said = shell.runs("workbook", *given)
    assert (said.code, said.out) == (code, "")
    assert answer in said.err
    assert sorted(desk.iterdir()) == before


def test_a_folder_that_takes_no_file_is_told_of(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> int:
        raise PermissionError(13, "denied", "a.toml")

    monkeypatch.setattr("diskussion_tui.store.files.fs.Fs.open_new", refuse)
    said = shell.runs("workbook", "new", "a.toml")
    assert said.code == 1
    assert "a.toml" in said.err


def test_the_workbooks_that_ship_are_listed_and_chosen_by_what_they_are_called(shell: Shell) -> None:
    rows = [line.split("\t") for line in shell.runs("workbook").lines]
    assert [row[0] for row in rows] == ["vardens-struktur", "keep-change-new", "biblioteket"]
    assert rows[-1][1:] == ["sv", "90 minuter", "Biblioteket mitt ibland oss"]
    for name, language, _minutes, title in rows:
        shown = shell.runs("--content", name, "show").out
        assert shown.startswith(f"{title}\n")
        assert shell.runs("workbook", "check", name, "--lang", language).code == 0


def test_a_file_of_ones_own_goes_before_the_workbook_that_is_called_the_same(shell: Shell) -> None:
    shell.runs("workbook", "new", "biblioteket")
    assert shell.runs("--content", "biblioteket", "show").out.startswith("Vår arbetsplats om två år\n")


def test_every_workbook_that_ships_is_called_after_its_id() -> None:
    for name, file in shipped_workbooks().items():
        book = read_workbook(file, words("sv")).workbook
        assert book
        assert book.id == name


def test_checking_says_the_same_as_the_short_command(shell: Shell, desk: Path) -> None:
    shell.runs("workbook", "new", "hafte.toml")
    text = (desk / "hafte.toml").read_text(encoding="utf-8")
    (desk / "hafte.toml").write_text(
        text.replace("minutes = 12", 'minutes = "tolv"\ntid = 1'), encoding="utf-8"
    )
    said = shell.runs("workbook", "check", "hafte.toml")
    assert said == shell.runs("check", "hafte.toml")
    assert said.code == 1
    assert len(said.lines) == 2
    assert all(line.startswith("hafte.toml:") for line in said.lines)


def test_the_swedish_name_of_the_command_is_the_same_command(shell: Shell) -> None:
    assert shell.runs("arbetshäfte") == shell.runs("workbook")


# ---- checking while one writes -------------------------------------------------------------------------------------


class Writer:
    """Somebody who edits a file in another window: at each look of the program they have done one thing more, and then press Ctrl+C."""

    def __init__(self, *deeds: Callable[[], object]) -> None:
        self._deeds = iter(
            [one for deed in deeds for one in (deed, _rest)]
        )  # a file is looked at once it rests

    def __call__(self) -> None:
        deed = next(self._deeds, None)
        if deed is None:
            raise KeyboardInterrupt
        deed()


def _rest() -> None:
    """Do nothing for a moment."""


@pytest.fixture
def hafte(shell: Shell, desk: Path) -> Path:
    """A workbook without a problem."""
    shell.runs("workbook", "new", "hafte.toml")
    return desk / "hafte.toml"


def changes(file: Path, before: str, after: str) -> Callable[[], object]:
    """Change a text in a file and save it."""

    def deed() -> None:
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")

    return deed


def test_a_file_is_checked_anew_each_time_it_is_saved_until_ctrl_c(
    shell: Shell, hafte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer(
        changes(hafte, "minutes = 12", "minuter = 12"), _rest, changes(hafte, "minuter = 12", "minutes = 12")
    )
    monkeypatch.setattr("diskussion_tui.cli.kit.watching.wait", writer)
    said = shell.runs("workbook", "check", "hafte.toml", "--watch")
    assert said.code == 0
    assert said.err.splitlines() == [
        "hafte.toml granskas varje gång den sparas. Ctrl+C slutar.",
        "hafte.toml: inga problem",
        "2 problem",
        "hafte.toml: inga problem",
        "hafte.toml: inga problem",
    ]
    assert [line.split("  ")[2] for line in said.lines] == ["nyckeln saknas", "nyckeln finns inte"]


def test_a_file_that_is_half_written_is_not_told_of(
    shell: Shell, hafte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = hafte.read_text(encoding="utf-8")

    def between() -> None:
        hafte.write_text(whole[:900], encoding="utf-8")

    def done() -> None:
        hafte.write_text(f"{whole}\n", encoding="utf-8")

    deeds = iter([between, done, _rest])

    def wait() -> None:
        deed = next(deeds, None)
        if deed is None:
            raise KeyboardInterrupt
        deed()

    monkeypatch.setattr("diskussion_tui.cli.kit.watching.wait", wait)
    said = shell.runs("check", "hafte.toml", "--watch")
    assert (said.out, said.err.count("inga problem")) == ("", 3)


def test_a_file_that_an_editor_puts_in_place_of_the_old_one_is_noticed(
    shell: Shell, hafte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = hafte.stat()

    def replaced() -> None:
        fresh = hafte.with_suffix(".ny")
        fresh.write_text(
            hafte.read_text(encoding="utf-8").replace("minutes = 12", "minutes = 13"), encoding="utf-8"
        )
        os.utime(fresh, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        fresh.replace(hafte)

    monkeypatch.setattr("diskussion_tui.cli.kit.watching.wait", Writer(replaced))
    said = shell.runs("check", "hafte.toml", "--watch")
    assert said.code == 1
    assert said.out.count("skriv total_minutes = 41") == 2, "when it was noticed, and at the end"


def on_screen(shell: Shell, monkeypatch: pytest.MonkeyPatch, writer: Writer) -> Said:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("diskussion_tui.cli.kit.watching.wait", writer)
    return shell.runs("workbook", "check", "hafte.toml", "--watch", terminal=True)


def test_on_a_terminal_the_page_is_written_over_in_place_and_never_wiped(
    shell: Shell, hafte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = on_screen(shell, monkeypatch, Writer(changes(hafte, "minutes = 12", 'minutes = "tolv"')))
    pages = said.out.split("\x1b[H")
    assert len(pages) > 2
    assert "Inga problem." in said.out.partition("1 problem")[0]
    assert "sections[1].questions[2].minutes" in said.out
    assert "→ minutes = 5" in said.out
    for wiped in ("\x1b[2J", "\x1b[3J", "\x1bc"):
        assert wiped not in said.out
    assert said.out.count("\x1b[?1049h") == said.out.count("\x1b[?1049l") == 1
    assert said.code == 1
    line = hafte.read_text(encoding="utf-8").partition("tolv")[0].count("\n") + 1
    row = f"hafte.toml:{line}  sections[1].questions[2].minutes  här ska stå ett heltal  minutes = 5\n"
    assert said.out.endswith(row)


def test_on_a_terminal_without_a_wish_for_colours_there_are_none(
    shell: Shell, hafte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colours = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-7]|9[0-7]|38|48)(?:;\d+)*m")
    assert hafte.exists()
    assert colours.search(on_screen(shell, monkeypatch, Writer()).out)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours.search(on_screen(shell, monkeypatch, Writer()).out)


def test_what_does_not_fit_on_the_screen_is_counted(
    shell: Shell, hafte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = hafte.read_text(encoding="utf-8")
    hafte.write_text(text.replace("minutes = ", "minuter = "), encoding="utf-8")
    said = on_screen(shell, monkeypatch, Writer())
    shown = said.out.partition("\x1b[?1049l")[0].count("→")
    (more,) = set(re.findall(r"… och (\d+) till", said.out))
    assert shown + int(more) == int(re.findall(r"(\d+) problem", said.out)[0])


def test_a_drafts_page_says_where_the_next_decision_stands(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.runs("workbook", "new", "hafte.toml", "--from", str(GUIDE))
    out = on_screen(shell, monkeypatch, Writer()).out
    text = Path("hafte.toml").read_text(encoding="utf-8")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if row.startswith("# ATT AVGÖRA"))
    assert f"{text.count('# ATT AVGÖRA')} kvar att avgöra, nästa på rad {line}." in out


def test_text_of_the_file_acts_on_nothing_while_it_is_watched(
    shell: Shell, hafte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hafte.write_text('"[red]\\u001b[31m" = 1\n"[/]" = 2\n', encoding="utf-8")
    out = on_screen(shell, monkeypatch, Writer()).out
    assert "\x1b[31m" not in out
    assert hafte.exists()


def test_watching_and_json_do_not_go_together(shell: Shell) -> None:
    said = shell.runs("check", "--watch", "--json")
    assert (said.code, said.out) == (2, "")
    assert "--watch och --json går inte ihop" in said.err


def test_the_program_sleeps_between_two_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    watching.wait()
    assert slept == [watching.EVERY]


# ---- seeing what it will look like ---------------------------------------------------------------------------------


def test_every_step_is_printed_as_on_the_screen_and_as_on_the_wall(shell: Shell) -> None:
    steps = steps_of(shell.workbook())
    said = shell.runs("workbook", "preview")
    assert (said.code, said.err) == (0, "")
    rule = "─" * 80
    parts = re.split(r"(?m)^(\S+)  [^\n]+, på (skärmen|väggen) \(80 × 24\)\n", said.out)[1:]
    shown = list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    assert [one[:2] for one in shown] == [
        (step.id, where) for step in steps for where in ("skärmen", "väggen")
    ]
    for _step, _where, block in shown:
        first, *drawn, last, empty, _end = block.split("\n")
        assert (first, last, empty) == (rule, rule, "")
        assert len(drawn) == 24
        assert max(map(cell_len, drawn)) <= 80
    assert len(set(re.findall(r"klar \d\d:\d\d", said.out))) == 1, "the evening goes as it is planned"


def test_only_the_steps_that_are_named_are_shown_at_the_size_that_is_named(shell: Shell) -> None:
    said = shell.runs(
        "workbook", "preview", "biblioteket", "--step", "a2", "--step", "slut", "--size", "120x36"
    )
    captions = [line for line in said.lines if "(120 × 36)" in line]
    assert [one.partition(" ")[0] for one in captions] == ["A.2", "A.2", "slut", "slut"]
    assert "─" * 120 in said.lines
    assert "TA REDA PÅ" in said.out


def test_a_preview_of_an_english_workbook_is_in_english(shell: Shell) -> None:
    said = shell.runs("workbook", "preview", "keep-change-new", "--step", "1.2")
    assert "on the wall" in said.out
    assert "Nothing yet." in said.out


def test_a_preview_leaves_nothing_behind(shell: Shell, desk: Path) -> None:
    before = sorted(desk.rglob("*"))
    assert shell.runs("workbook", "preview", "--step", "A").code == 0
    assert sorted(desk.rglob("*")) == before


def test_a_page_for_a_browser_says_the_same_and_asks_nothing_of_a_network(shell: Shell, desk: Path) -> None:
    said = shell.runs("workbook", "preview", "--step", "A.2", "--html", "sa.html")
    assert (said.code, said.out) == (0, "sa.html\n")
    page = (desk / "sa.html").read_text(encoding="utf-8")
    assert '<html lang="sv">' in page
    assert not re.search(r"https?:|<script|<link|src=", page)
    plain = html.unescape(re.sub(r"<[^>]+>", "", page.partition("</h1>")[2]))
    printed = shell.runs("workbook", "preview", "--step", "A.2").out
    shown = [line for line in printed.splitlines() if line.strip() and set(line) != {"─"}]
    assert [line for line in shown if line.rstrip() not in {one.rstrip() for one in plain.splitlines()}] == []


def test_a_page_is_written_over_nothing(shell: Shell, desk: Path) -> None:
    (desk / "sa.html").write_text("min", encoding="utf-8")
    said = shell.runs("workbook", "preview", "--html", "sa.html")
    assert (said.code, said.out) == (1, "")
    assert "finns redan" in said.err
    assert (desk / "sa.html").read_text(encoding="utf-8") == "min"


def test_a_terminal_gets_the_inks_of_the_screen_unless_it_wants_none(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diskussion_tui.cli.setup.previewing._has_keys", lambda: False)
    monkeypatch.setenv("TERM", "xterm-256color")
    given = ("workbook", "preview", "--step", "A.2")
    assert "\x1b[38;5;" in shell.runs(*given, terminal=True).out.replace("\x1b[1;", "\x1b[")
    assert "\x1b[" not in shell.runs(*given).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in shell.runs(*given, terminal=True).out


def test_a_terminal_that_cannot_be_drawn_on_gets_the_steps_in_print(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    said = shell.runs("workbook", "preview", "--step", "A.2", terminal=True)
    assert (said.code, said.out.count("(80 × 24)")) == (0, 2)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        (("--step", "Z"), "Momentet ”Z” finns inte. De som finns är start, kompass, A,"),
        (("--size", "stor"), "”stor” är ingen storlek på en skärm."),
        (("--size", "9x9"), "från 40x12 till 300x100"),
        (("--size", "1000x1000"), "från 40x12 till 300x100"),
        (("a.toml", "b.toml"), "”b.toml” hör inte hemma här."),
    ],
)
def test_a_preview_that_cannot_be_is_answered(shell: Shell, given: tuple[str, ...], answer: str) -> None:
    said = shell.runs("workbook", "preview", *given)
    assert (said.code, said.out) == (2, "")
    assert answer in said.err


def test_a_workbook_that_is_wrong_is_not_shown_but_explained(shell: Shell, hafte: Path) -> None:
    changes(hafte, "minutes = 12", "minuter = 12")()
    said = shell.runs("workbook", "preview", "hafte.toml")
    assert (said.code, said.out) == (1, "")
    assert "menade du minutes?" in said.err
