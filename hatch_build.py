"""What a wheel is given when it is built: the handbook, made of `docs/` then and there, so that it is never another than the program."""

from __future__ import annotations

import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = "diskussion_tui/content/shipped/handbok"
"""Where `diskussion_tui.content.source` looks for it."""


class Handbook(BuildHookInterface[Any]):
    """Builds the handbook into a folder that is thrown away afterwards. An editable installation has that of the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build it, and say that it belongs into the wheel."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from tools.handbook.site import build

        self._made = tempfile.TemporaryDirectory(prefix="handbok-")
        build_data["force_include"][str(build(self._made.name).parent)] = SHIPPED

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        """Throw the folder away."""
        if version != "editable":
            self._made.cleanup()
