"""Forms whose fields we do not know: which field holds what, said once by a person and kept as TOML.

The fields of a form that somebody else made are called `Text1` or `Ruta 4`, and nothing in the file says what they ask. A draft is
made of what can be guessed, from the order on the pages; a person looks it over and writes `checked = true`. It is found again by
the set of the fields' names, so that one file serves all forms that were copied from the same.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from diskussion_tui.base import toml
from diskussion_tui.domain.workbook.form import boxes_of
from diskussion_tui.intake.form import given_by
from diskussion_tui.intake.setting import Mapped
from diskussion_tui.intake.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from diskussion_tui.domain.workbook.form import Box
    from diskussion_tui.domain.workbook.workbook import Workbook
    from diskussion_tui.intake.given import Given
    from diskussion_tui.intake.setting import Setting

_LENGTH = 16


def fingerprint(names: Iterable[str]) -> str:
    """What forms with the same fields have in common, whatever stands in them."""
    return hashlib.sha256("\n".join(sorted(names)).encode(errors="replace")).hexdigest()[:_LENGTH]


def given_as_mapped(
    fields: Mapping[str, str], setting: Setting, outcome: Callable[[Given], Outcome]
) -> Outcome:
    """What was given in a form of others, where a mapping says how it is read."""
    mark = fingerprint(fields)
    mapped = next((one for one in setting.mapped if one.fingerprint == mark), None)
    facts = {"mark": mark, "fields": str(len(fields))}
    if mapped is None:
        return Outcome("unknown_form", "", facts)
    if mapped.workbook != setting.workbook.id:
        return Outcome(
            "other_workbook", "mapped", facts | {"given": mapped.workbook, "workbook": setting.workbook.id}
        )
    if not mapped.checked:
        return Outcome("asks", "unchecked", facts)
    known = {box.name: box for box in boxes_of(setting.workbook)}
    found = [(known[name], fields.get(field, "")) for field, name in mapped.boxes.items() if name in known]
    return outcome(given_by(_joined(found), setting.workbook))


def _joined(found: Iterable[tuple[Box, str]]) -> list[tuple[Box, str]]:
    """Several fields that are one box, one below the other."""
    texts: dict[str, tuple[Box, list[str]]] = {}
    for box, text in found:
        texts.setdefault(box.name, (box, []))[1].append(text)
    return [(box, "\n".join(filter(None, those))) for box, those in texts.values()]


def mapping_in(text: str) -> Mapped | None:
    """The mapping that a file holds, None where it holds none."""
    try:
        values: dict[str, Any] = toml.parsed(text)
    except ValueError:
        return None
    mark, workbook, fields = values.get("fingerprint"), values.get("workbook"), values.get("fields")
    if not isinstance(mark, str) or not isinstance(workbook, str) or not isinstance(fields, list):
        return None
    boxes = {
        one["field"]: one["box"]
        for one in fields
        if isinstance(one, dict) and isinstance(one.get("field"), str) and isinstance(one.get("box"), str)
    }
    return Mapped(mark, workbook, values.get("checked") is True, boxes)


def drafted(fields: Iterable[tuple[str, str]], workbook: Workbook, comment: str) -> str:
    """The draft of a mapping. `fields` are the names of a form's fields in the order of its pages, each with what tells of it."""
    import tomli_w

    fields = list(fields)
    boxes = [box.name for box in boxes_of(workbook) if box.holds == "notes" and not box.kind]
    guessed = (
        dict(zip((name for name, _ in fields), boxes, strict=False)) if len(fields) == len(boxes) else {}
    )
    head = {"fingerprint": fingerprint(name for name, _ in fields), "workbook": workbook.id, "checked": False}
    rows = [
        "[[fields]]\n" + tomli_w.dumps({"field": name, "told": told, "box": guessed.get(name, "")})
        for name, told in fields
    ]
    known = "".join(f"#   {box.name}\n" for box in boxes_of(workbook))
    told = "".join(f"# {line}\n" for line in comment.split("\n"))
    return "\n".join([told + known + "\n" + tomli_w.dumps(head), *rows])
