"""What has been appended to a file is printed, five times a second: what any window that follows a file must wait and wake for."""

import re
import sys
import time
from pathlib import Path

_LOOK = 0.2


def main(path: Path) -> None:
    """Print the texts of the notes that come, for ever."""
    end = path.stat().st_size
    print("following", flush=True)
    while True:
        time.sleep(_LOOK)
        if path.stat().st_size != end:
            with path.open("rb") as file:
                file.seek(end)
                data = file.read()
            end += len(data)
            for text in re.findall(rb'text = "([^"]+)"', data):
                print(text.decode()[:60], flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
