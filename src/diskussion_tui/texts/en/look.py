"""English: an organisation's own look."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.look import LookWords

WORDS = LookWords(
    faulty="The look cannot be used, so the report has not been written. Fix the file, or move it away:",
    see="compare docs/utseende.md",
    no_colour="this is no colour",
    colour_write='write for example "#0a5aa0"',
    faint="its contrast with white is {found}:1, and text needs {least}:1 at least",
    darker="choose a darker colour",
    font_and_files="a font of one's own needs both font and font_files",
    font_write="give both, or neither",
    no_font="the file is no font",
    font_files_write="give files that end in .ttf or .otf",
    logo_unsaid="the logo has no text for those who do not see it",
    no_logo="the file is neither PNG nor SVG",
    no_template="the file is no Word template",
    template_write="save the template as .docx with Word's own styles",
    lacks_styles="the template lacks the styles {styles}",
    only_beside="the file must lie beside utseende.toml",
    beside_write="give the file's name only",
)
