"""`python -m tools.handbook FOLDER`: build the handbook into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.handbook.site import build

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="handbook", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pages go")
    print(build(parser.parse_args().folder))
