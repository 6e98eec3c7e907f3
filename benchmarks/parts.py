"""The parts of the benchmarks, in the order in which they run.

A new part is a module with a `PART`, and one line here: `library` (search and lists of thousands),
`documents` (reports) and `room` (participants) are to come as those parts of the program do.
"""

from benchmarks import commit, keys, startup
from benchmarks.measure import Part

PARTS: dict[str, Part] = {part.name: part for part in (startup.PART, keys.PART, commit.PART)}
"""Every part by its name."""
