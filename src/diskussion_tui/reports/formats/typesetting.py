"""Typst, as everything that is set by it calls it: a template of ours, values as JSON, our own fonts and none of the machine's.

The values are handed over as data and only ever set as text. The same input is the same bytes on every machine.
"""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diskussion_tui.reports.formats.signs import drawn
from diskussion_tui.reports.formats.values import look_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diskussion_tui.base.look import Look


class RefusedPdfError(Exception):
    """The typesetter sets a document neither as the standards have it nor without them; `why` is its own word."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def typeset(template: str, told: Mapping[str, Any], look: Look, **how: Any) -> list[bytes]:  # noqa: ANN401 - as typst takes them
    """What a template makes of values, each by the name that it has there: one file, or a picture a page. Raises `RefusedPdfError`."""
    import typst

    here = files("diskussion_tui.reports.formats")
    with as_file(here) as templates:
        try:
            made = typst.compile(
                str(templates / template),
                root=str(templates),
                font_paths=[str(templates / "fonts"), *sorted({str(Path(one).parent) for one in look.fonts})],
                ignore_system_fonts=True,
                sys_inputs=inputs(told, look),
                **how,
            )
        except typst.TypstError as error:
            raise RefusedPdfError(str(error.args[0])) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # an error of typst's own, that is no `Exception`
                raise
            raise RefusedPdfError(str(error)) from error
    return made if isinstance(made, list) else [made]


def inputs(told: Mapping[str, Any], look: Look) -> dict[str, str]:
    """What a template is handed: values as JSON by their names, and how it is to look."""
    values = {**told, "look": drawn_in(look_values(look), set())}
    return {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}


def drawn_in(value: Any, missing: set[str]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The same values with every text as the fonts can draw it; `missing` takes the signs that they cannot."""
    if isinstance(value, str):
        text, replaced = drawn(value)
        missing |= replaced
        return text
    if isinstance(value, list):
        return [drawn_in(one, missing) for one in value]
    if isinstance(value, dict):
        return {name: drawn_in(one, missing) for name, one in value.items()}
    return value


def texts_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    """Every text among values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)
