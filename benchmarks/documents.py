"""Documents out and back: reports, beside what the typesetter takes for the same page by itself, and folders of forms read in.

From the start of the command to the finished file. Each case is a process of its own: its wall time, and the most memory that it held. Byte code is kept, as in an installed program.
"""

import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from benchmarks.measure import Case, Goal, Growth, Part
from diskussion_tui.content.reader import read_workbook
from diskussion_tui.content.source import default_workbook, example_folder
from diskussion_tui.domain.session import changes
from diskussion_tui.texts import words
from diskussion_tui.workshop.workshop import Workshop

TYPST, PDF, EVERY = "typst by itself", "report as PDF", "report in every format"
MANY, LONG = "report of 10,000 notes as PDF", "report of 20 notes of 20,000 letters as PDF"
FORMS = {10: "import of 10 forms", 50: "import of 50 forms", 300: "import of 300 forms"}
_LIMIT_SECONDS, _LIMIT_BYTES = 60.0, 2_000_000_000
_BARE = """
import json, sys, typst
from pathlib import Path
here = Path(sys.argv[1])
fonts = [str(here / "fonts")]
made = typst.compile(str(here / "report.typ"), root=str(here), font_paths=fonts, ignore_system_fonts=True, format="pdf",
    sys_inputs=json.loads(Path(sys.argv[2]).read_text()), pdf_standards=["ua-1", "a-3a"], timestamp=0)
Path(sys.argv[3]).write_bytes(made)
"""


def _cases(scratch: Path, _dice: random.Random) -> list[Case]:
    """Floor and ours, on the example that ships; then what is as large as it may be."""
    (example,) = example_folder().glob("*.toml")
    many = _discussion(scratch, "Många", [f"Anteckning {number} om vården" for number in range(10_000)])
    long = _discussion(scratch, "Långa", ["vård och omsorg " * 1_250] * 20)
    document = scratch / "document.json"
    document.write_text(_values(example), encoding="utf-8")
    template = Path(sys.modules["diskussion_tui"].__path__[0], "reports", "formats")
    bare = [sys.executable, "-c", _BARE, str(template), str(document), str(scratch / "bare.pdf")]
    return [
        Case(TYPST, partial(_run, bare)),
        Case(PDF, partial(_run, _report(example, scratch, "--to", "pdf"))),
        Case(EVERY, partial(_run, _report(example, scratch, "--all"))),
        Case(MANY, partial(_run, _report(many, scratch, "--to", "pdf"))),
        Case(LONG, partial(_run, _report(long, scratch, "--to", "pdf"))),
        *(Case(one, partial(_import, scratch, many)) for many, one in FORMS.items()),
    ]


def _report(path: Path, scratch: Path, *given: str) -> list[str]:
    return [sys.executable, "-m", "diskussion_tui", "report", str(path), *given, "--out", str(scratch / "ut")]


def _values(example: Path) -> str:
    """What `diskussion report` hands to the typesetter for the example."""
    from diskussion_tui.base.look import OURS
    from diskussion_tui.reports.formats.pdf import Attached, template_values
    from diskussion_tui.reports.formats.saying import SILENT
    from diskussion_tui.reports.formats.typesetting import inputs
    from diskussion_tui.reports.profile import INTERNAL
    from diskussion_tui.store.session.reading import read_session
    from diskussion_tui.workshop.report import Source, export_of

    workbook = read_workbook(default_workbook(), words("sv")).workbook
    source = Source(read_session(example).session, workbook, example, example.parent)
    export = export_of(source, words("sv"), INTERNAL)
    attached = Attached("diskussion.toml", export.file().decode(), "")
    told = template_values(export.document(), SILENT, attached, OURS)
    return json.dumps(inputs({"document": told}, OURS), ensure_ascii=False)


def _discussion(scratch: Path, name: str, notes: Sequence[str]) -> Path:
    workbook = read_workbook(default_workbook(), words("sv")).workbook
    assert workbook
    work = Workshop.begin(scratch, name, workbook)
    for start in range(0, len(notes), 500):
        work.do(
            changes.add_notes,
            (work.ids.new() for _ in range(500)),
            "B.2",
            notes[start : start + 500],
            "avveckla",
        )
    assert work.close() == ""
    return work.path


def _fill(folder: Path, many: int) -> None:
    """Fill a folder with so many forms, each filled in by another group."""
    from pypdf import PdfReader, PdfWriter

    from diskussion_tui.reports.form import form
    from diskussion_tui.reports.formats.form_pdf import form_pdf

    workbook = read_workbook(default_workbook(), words("sv")).workbook
    assert workbook
    blank = form_pdf(form(workbook, words("sv"), None, typed=True))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(blank)))
    values = {"diskussion.name": "Grupp 0000", "diskussion.date": "2026-05-12"}
    values |= {f"{part}.2.kind.avveckla": "Fax\nKöer" for part in "ABCD"}
    for page in (one for one in writer.pages if "/Annots" in one):
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    assert b"(Grupp 0000)" in out.getvalue()
    folder.mkdir()
    for number in range(many):  # of the same length, so that every place in the file stays
        (folder / f"{number}.pdf").write_bytes(out.getvalue().replace(b"Grupp 0000", b"Grupp %04d" % number))


def _import(scratch: Path, many: int) -> Mapping[str, float]:
    """Read forms, made the first time, into a folder of their own, which is new each time."""
    forms = scratch / f"formulär {many}"
    if not forms.exists():
        _fill(forms, many)
    with tempfile.TemporaryDirectory(dir=scratch) as sessions:
        command = [sys.executable, "-m", "diskussion_tui", "import", str(forms), "--sessions", sessions]
        return _run(command)


def _run(command: Sequence[str]) -> Mapping[str, float]:
    """Run it to its end; how long that took, and the most memory it held."""
    kept = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=kept)
    _pid, status, used = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    return {"wall": time.perf_counter() - started, "rss": used.ru_maxrss * 1024.0}


PART = Part(
    "documents",
    rounds=3,
    minutes=1.1,
    cases=_cases,
    goals=[
        Goal(PDF, PDF, "wall", TYPST, 1.3),
        Goal(EVERY, EVERY, "wall", PDF, 3),
        Goal(MANY, MANY, "wall", None, _LIMIT_SECONDS),
        Goal(LONG, LONG, "wall", None, _LIMIT_SECONDS),
        Goal(FORMS[300], FORMS[300], "wall"),
        Goal("memory: 300 forms", FORMS[300], "rss", None, 300_000_000, unit="B"),
        Goal("memory: report as PDF", PDF, "rss", None, 300_000_000, unit="B"),
        Goal("memory: 10,000 notes", MANY, "rss", None, _LIMIT_BYTES, unit="B"),
        Goal("memory: long notes", LONG, "rss", None, _LIMIT_BYTES, unit="B"),
    ],
    growths=[Growth("import of forms", "wall", FORMS, at_most=1.1)],
)
"""A report is handed out before they have put their coats on."""
