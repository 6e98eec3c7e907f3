"""Where the program asks which system it is on, found in its source; and which of the lines there a system has to run.

A line that no stand-in runs is a line that nobody has tried: `tests/systems/` holds what is found here against what was run.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.support import mac, windows_lacks

SOURCE = Path(__file__).parents[2] / "src" / "diskussion_tui"
TELL = "__came_to__"
"""The name of what is called where a question is answered."""
SYSTEMS = ("win32", "darwin")
"""Those that the suite does not run on."""
ASKED = ("os", "time", "signal", "select")
"""Modules that hold something else on each system."""
THERE_ONLY = {"msvcrt": "win32", "winreg": "win32"}
LACKING = {
    "win32": {*windows_lacks.CALLS, *windows_lacks.SIGNALS, *windows_lacks.TIMES},
    "darwin": {name for names in mac.LACKS.values() for name in names},
}
"""What each system has not in those modules."""


@dataclass(frozen=True, order=True)
class Place:
    """A line that has to be run on a system."""

    file: str
    line: int
    system: str


@cache
def files() -> tuple[Path, ...]:
    """The files that ask."""
    return tuple(path for path in sorted(SOURCE.rglob("*.py")) if places_in(path))


def every_place() -> set[Place]:
    """All of them."""
    return {place for path in files() for place in places_in(path)}


def places_in(path: Path) -> set[Place]:
    """The lines of a file that have to be run on some system other than those that all run."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tests = {id(one.test): one for one in ast.walk(tree) if isinstance(one, ast.If)}
    name = str(path.relative_to(SOURCE))
    found: set[Place] = set()
    elsewhere = {system: _never_come_to(tree, system) for system in SYSTEMS}
    for node in ast.walk(tree):
        for system, taken in _asked(node):
            if node in elsewhere[system]:
                continue
            assert isinstance(node, ast.expr | ast.stmt)
            found.add(Place(name, node.lineno, system))
            if branch := tests.get(id(node)):
                way = branch.body if taken else branch.orelse
                found |= {Place(name, way[0].lineno, system)} if way else set()
    return found


def _never_come_to(tree: ast.AST, system: str) -> set[ast.AST]:
    """What a system has no way to, since it has gone the other one."""
    found: set[ast.AST] = set()
    for one in ast.walk(tree):
        if isinstance(one, ast.If) and isinstance(one.test, ast.Compare):
            ways = [one.orelse if taken else one.body for of, taken in _compared(one.test) if of == system]
            found |= {node for way in ways for statement in way for node in ast.walk(statement)}
    return found


def telling(path: Path) -> ast.Module:
    """The source of a file, made to call `TELL` with its name and the line wherever something in `places_in` is reached."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lines = {place.line for place in places_in(path)}
    return ast.fix_missing_locations(_Telling(str(path.relative_to(SOURCE)), lines).visit(tree))


class _Telling(ast.NodeTransformer):
    def __init__(self, name: str, lines: set[int]) -> None:
        self._name, self._lines = name, lines

    def visit(self, node: ast.AST) -> Any:
        """Have a question tell that it was answered, and a statement on such a line that it was come to."""
        asked = bool(_asked(node))
        node = self.generic_visit(node)
        if asked and isinstance(node, ast.expr):
            return ast.copy_location(self._call(node.lineno, node), node)
        for block in ("body", "orelse"):
            statements = getattr(node, block, None)
            if isinstance(statements, list):
                setattr(node, block, [one for each in statements for one in self._told(each)])
        return node

    def _told(self, statement: ast.stmt) -> list[ast.stmt]:
        whole = isinstance(statement, ast.Import) or not any(map(_asked, ast.walk(statement)))
        if statement.lineno not in self._lines or not whole:
            return [statement]
        return [ast.copy_location(ast.Expr(self._call(statement.lineno)), statement), statement]

    def _call(self, line: int, *value: ast.expr) -> ast.Call:
        return ast.Call(
            ast.Name(TELL, ast.Load()), [ast.Constant(self._name), ast.Constant(line), *value], []
        )


def _asked(node: ast.AST) -> list[tuple[str, bool]]:
    """Of which systems something is asked, and whether they say yes."""
    if isinstance(node, ast.Compare):
        return _compared(node)
    if isinstance(node, ast.Import):
        return [(THERE_ONLY[one.name], True) for one in node.names if one.name in THERE_ONLY]
    return _called(node) if isinstance(node, ast.Call) else []


def _called(node: ast.Call) -> list[tuple[str, bool]]:
    if any(isinstance(one, ast.Constant) and one.value == "textual.drivers.win32" for one in node.args):
        return [("win32", True)]
    match node:
        case ast.Call(ast.Name("hasattr" | "getattr"), [ast.Name(module), ast.Constant(str(name)), *_]):
            return _had(name) if module in ASKED else []
        case ast.Call(ast.Name("hasattr" | "getattr"), [ast.Name(module), *_]) if module in ASKED:
            return [("win32", False)]  # by a name that is told elsewhere
    return []


def _had(name: str) -> list[tuple[str, bool]]:
    if name == "O_BINARY":
        return [("win32", True)]
    lacking = [system for system in SYSTEMS if name in LACKING[system]]
    assert lacking, f"{name}: which system lacks it?"
    return [(system, False) for system in lacking]


def _compared(node: ast.Compare) -> list[tuple[str, bool]]:
    if ast.unparse(node.left) not in {"sys.platform", "platform"}:
        return []
    (right,) = node.comparators
    assert isinstance(right, ast.Constant), ast.unparse(node)
    assert right.value in {*SYSTEMS, "linux"}, ast.unparse(node)
    same = isinstance(node.ops[0], ast.Eq)
    return [("darwin", not same)] if right.value == "linux" else [(str(right.value), same)]
