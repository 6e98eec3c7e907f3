"""`python -m diskussion_tui`, the same as `diskussion`."""

from __future__ import annotations

from diskussion_tui.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
