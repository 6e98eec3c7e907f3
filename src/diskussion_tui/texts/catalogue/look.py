"""The words of an organisation's own look."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Words


class LookWords(Words):
    """What is wrong with a look, and what to write. `faint` has `{found}` and `{least}`, `lacks_styles` `{styles}`, `logo_refused` `{why}`."""

    faulty: str
    see: str
    no_colour: str
    colour_write: str
    faint: str
    darker: str
    font_and_files: str
    font_write: str
    no_font: str
    font_files_write: str
    logo_unsaid: str
    no_logo: str
    logo_cut: str
    logo_size: str
    logo_letters: str
    logo_xml: str
    logo_links: str
    logo_parts: str
    logo_refused: str
    logo_write: str
    no_template: str
    template_write: str
    lacks_styles: str
    only_beside: str
    beside_write: str

    def of_logo(self, fault: str) -> str:
        """What is wrong with a logo, by its code."""
        said: str = getattr(self, fault)
        return said
