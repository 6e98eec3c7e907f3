"""Every refusal of the shell, in both languages: its sentence and its exit code are kept, and what was refused has changed nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from diskussion_tui.domain.session import changes
from diskussion_tui.texts import LANGUAGES
from tests.support.kept import page_looks_as_kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Said, Shell

REFUSED = """
new
new {long}
note
note ekerö
note ekerö Fax
note nobody -q B.2 Fax
note ekerö -q B.9 Fax
note ekerö -q B.2 Fax
note ekerö -q B.2 -k x Fax
note ekerö -q B.2 -k e Fax
note ekerö -q B.2 -k avveckla
show nobody
history ekerö xyzzy
mark ekerö
mark ekerö xyzzy --star
mark ekerö {fax} --hands x
mark ekerö {fax} --hands 1000
mark ekerö {gone} --star
mark ekerö {away} --star
mark ekerö --star
mark ekerö {fax} --star --unstar
park ekerö
park ekerö {fax} --back
park ekerö {gone}
park ekerö {away}
place ekerö
place ekerö {fax}
place ekerö {fax} Ingenstans
place ekerö {gone} BVC
place ekerö {away} BVC
merge ekerö {fax} {away}
split ekerö
split ekerö {fax}
merge ekerö {fax}
merge ekerö {fax} {new}
merge ekerö {fax} {paper} --hands x
merge ekerö {fax} {new} --text Bort
similar ekerö
conclude ekerö Ring
conclude ekerö --action --conclusion Ring
conclude ekerö --action
conclude ekerö --action Ring --section Q
conclude ekerö --action Ring --due x
conclude ekerö --action Ring --due 2026-02-30
details ekerö --participants x
details ekerö --participants 10000
details ekerö --place {long}
plan ekerö --before
plan ekerö --before B
plan ekerö --as-before
plan ekerö --minutes x
plan ekerö --minutes B.2=x
plan ekerö --minutes B.2=601
plan ekerö --minutes Q=5
plan ekerö --break Fika
plan ekerö --break Fika --before B
plan ekerö --break Fika --before Q --minutes 5
plan ekerö --ends x
plan ekerö --ends 25:00
plan ekerö --skip Q
rank ekerö Q --dots 3
rank ekerö B --dots x
rank ekerö B --dots 0
rank ekerö B --close
rank ekerö B --give 1=3
rank ekerö B --reopen
purge ekerö --note {fax} --names
purge ekerö --note xyzzy
purge ekerö
report ekerö --to x
report ekerö --to ics
report ekerö --to toml --profile x
report ekerö --to toml --profile publicera
archive
archive ekerö --verify x.zip
archive --verify x.zip
dispose ekerö
dispose ekerö --decision 2026:1
form --prefilled ekerö --print
form --prefilled nobody
import
import x.pdf
import x.pdf y.pdf --name Ett
find
find slag:
find fax --limit x
find fax --json --csv
read
read ekerö xyzzy
read ekerö a b
compare ekerö
compare ekerö nobody
compare ekerö ekerö ekerö ekerö ekerö ekerö ekerö
merge-tables ekerö ekerö
merge-tables ekerö -o Alla
actions --csv --json
compile --json --csv
compile
personal nobody
list --also ingen
doctor ingen
completion
completion x
settings set
settings set theme
settings set theme pink
settings set xyzzy x
check x.toml
workbook new
workbook check x.toml
workbook preview x.toml
key-in ekerö --scan x.pdf
show ekerö --patience x
start ekerö
storbild ekerö
xyzzy
""".strip().splitlines()
"""A command a line; `{fax}` and the like are notes by their ids."""


@pytest.fixture
def notes(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A discussion with some notes, one of them gone, and what they are called on the command line."""
    monkeypatch.chdir(tmp_path)
    shell.runs("new", "Ekerö")
    for kind, text in (
        ("avveckla", "Fax"),
        ("nyutveckla", "Nytt"),
        ("avveckla", "Papper"),
        ("avveckla", "Borta"),
        ("avveckla", "Ångrad"),
    ):
        assert shell.runs("note", "ekerö", "-q", "B.2", "-k", kind, text).code == 0
    ids = {one["text"]: one["id"] for one in shell.runs("show", "ekerö", "--json").json()["notes"]}
    assert shell.runs("purge", "ekerö", "--note", ids["Borta"], "--yes", "--yes").code == 0
    with_it = shell.opens(next(shell.folder.glob("*.toml")))
    with_it.do(changes.withdraw, ids["Ångrad"])
    assert with_it.close() == ""
    named = {"away": "Ångrad", "fax": "Fax", "new": "Nytt", "paper": "Papper", "gone": "Borta"}
    return {name: ids[text] for name, text in named.items()} | {"long": "x" * 2_001}


def _bytes(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _told(said: Said, notes: dict[str, str], tmp_path: Path) -> list[str]:
    """What was said, without what is another every time."""
    text = (said.out + said.err).replace(str(tmp_path), "")
    for name, note in notes.items():
        text = text.replace(note, f"<{name}>")
    text = re.sub(r"\b[0-9A-Z]{26}\b", "<id>", text)
    lines = text.splitlines()
    more = [f"  … {len(lines)}"] if len(lines) > 3 else []
    return [f"{said.code}", *(f"  {line}" for line in lines[:3]), *more]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal(shell: Shell, notes: dict[str, str], tmp_path: Path, language: str) -> None:
    before = _bytes(shell.folder)
    kept: list[str] = []
    for line in REFUSED:
        said = shell.runs("--lang", language, *line.format(**notes).split())
        kept += [f"$ diskussion {line}", *_told(said, notes, tmp_path)]
        assert said.code != 0, line
        assert _bytes(shell.folder) == before, line
    page_looks_as_kept(f"refusals-{language}", kept)
