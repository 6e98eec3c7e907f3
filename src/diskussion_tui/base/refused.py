"""What the system answered when it refused a file: a symbol, for which `texts` has a sentence.

Windows says it in numbers of its own. Where Python has no errno for one it says EINVAL, and for a file that another program has
open the same as for one that nobody may touch: what is told must not send people after rights that they have.
"""

from __future__ import annotations

import sys
from errno import errorcode
from typing import Final

HELD: Final = "EHELD"
"""Windows: somebody has it open, or it may not be touched; the system does not say which."""
CLOUD: Final = "ECLOUD"
"""Windows: it is kept elsewhere, by OneDrive or the like, and cannot be had just now."""
_TELLING: Final = {32: "EBUSY", 33: "EBUSY", 206: "ENAMETOOLONG"}
_CLOUDY: Final = frozenset({362, 388, 389, 398, 404, 426})
"""`ERROR_CLOUD_FILE_…`: the provider is not running, no network, no success, called off, ended, no answer in time."""
_LONGEST: Final = 260
"""Characters of a path on Windows, unless somebody has switched longer ones on; what is longer is not found."""


def symbol(error: OSError) -> str:
    """An error's symbol, such as ENOSPC; what it says itself where it has none."""
    found = errorcode.get(error.errno or 0, "") or str(error)
    return _on_windows(error, found) if sys.platform == "win32" else found


def _on_windows(error: OSError, found: str) -> str:
    number = getattr(error, "winerror", None) or 0
    if number in _CLOUDY or (found == "EINVAL" and not number):
        return CLOUD
    if found == "ENOENT" and len(str(error.filename or "")) >= _LONGEST:
        return "ENAMETOOLONG"
    return _TELLING.get(number) or (HELD if found in {"EACCES", "EPERM"} else found)
