"""What a command really loads, and who may write: the two walls that an import contract cannot see."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import diskussion_tui
from diskussion_tui.cli.kit.commands import COMMANDS
from diskussion_tui.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

SOURCE = Path(diskussion_tui.__file__).parent
HEAVY = {"textual", "rich", "pydantic", "asyncio", "ssl", "sqlite3", "tomli_w"}


def loaded_by(*given: str) -> set[str]:
    """Every module that a command has loaded when it ends; where no folder is named, it is one with nothing in it."""
    with tempfile.TemporaryDirectory() as empty:
        given = given if "--sessions" in given else ("--sessions", empty, *given)
        program = (
            "import json, sys\n"
            "from diskussion_tui.cli.main import main\n"
            f"code = main({list(given)!r})\n"
            "print('\\n' + json.dumps(sorted(sys.modules)), flush=True)\n"
            "assert code == 0, code\n"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return set(json.loads(done.stdout.decode().splitlines()[-1]))


def tops(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


@pytest.fixture
def sessions(tmp_path: Path) -> str:
    example = "schema_version = 1\n[session]\nname = 'Ekerö'\ndate = 2026-05-12\n"
    tmp_path.joinpath("ekerö.toml").write_text(example, encoding="utf-8")
    return str(tmp_path)


def test_help_loads_nothing_heavy_and_reads_no_toml() -> None:
    modules = loaded_by("--help")
    assert not tops(modules) & (HEAVY | {"tomllib", "dataclasses", "inspect"})
    assert not [
        name for name in modules if name.startswith(("diskussion_tui.store", "diskussion_tui.domain"))
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_loads_nothing_heavy(command: str) -> None:
    assert not tops(loaded_by(command, "--help")) & HEAVY


def test_the_list_loads_neither_textual_nor_pydantic(sessions: str) -> None:
    modules = loaded_by("list", "--sessions", sessions)
    assert not tops(modules) & HEAVY
    assert "diskussion_tui.store.files.codec" not in modules


def test_check_and_show_never_load_textual() -> None:
    for given in (("check",), ("show",), ("show", "--json"), ("completion", "fish"), ("doctor",)):
        assert not tops(loaded_by(*given)) & {"textual", "rich", "asyncio"}


def test_the_history_never_loads_textual() -> None:
    example = next((Path(__file__).parents[2] / "sessions" / "exempel").glob("*.toml"))
    for form in ((), ("--json",)):
        assert not tops(loaded_by("history", str(example), *form)) & {"textual", "rich", "asyncio"}


def test_home_is_there_without_the_field_of_many_lines_that_only_notes_are_written_in() -> None:
    program = "import sys, diskussion_tui.tui.app, diskussion_tui.tui.home.screen\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert not {"textual.widgets._text_area", "diskussion_tui.tui.widgets.capture"} & set(done.stdout.split())


def rooms_of(modules: set[str]) -> set[str]:
    """The rooms of words that are loaded, as `sv.walk`."""
    texts = (name.removeprefix("diskussion_tui.texts.") for name in modules if name.count(".") == 3)
    return {name for name in texts if name.partition(".")[0] in LANGUAGES}


def test_one_language_is_loaded() -> None:
    assert "diskussion_tui.texts.en" not in loaded_by("--help")
    assert "diskussion_tui.texts.sv" not in loaded_by("--help", "--lang", "en")


def test_help_loads_the_words_of_the_shell_alone() -> None:
    assert rooms_of(loaded_by("--help")) == {"sv.cli", "sv.usages"}
    assert rooms_of(loaded_by("note", "--help", "--lang", "en")) == {"en.cli", "en.usages"}


def test_a_command_loads_the_words_that_it_says(sessions: str) -> None:
    assert rooms_of(loaded_by("list", "--sessions", sessions)) == {"sv.cli", "sv.terms"}
    assert not rooms_of(loaded_by("show")) & {"sv.commands", "sv.home", "sv.dialogs", "sv.guide", "sv.doctor"}


def test_home_loads_no_words_of_the_screens_that_are_not_open(tmp_path: Path) -> None:
    program = (
        "import asyncio, json, sys\n"
        "from diskussion_tui.cli.lead import screens\n"
        "from diskussion_tui.cli.main import main\n"
        "from diskussion_tui.tui import app, run\n"
        "async def shown(*given, **more):\n"
        "    async with app.DiskussionApp(*given, **more).run_test() as pilot:\n"
        "        await pilot.pause()\n"
        "def run_app(*given, **more):\n"
        "    asyncio.run(shown(*given, **more))\n"
        "    print(json.dumps(sorted(sys.modules)))\n"
        "    return 0\n"
        "screens.need_terminal = lambda texts: None\n"
        "run.run_app = run_app\n"
        f"sys.exit(main(['--sessions', {str(tmp_path)!r}]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    loaded = rooms_of(set(json.loads(done.stdout)))
    assert {"sv.home", "sv.commands"} <= loaded
    assert not loaded & {f"sv.{room}" for room in ("walk", "dialogs", "plan", "rounds", "guide", "usages")}


def test_whoever_wants_tls_in_the_screens_process_gets_it(tmp_path: Path) -> None:
    program = (
        "import sys, types\n"
        "from diskussion_tui.cli.lead import screens\n"
        "from diskussion_tui.cli.main import main\n"
        "def run_app(*_, **__):\n"
        "    import asyncio, ssl\n"
        "    async def calls_one_who_hangs_up():\n"
        "        other = await asyncio.start_server(lambda _, answer: answer.close(), '127.0.0.1', 0)\n"
        "        async with other:\n"
        "            try:\n"
        "                await asyncio.open_connection(*other.sockets[0].getsockname(), ssl=ssl.create_default_context())\n"
        "            except OSError:\n"
        "                print('hung up')\n"
        "    asyncio.run(calls_one_who_hangs_up())\n"
        "    return 0\n"
        "screens.need_terminal = lambda texts: None\n"
        "sys.modules['diskussion_tui.tui.run'] = types.SimpleNamespace(run_app=run_app)\n"
        f"sys.exit(main(['--sessions', {str(tmp_path)!r}]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"hung up\n"


def test_screens_name_neither_the_store_nor_workbook_files_not_even_for_a_type() -> None:
    forbidden = ("diskussion_tui.store", "diskussion_tui.content")
    found = [
        f"{file.relative_to(SOURCE)}:{node.lineno}"
        for file in sorted((SOURCE / "tui").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(forbidden)
    ]
    assert found == []


def test_every_frozen_class_is_made_late() -> None:
    standard = [
        file.name
        for file in SOURCE.rglob("*.py")
        if "@dataclass(frozen=True" in (text := file.read_text(encoding="utf-8"))
        and "from diskussion_tui.base.value import dataclass\n" not in text
    ]
    assert standard == []


WRITING_METHODS = {
    "write_text",
    "write_bytes",
    "mkdir",
    "makedirs",
    "unlink",
    "rmdir",
    "rmtree",
    "rename",
    "touch",
    "symlink_to",
    "hardlink_to",
    "copyfile",
    "copytree",
    "truncate",
    "chmod",
}
OF_OS = {"replace", "remove", "open", "link"}
DEVICES = {
    ("base/ending.py", "os.open"),
    ("cli/kit/output.py", "os.open"),
    ("tui/toolkit/window.py", "os.open"),
}
"""`os.devnull`, so that a closed pipe stays silent, or nobody waits for one that is not closed; the terminal, to give it back."""


def writes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every call that may write to a disk, with its line."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Attribute):
            owner = called.value.id if isinstance(called.value, ast.Name) else ""
            if called.attr in WRITING_METHODS or (owner == "os" and called.attr in OF_OS):
                yield node.lineno, f"{owner}.{called.attr}"
            elif called.attr == "open" and any(map(_for_writing, node.args)):
                yield node.lineno, "open"
        elif isinstance(called, ast.Name) and called.id == "open":
            yield node.lineno, "open"


def _for_writing(argument: ast.expr) -> bool:
    mode = argument.value if isinstance(argument, ast.Constant) else ""
    return isinstance(mode, str) and bool(set("wax+") & set(mode)) and len(mode) <= 3


def test_only_the_store_writes() -> None:
    found = [
        f"{file.relative_to(SOURCE)}:{line} {call}"
        for file in sorted(SOURCE.rglob("*.py"))
        if file.relative_to(SOURCE).parts[0] != "store"
        for line, call in writes(ast.parse(file.read_text(encoding="utf-8")))
        if (file.relative_to(SOURCE).as_posix(), call) not in DEVICES
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "open('x', 'w')",
        "path.open('ab')",
        "path.write_text('x')",
        "path.write_bytes(b'x')",
        "os.replace(a, b)",
        "path.parent.mkdir()",
        "path.unlink()",
        "shutil.rmtree(path)",
        "os.open(path, 1)",
    ],
)
def test_the_wall_sees_every_way_to_write(line: str) -> None:
    assert list(writes(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ["path.open('rb')", "path.read_text()", "text.replace('a', 'b')", "values.remove(1)"]
)
def test_the_wall_lets_reading_through(line: str) -> None:
    assert not list(writes(ast.parse(line)))


def _runtime_imports(text: str, modules: Collection[str]) -> set[str]:
    """Those of some modules that a text imports when it runs, wherever in it; not those that only its types need."""
    tree = ast.parse(text)
    typed = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node not in typed:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in names if name in modules} or {node.module}
        elif isinstance(node, ast.Import) and node not in typed:
            found |= {alias.name for alias in node.names}
    return found & set(modules)


def _ring(imports: Mapping[str, set[str]]) -> list[str]:
    """Modules of which each imports the next, and the last the first; none where there is no such ring."""
    waiting = dict(imports)
    while free := {name for name, needs in waiting.items() if not needs & waiting.keys()}:
        waiting = {name: needs for name, needs in waiting.items() if name not in free}
    path = sorted(waiting)[:1]
    while path:
        following = min(waiting[path[-1]] & waiting.keys())
        if following in path:
            return path[path.index(following) :]
        path.append(following)
    return []


MODULES = {
    ".".join(("diskussion_tui", *file.relative_to(SOURCE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): file
    for file in sorted(SOURCE.rglob("*.py"))
}


def test_no_modules_import_each_other_in_a_ring() -> None:
    ring = _ring(
        {name: _runtime_imports(file.read_text(encoding="utf-8"), MODULES) for name, file in MODULES.items()}
    )
    assert not ring, " → ".join([*ring, ring[0]])


def test_a_ring_is_found_by_its_names_and_those_who_only_lean_on_it_are_not_in_it() -> None:
    texts = {
        "p.a": "from p import b",
        "p.b": "def f():\n    from p.c import x",
        "p.c": "import p.b",
        "p.d": "if TYPE_CHECKING:\n    from p.a import x",
    }
    imports = {name: _runtime_imports(text, texts) for name, text in texts.items()}
    assert imports == {"p.a": {"p.b"}, "p.b": {"p.c"}, "p.c": {"p.b"}, "p.d": set()}
    assert _ring(imports) == ["p.b", "p.c"]
    assert _ring(imports | {"p.c": set()}) == []


def test_no_file_of_the_program_is_longer_than_four_hundred_lines() -> None:
    long = {name for name, file in MODULES.items() if len(file.read_text("utf-8").splitlines()) > 400}
    assert not long
