"""The parts of the benchmarks, in the order in which they run.

A new part is a module with a `PART`, and one line here: `room` (participants) is to come as that part of the program
does. Their minutes together must leave a whole run under twenty-five.
"""

from benchmarks import commit, documents, idle, keys, library, memory, modules, startup, suggestions, wall
from benchmarks.measure import Part

_ALL = (
    startup.PART,
    modules.PART,
    keys.PART,
    commit.PART,
    library.PART,
    memory.PART,
    idle.PART,
    wall.PART,
    suggestions.PART,
    documents.PART,
)

PARTS: dict[str, Part] = {part.name: part for part in _ALL}
"""Every part by its name."""
