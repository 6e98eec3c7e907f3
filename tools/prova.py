"""Prova diskussion på en dator som vi inte har: frågar steg för steg, prövar det som går av sig självt, och fyller i ett formulär.

Behöver Python 3.9 eller senare och ingenting annat: varken nät eller den här mappen. Skickas för sig, läggs var som helst och startas:

    python3 prova.py            på Windows: py prova.py

Svaren hamnar i en Markdown-fil bredvid, `provat-<system>-<dag>.md`. Inget skickas någonstans. Läs igenom den innan du lämnar den
ifrån dig: där står vilket system och vilken Python datorn har, och det du själv har svarat, men inget om vem du är.

Asks in Swedish, since those who lead the discussions do. The checks that run by themselves are those that the program relies on
and that only a real system answers: locks, replacing, what is the same file, and which letters the console has.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import locale
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

PROGRAM = "diskussion"
LETTERS = "å ä ö Å Ä Ö é – ” … − › + • ✓ → █ ─"
ANSWERS = {"j": "ja", "n": "nej", "": "inte provat"}
PATIENCE = 60
"""Seconds that a command has to answer."""
LONGEST = 260
"""Characters of a path on Windows, unless longer ones are switched on."""

STEPS = (
    (
        "Starta",
        "Skriv i terminalen: diskussion practise. Kommer en skärm med rubrik överst och tangenter nederst?",
    ),
    ("Bokstäver", "Skriv å ä ö Å Ä Ö é i raden. Står de rätt, också efter Enter?"),
    ("Ny rad", "Skriv något, tryck Ctrl+J, skriv mer, tryck Enter. Blev det två rader i en anteckning?"),
    (
        "Alt+Enter",
        "Samma sak med Alt+Enter. Blev det en ny rad? (I Windows Terminal väntar vi oss helskärm: svara n.)",
    ),
    (
        "Klistra in",
        "Kopiera tre rader någon annanstans och klistra in dem. Frågar programmet om det ska bli tre anteckningar?",
    ),
    ("Pilar och F-tangenter", "Prova pil upp, PgDn, PgUp, F1 och Esc. Gör de vad nederkanten säger?"),
    ("Fönstrets storlek", "Gör fönstret mindre och större. Följer skärmen med, utan rester?"),
    ("Färger", "Tryck Ctrl+T några gånger. Går allt att läsa i varje tema?"),
    (
        "Storbilden",
        "Öppna ett fönster till och skriv: diskussion storbild. Följer det med när du skriver i det första?",
    ),
    (
        "Stäng fönstret",
        "Skriv en halv mening och stäng fönstret med krysset. Starta igen med diskussion. Är halva meningen kvar?",
    ),
    (
        "Strömmen",
        "Är datorn bärbar: fäll ihop locket mitt i ett möte, öppna igen. Går det att skriva vidare?",
    ),
    (
        "Ge tillbaka terminalen",
        "Avsluta med Ctrl+Q. Är terminalen som förut: syns markören, ekar det du skriver?",
    ),
    (
        "Delad mapp",
        "Lägg mappen på en nätverksmapp: diskussion --sessions MAPP. Går det att skriva, och för en kollega samtidigt?",
    ),
    (
        "OneDrive",
        "Lägg mappen i OneDrive. Välj ”Frigör utrymme” för en gammal diskussion och öppna den. Går det, eller säger programmet varför inte?",
    ),
    (
        "Virusskydd",
        "Säger virusskyddet eller systemet något när programmet startar? Svara j om det var tyst.",
    ),
    (
        "Skärmläsare",
        "Starta en skärmläsare (Skärmläsaren, NVDA, VoiceOver) och: diskussion line. Läses varje rad en gång?",
    ),
)
"""What only a person at a real machine can see: what it is called, and the question. Yes is as it should be."""


# ---- what can be tried without anybody ----------------------------------------------------------------------------------


def checks(folder: Path) -> list[tuple[str, str]]:
    """What the system says of itself, by what was tried; each is told, none ends the others."""
    tried = (
        ("Lås håller ute ett annat program", keeps_out),
        ("En öppen fil och dess namn är samma fil", is_same_file),
        ("En fil läggs i en annans ställe", replaces),
        ("… också medan någon läser den", replaces_while_read),
        ("En öppen fil går att ta bort", removes_while_open),
        ("En fil får ett andra namn", links),
        ("Det som skrivs når disken", syncs),
        ("Namn med å skrivs och läses likadant", names_come_back),
        ("En mapp ärver rättigheterna (läge 0o777)", makes_folder),
        ("En sökväg på mer än 260 tecken", takes_long_path),
    )
    found = []
    for number, (name, check) in enumerate(tried):
        place = folder / f"prov{number}"
        place.mkdir()
        try:
            found.append((name, check(place)))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what was to be found out
            found.append((name, f"fel: {type(error).__name__}: {_without(error, folder)}"))
    return found


def _without(error: Exception, folder: Path) -> str:
    """What an error says, without where on the machine it was: the home folder is called after somebody."""
    return str(error).replace(str(folder), "MAPPEN").replace(str(Path.home()), "HEMMA")


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, 1 << 30, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def keeps_out(place: Path) -> str:
    path = place / "lås"
    first, second = (os.open(path, os.O_RDWR | os.O_CREAT) for _ in range(2))
    _lock(first)
    try:
        _lock(second)
        return "nej: två fick det"
    except OSError:
        return "ja"
    finally:
        os.close(first)
        os.close(second)


def is_same_file(place: Path) -> str:
    path = place / "fil"
    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        by_handle, by_name = os.fstat(handle), os.lstat(path)
        same = (by_handle.st_ino, by_handle.st_dev) == (by_name.st_ino, by_name.st_dev)
        return "ja" if same else f"nej: {by_handle.st_dev}/{by_name.st_dev}"
    finally:
        os.close(handle)


def _two(place: Path) -> tuple[Path, Path]:
    old, new = place / "gammal", place / "ny"
    old.write_bytes(b"gammal")
    new.write_bytes(b"ny")
    return old, new


def replaces(place: Path) -> str:
    old, new = _two(place)
    new.replace(old)
    return "ja" if old.read_bytes() == b"ny" else "nej"


def replaces_while_read(place: Path) -> str:
    old, new = _two(place)
    with old.open("rb"):
        try:
            new.replace(old)
        except PermissionError as error:
            return f"nej, {getattr(error, 'winerror', None) or error.errno} (väntat på Windows)"
    return "ja"


def removes_while_open(place: Path) -> str:
    old, _new = _two(place)
    with old.open("rb"):
        try:
            old.unlink()
        except PermissionError as error:
            return f"nej, {getattr(error, 'winerror', None) or error.errno} (väntat på Windows)"
    return "ja"


def links(place: Path) -> str:
    old, _new = _two(place)
    os.link(old, place / "andra")
    return "ja"


def syncs(place: Path) -> str:
    handle = os.open(place / "fil", os.O_RDWR | os.O_CREAT)
    try:
        os.fsync(handle)
        if sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        return "ja"
    finally:
        os.close(handle)


def names_come_back(place: Path) -> str:
    name = "Vårdcentralen Ängö.toml"
    (place / name).write_bytes(b"")
    (found,) = os.listdir(place)
    return "ja" if found == name else "nej: accenterna kommer åtskilda"


def makes_folder(place: Path) -> str:
    made = place / "mapp"
    os.mkdir(made, 0o777)
    (made / "fil").write_bytes(b"")
    return "ja"


def takes_long_path(place: Path) -> str:
    deep = place
    while len(str(deep)) < LONGEST:
        deep /= "m" * 40
    try:
        deep.mkdir(parents=True)
    except OSError as error:
        return f"nej, {getattr(error, 'winerror', None) or error.errno}"
    return "ja"


def about() -> list[tuple[str, str]]:
    """What the machine is, without whose it is."""
    terminal = os.environ.get("TERM_PROGRAM") or ("Windows Terminal" if os.environ.get("WT_SESSION") else "")
    return [
        ("System", f"{platform.system()} {platform.release()} ({platform.version()})"),
        ("Processor", platform.machine()),
        ("Python", f"{platform.python_version()} ({platform.python_implementation()})"),
        ("Terminal", terminal or os.environ.get("TERM", "okänd")),
        ("Teckentabell", f"{sys.stdout.encoding}, {locale.getpreferredencoding(do_setlocale=False)}"),
        ("Storlek", "{} × {}".format(*shutil.get_terminal_size())),
    ]


def program(folder: Path) -> list[tuple[str, str]]:
    """What the program answers, where it is installed: from nothing to a report, in a folder that is thrown away."""
    if not shutil.which(PROGRAM):
        return [("Programmet", "inte installerat, eller inte i sökvägen: inte provat")]
    where = ("--sessions", str(folder / "diskussioner"))
    runs = (
        ("--version",),
        ("new", "Provet på Ängö"),
        ("note", "provet", "--question", "B.1", "Åke säger: fax – nej"),
        ("list",),
        ("show", "provet", "--notes"),
        ("report", "provet", "--to", "md"),
        ("doctor",),
    )
    return [(f"`{PROGRAM} {' '.join(given)}`", _ran((*given, *where))) for given in runs]


def _ran(given: tuple[str, ...]) -> str:
    try:
        done = subprocess.run(
            [shutil.which(PROGRAM) or PROGRAM, *given], capture_output=True, check=False, timeout=PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"fel: {type(error).__name__}"
    return "ja" if done.returncode == 0 else f"nej: slutkod {done.returncode}"


# ---- whoever sits there ---------------------------------------------------------------------------------------------------


def say(text: str = "") -> None:
    """Print a paragraph, with what the console lacks as a question mark."""
    encoding = sys.stdout.encoding or "ascii"
    for line in textwrap.wrap(text, 78) or [""]:
        print(line.encode(encoding, "replace").decode(encoding))


def answer(question: str) -> str:
    """What is answered; nothing where nobody answers any more."""
    say(question)
    try:
        return input("> ").strip()
    except EOFError:
        return ""


def ask(name: str, question: str) -> tuple[str, str]:
    """One step: yes, no or not tried, and what was seen."""
    say()
    say(f"{name}. {question}")
    given = answer("j = ja, n = nej, bara Enter = inte provat. Skriv gärna vad du såg efter bokstaven.")
    first, _, rest = given.partition(" ")
    told = ANSWERS.get(first.lower()[:1], "")
    if not told:
        return name, f"{given}"
    return name, f"{told}{': ' if rest else ''}{rest}"


def form(parts: list[tuple[str, list[tuple[str, str]]]], day: str) -> str:
    """The filled-in form."""
    rows = [f"# Provat {day}", ""]
    for title, answers in parts:
        rows += [f"## {title}", "", "| vad | svar |", "|---|---|"]
        rows += [f"| {_cell(what)} | {_cell(told)} |" for what, told in answers]
        rows += [""]
    return "\n".join(rows)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> int:
    """Ask, try, and write the form."""
    for stream in (sys.stdout, sys.stdin):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    say(
        "Prova diskussion. Det tar ungefär tjugo minuter, och du kan sluta när du vill: det du inte svarat på står som inte provat."
    )
    say("Först prövas sådant som går av sig självt, i en tillfällig mapp.")
    with tempfile.TemporaryDirectory(prefix="prova-", ignore_cleanup_errors=True) as made:
        tried = [("Datorn", about()), ("Systemet", checks(Path(made))), ("Programmet", program(Path(made)))]
    say()
    say(f"Tecken: {LETTERS}")
    letters = ask("Tecknen", "Ser du alla tecken i raden ovanför, inga rutor eller frågetecken?")
    seen = [letters, *(ask(*step) for step in STEPS)]
    more = answer("Något annat vi bör veta? Enter om inte.")
    day = f"{dt.datetime.now().astimezone():%Y-%m-%d}"
    parts = [*tried, ("Vid skärmen", seen), ("Annat", [("Med egna ord", more or "–")])]
    path = Path(__file__).resolve().with_name(f"provat-{platform.system().lower() or 'okänt'}-{day}.md")
    path.write_text(form(parts, day), encoding="utf-8")
    say()
    say(f"Klart. Svaren står i {path}. Läs igenom filen och skicka den till den som bad dig prova.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
