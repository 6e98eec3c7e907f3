"""`utseende.toml`: what an organisation's documents look like, checked as a workbook is, each problem with its line and what to write."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import docx
import pytest

from diskussion_tui.base.look import OURS
from diskussion_tui.content.look import FILE, read_look
from diskussion_tui.texts import words

if TYPE_CHECKING:
    from pathlib import Path

    from diskussion_tui.content.look import LookRead


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"".join(b"\0" + b"\x0a\x5a\xa0" * 4 for _ in range(4)))),
        _chunk(b"IEND", b""),
    )
)
"""A small blue square."""
SV = words("sv")


def reads(folder: Path, text: str) -> LookRead:
    (folder / FILE).write_text(text, encoding="utf-8")
    (folder / "logo.png").write_bytes(PNG)
    (folder / "stor.png").write_bytes(PNG + bytes(5_000_000))
    (folder / "mapp").mkdir(exist_ok=True)
    (folder / "Regular.ttf").write_bytes(b"\x00\x01\x00\x00 font")
    made = io.BytesIO()
    docx.Document().save(made)
    (folder / "mall.docx").write_bytes(made.getvalue())
    return read_look(folder / FILE, SV)


def test_without_a_file_it_is_ours(tmp_path: Path) -> None:
    assert read_look(tmp_path / FILE, SV).look == OURS


def test_everything_can_be_said(tmp_path: Path) -> None:
    found = reads(
        tmp_path,
        """
font = "Region Sans"
font_files = ["Regular.ttf"]
logo = "logo.png"
logo_text = "Region Exempel"
cover = "Region Exempel"
word_template = "mall.docx"

[colours]
kinds = ["#7a1f00", "#003F7D"]
text = "#000000"
heat = "#7a1f00"
""",
    )
    assert found.problems == ()
    look = found.look
    assert (look.font, look.fonts) == ("Region Sans", (str(tmp_path / "Regular.ttf"),))
    assert (look.kinds, look.ink, look.heat, look.quiet) == (
        ("#7a1f00", "#003f7d"),
        "#000000",
        "#7a1f00",
        OURS.quiet,
    )
    assert look.logo
    assert (look.logo.kind, look.logo.said, look.cover) == ("png", "Region Exempel", "Region Exempel")
    assert look.word


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('\nfontt = "x"', 2, "menade du font?"),
        ("cover = 3", 1, "här ska stå en text"),
        ('[colours]\ntext = "blå"', 2, "det är ingen färg"),
        ('[colours]\ntext = "#8899aa"', 2, "kontrasten mot vitt är 2,9:1, och text behöver minst 4,5:1"),
        ('[colours]\nkinds = ["#000000", "#ffff00"]', 2, "välj en mörkare färg"),
        ('font = "Region Sans"', 1, "både font och font_files"),
        ('logo = "logo.png"', 1, "saknar text för den som inte ser den"),
        ('logo = "inte.png"\nlogo_text = "x"', 1, "filen finns inte"),
        ('logo = "../logo.png"\nlogo_text = "x"', 1, "filen ska ligga bredvid"),
        ('logo = "Regular.ttf"\nlogo_text = "x"', 1, "varken PNG eller SVG"),
        ('word_template = "logo.png"', 1, "ingen Wordmall"),
        ('font = "x"\nfont_files = ["logo.png"]', 2, "inget typsnitt"),
        ('font_files = ["logo.png"]\nfont = "x"', 1, "inget typsnitt"),
        ('font = "x"\nfont_files = "Regular.ttf"', 2, "en lista"),
        ('font = "x"\nfont_files = ["Regular.ttf", 3]', 2, "en lista"),
        ("colours = 3", 1, "en tabell"),
        ("[colours]\nkinds = []", 2, "en lista"),
        (f"[colours]\nkinds = {['#000000'] * 13}", 2, "en lista"),
        ('[colours]\nkinds = "#000000"', 2, "en lista"),
        ('[colours]\ntexxt = "#000000"', 2, "menade du text?"),
        ('qwertyuiop = "x"', 1, "här finns: "),
        ('logo = "."\nlogo_text = "x"', 1, "filen ska ligga bredvid"),
        ('logo = "under\\\\logo.png"\nlogo_text = "x"', 1, "filen ska ligga bredvid"),
        ('logo = "stor.png"\nlogo_text = "x"', 1, "filen får inte bli större"),
        ('logo = "mapp"\nlogo_text = "x"', 1, "går inte att läsa"),
        ("font = [", 1, "inte giltig TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_to_write(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    found = reads(tmp_path, text)
    assert found.look == OURS
    assert any(told in one.row() and one.line == line for one in found.problems), found.problems


def test_as_many_colours_of_kinds_as_may_be_and_a_list_of_no_fonts_are_right(tmp_path: Path) -> None:
    found = reads(tmp_path, f"font_files = []\n[colours]\nkinds = {['#000000'] * 12}")
    assert found.problems == ()
    assert len(found.look.kinds) == 12


@pytest.mark.parametrize("data", [b'font = "\xe5"', b"x" * 100_001])
def test_a_file_that_cannot_be_read_is_told_of_and_all_is_as_without_it(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    found = read_look(tmp_path / FILE, SV)
    assert found.look == OURS
    assert len(found.problems) == 1


def test_the_lines_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = reads(tmp_path, 'cover = 3\nfontt = "x"\n\nlogo = "inte.png"\n')
    assert [one.line for one in found.problems] == sorted(one.line for one in found.problems)
    assert len({one.line for one in found.problems}) == 3


def test_a_template_without_the_styles_is_told_which(tmp_path: Path) -> None:
    reads(tmp_path, "")
    made = docx.Document()
    made.styles["Caption"].delete()
    made.save(str(tmp_path / "mall.docx"))
    (tmp_path / FILE).write_text('word_template = "mall.docx"', encoding="utf-8")
    (problem,) = read_look(tmp_path / FILE, SV).problems
    assert "mallen saknar formatmallarna caption" in problem.row()


def test_a_logo_that_is_a_link_out_of_the_folder_is_refused_and_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "annat" / "hemlig.svg"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'></svg>")
    (tmp_path / "här").mkdir()
    (tmp_path / "här" / "logo.svg").symlink_to(elsewhere)
    found = reads(tmp_path / "här", 'logo = "logo.svg"\nlogo_text = "Vi"\n')
    assert found.look is OURS
    assert [one.what for one in found.problems] == [words("sv").look.only_beside]
    (tmp_path / "här" / "logo.svg").unlink()
    (tmp_path / "här" / "logo.svg").write_bytes(elsewhere.read_bytes())
    assert reads(tmp_path / "här", 'logo = "logo.svg"\nlogo_text = "Vi"\n').problems == ()
