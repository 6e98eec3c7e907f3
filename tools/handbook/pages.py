"""Which pages the handbook has, in the order they are read, and which pages of `docs/` are for those who build the program."""

from __future__ import annotations

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Kom igång", ("snabbstart", "installera", "handbok", "felsokning")),
    ("På kvällen", ("tangenter", "radlage", "formular")),
    ("Dagen efter", ("utredaren", "sok", "sammanstallning", "kodning")),
    ("Anpassa", ("arbetsbok", "installningar", "utseende")),
    (
        "För IT, registrator och arkiv",
        ("faktablad", "provat", "tillganglighet", "delad-mapp", "promises", "format"),
    ),
)
"""The pages by what one has in mind, called as their files are."""
BUILDERS = ("architecture", "benchmarks")
"""What only those read who build the program."""
ENGLISH = ("format",)
"""Pages in English; all others are in Swedish."""


def names() -> tuple[str, ...]:
    """Every page of the handbook."""
    return tuple(name for _, those in PARTS for name in those)
