"""Values as XML: what JSON has, for archives that keep XML. Fields are elements, what a list holds are elements `item`.

XML 1.0 cannot carry most controls nor halves of signs: each is replaced by U+FFFD, which is what it is for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_CARRIED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml(root: str, values: Mapping[str, object], **about: str) -> bytes:
    """The values as a document whose root has a name and some attributes. Fields are named as XML names are."""
    made = ET.Element(root, dict(sorted(about.items())))
    _fill(made, values)
    ET.indent(made)
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(made, encoding="unicode").encode() + b"\n"
    )


def _fill(element: ET.Element, value: object) -> None:
    if isinstance(value, dict):
        for name, held in value.items():
            _fill(ET.SubElement(element, name), held)
    elif isinstance(value, list | tuple):
        for held in value:
            _fill(ET.SubElement(element, "item"), held)
    elif isinstance(value, bool):
        element.text = "true" if value else "false"
    elif value is not None:
        element.text = _NOT_CARRIED.sub("\ufffd", str(value)).replace("\r", "\n")
