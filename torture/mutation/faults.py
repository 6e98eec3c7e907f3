"""The small faults that `torture.mutate` puts in: what a tired person might write, each in one place of a module.

Found in the syntax tree and written back into the text between the very columns of its node, so that the rest of a
file stays as it is. What cannot matter is left alone: annotations, what only the type checker reads, and docstrings.
"""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_NAMES = {"any": "all", "all": "any", "min": "max", "max": "min"}
_UNREAD = ("annotation", "returns", "decorator_list", "type_params")
_HUNDRED = 100
Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True, slots=True)
class Fault:
    """What to write instead of the text from `start` to `end`, which are (line from 1, column in bytes)."""

    line: int
    start: tuple[int, int]
    end: tuple[int, int]
    text: str
    place: int
    """Faults of one node have one number: a sample takes each node once."""


def faults(source: str) -> list[Fault]:
    """Every fault that can be put into a module, by place."""
    found = []
    for place, node in enumerate(_nodes(ast.parse(source))):
        start, end = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
        if end[0] is not None and end[1] is not None:
            whole = (int(end[0]), int(end[1]))
            found += [Fault(node.lineno, start, whole, text, place) for text in _instead(node)]
    return found


def broken(source: str, fault: Fault) -> str:
    """Return the module with the fault in it."""
    lines = source.encode().splitlines(keepends=True)
    (first, column), (last, until) = fault.start, fault.end
    lines[first - 1 : last] = [lines[first - 1][:column] + fault.text.encode() + lines[last - 1][until:]]
    return b"".join(lines).decode()


def _nodes(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Every node whose text counts when the program runs."""
    for name, value in ast.iter_fields(node):
        if name in _UNREAD or isinstance(node, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _for_types(child) or _is_assertion(child):
                continue
            if isinstance(child, ast.expr | ast.stmt):
                yield child
            yield from _nodes(child)


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _is_assertion(node: ast.AST) -> bool:
    """Whether it only says what holds anyhow: that two lists are equally long."""
    return isinstance(node, ast.keyword) and node.arg == "strict"


def _instead(node: ast.expr | ast.stmt) -> list[str]:
    """What somebody might have written for this node, as text of the same kind."""
    if isinstance(node, ast.expr):
        return [f"({ast.unparse(ast.fix_missing_locations(other))})" for other in _expressions(node)]
    return list(_statements(node))


def _expressions(node: ast.expr) -> Iterator[ast.expr]:
    yield from _operators(node)
    match node:
        case ast.Constant(value=bool() as value):
            yield ast.Constant(value=not value)
        case ast.Constant(value=int() | float() as value):
            much = value * _HUNDRED or _HUNDRED  # a hundred times nothing would be what stands there
            yield from (ast.Constant(value=other) for other in (value + 1, value - 1, much))
        case ast.IfExp(test=test):
            yield _with(node, "test", _not(test))
        case ast.Call(func=ast.Name(id=name)) if name in _NAMES:
            yield _with(node, "func", ast.Name(id=_NAMES[name]))
        case ast.Call(keywords=words):
            dropped = (at for at, word in enumerate(words) if not _is_assertion(word))
            yield from (_with(node, "keywords", _without(words, at)) for at in dropped)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            yield from _less_sifted(node)
        case _:
            return


def _operators(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _OTHER:
            yield _with(node, "ops", [_OTHER[type(operator)]()])
        case ast.BoolOp(values=values):
            yield _with(node, "op", _OTHER[type(node.op)]())
            yield from (_with(node, "values", _without(values, at)) for at in range(len(values)))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(op=operator, left=left, right=right) if type(operator) in _OTHER and not _text(
            left, right
        ):
            yield _with(node, "op", _OTHER[type(operator)]())
        case _:
            return


def _without(values: list[Any], at: int) -> list[Any]:
    return [*values[:at], *values[at + 1 :]]


def _less_sifted(node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> Iterator[ast.expr]:
    for at, loop in enumerate(node.generators):
        if loop.ifs:
            other = copy.deepcopy(node)
            other.generators[at].ifs.pop()
            yield other


def _statements(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Expr(value=ast.Call() | ast.Await()) | ast.Raise() | ast.AugAssign() | ast.Delete():
            yield "pass"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "pass"
        case ast.Return(value=ast.expr() as value) if not _nothing(value):
            yield "return None"
        case ast.If(test=test):
            yield from (_headed(node, "test", other) for other in (_not(test), ast.Constant(value=False)))
        case ast.For():
            yield _headed(node, "iter", ast.Tuple(elts=[], ctx=ast.Load()))
        case ast.Try(handlers=[_, *_]):
            other = copy.deepcopy(node)
            other.handlers[0].type = ast.Tuple(elts=[], ctx=ast.Load())
            yield _indented(other, node.col_offset)
        case _:
            return


def _nothing(value: ast.expr) -> bool:
    """Whether None says the same."""
    return isinstance(value, ast.Constant) and value.value in (None, False)


def _text(*nodes: ast.expr) -> bool:
    """Whether words are put together, where another operator would break at once."""
    return any(isinstance(node, ast.JoinedStr) or _is_word(node) for node in nodes)


def _is_word(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(op=ast.Not(), operand=test)


def _headed(node: ast.stmt, name: str, value: ast.expr) -> str:
    return _indented(_with(node, name, value), node.col_offset)


def _indented(node: ast.stmt, column: int) -> str:
    return ast.unparse(ast.fix_missing_locations(node)).replace("\n", "\n" + " " * column)


def _with(node: Node, name: str, value: object) -> Node:
    other = copy.copy(node)
    setattr(other, name, value)
    return other
