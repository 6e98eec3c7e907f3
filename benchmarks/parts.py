"""The parts of the benchmarks, in the order in which they run.

A new part is a module with a `PART`, and one line here: `documents` (reports) and `room` (participants) are to
come as those parts of the program do. Their minutes together must leave a whole run under twenty.
"""

from benchmarks import commit, idle, keys, memory, modules, startup, suggestions, wall
from benchmarks.measure import Part

_ALL = (
    startup.PART,
    modules.PART,
    keys.PART,
    commit.PART,
    memory.PART,
    idle.PART,
    wall.PART,
    suggestions.PART,
)

PARTS: dict[str, Part] = {part.name: part for part in _ALL}
"""Every part by its name."""
