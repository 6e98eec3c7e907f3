"""A look tried out by the very libraries that set documents: what passes here is set in a document too.

Each thing is judged by one function, asked in two places: here, for whoever checks the file of a look, and where a document was
refused, to know what was to blame.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diskussion_tui.base.look import Look


def refused(look: Look) -> tuple[str, str] | None:
    """The key of what in a look cannot be set, and why, in the library's own words; None where all can, or nothing is here to set it."""
    if look.logo and find_spec("typst"):
        from diskussion_tui.reports.formats.pdf import logo_refused

        if why := logo_refused(look):
            return "logo", why
    if look.word and find_spec("docx"):
        from diskussion_tui.reports.formats.word import template_refused

        if why := template_refused(look):
            return "word_template", why
    return None
