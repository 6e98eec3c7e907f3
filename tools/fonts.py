"""The fonts of the documents: made of the web fonts of two npm packages, with the list of the signs that they can draw.

    npm pack @fontsource/inter @fontsource/noto-emoji      # and unpack both
    python -m tools.fonts INTER_FOLDER EMOJI_FOLDER
    python -m tools.fonts                                  # only the font of forms, made of the Inter that is kept

Needs `fonttools` and `brotli`, which nothing else here does: the fonts are kept, and this is only run for newer ones. Both are
under the SIL Open Font License, whose text lies beside them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

TARGET = Path("src/diskussion_tui/reports/formats/fonts")
FORM = TARGET.with_name("form_font")
SUBSETS = ("latin", "latin-ext", "greek", "cyrillic")
FACES = {"Regular": "400-normal", "SemiBold": "600-normal", "Italic": "400-italic"}
_LAYOUT = ("GSUB", "GPOS", "GDEF")


def main() -> int:
    """Make the fonts and `coverage.txt`."""
    if len(sys.argv) == 1:
        return _form_font()
    inter, emoji = map(Path, sys.argv[1:3])
    drawn: set[int] = set()
    with tempfile.TemporaryDirectory() as place:
        for name, face in FACES.items():
            parts = [inter / "files" / f"inter-{subset}-{face}.woff2" for subset in SUBSETS]
            signs = _merged(parts, Path(place), TARGET / f"Inter-{name}.ttf")
            drawn = signs if not drawn else drawn & signs
        parts = sorted((emoji / "files").glob("noto-emoji-*-400-normal.woff2"))
        drawn |= _merged(parts, Path(place), TARGET / "NotoEmoji.ttf", plain=True)
    shutil.copyfile(inter / "LICENSE", TARGET / "OFL-Inter.txt")
    shutil.copyfile(emoji / "LICENSE", TARGET / "OFL-NotoEmoji.txt")
    (TARGET / "coverage.txt").write_text("\n".join(_ranges(drawn)) + "\n", encoding="ascii")
    return _form_font()


def _form_font() -> int:
    """Inter with the signs of Windows' Latin alphabet only, which is what programs type into the boxes of a form with, and its widths."""
    from fontTools import subset  # type: ignore[import-not-found]
    from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

    signs = [bytes([code]).decode("cp1252", errors="ignore") or " " for code in range(32, 256)]
    chosen = subset.Options()
    chosen.layout_features, chosen.hinting, chosen.notdef_outline = [], False, True
    made = subset.Subsetter(chosen)
    made.populate(unicodes=[ord(sign) for sign in signs])
    font: Any = TTFont(TARGET / "Inter-Regular.ttf")
    made.subset(font)
    font.save(FORM / "Inter.ttf")
    names, units = font.getBestCmap(), font["head"].unitsPerEm
    widths = [round(font["hmtx"][names.get(ord(sign), ".notdef")][0] * 1000 / units) for sign in signs]
    head, hhea = font["head"], font["hhea"]
    about = [head.xMin, head.yMin, head.xMax, head.yMax, hhea.ascent, hhea.descent]
    rows = [" ".join(str(round(one * 1000 / units)) for one in about), " ".join(map(str, widths))]
    (FORM / "widths.txt").write_text("\n".join(rows) + "\n", encoding="ascii")
    return 0


def _merged(parts: list[Path], place: Path, target: Path, *, plain: bool = False) -> set[int]:
    from fontTools.merge import Merger  # type: ignore[import-not-found]
    from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

    unpacked = []
    for part in parts:
        font = TTFont(part)
        font.flavor = None
        for table in _LAYOUT if plain else ():
            if table in font:
                del font[table]
        unpacked.append(place / f"{part.stem}.ttf")
        font.save(unpacked[-1])
    merged = Merger().merge(list(map(str, unpacked)))
    merged.save(target)
    return set(merged.getBestCmap() or {})


def _ranges(signs: set[int]) -> list[str]:
    """Code points as ranges in hexadecimal, the controls left out: no font draws what they mean."""
    found: list[list[int]] = []
    for sign in sorted(one for one in signs if unicodedata.category(chr(one)) != "Cc"):
        if found and sign == found[-1][1] + 1:
            found[-1][1] = sign
        else:
            found.append([sign, sign])
    return [f"{first:X}-{last:X}" if first != last else f"{first:X}" for first, last in found]


if __name__ == "__main__":
    sys.exit(main())
