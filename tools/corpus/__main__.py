"""Fills a folder with made-up discussions: `python -m tools.corpus FOLDER --discussions 300 --seed 1`."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tools.corpus.folder import generate


def main() -> None:
    """Read the arguments, fill the folder, and say what was made."""
    parser = argparse.ArgumentParser(prog="python -m tools.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--discussions", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--notes", type=int, default=30, help="about so many notes in each")
    given = parser.parse_args()
    begun = time.perf_counter()
    made = generate(given.folder, given.discussions, given.seed, given.notes)
    took = time.perf_counter() - begun
    print(f"{len(made.files)} discussions, {len(made.themes)} notes in {given.folder} ({took:.1f} s)")


if __name__ == "__main__":
    main()
