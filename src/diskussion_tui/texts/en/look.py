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
    logo_cut="the picture is cut short or damaged",
    logo_size="the picture does not say how large it is, or is too large, too small or too long",
    logo_letters="the file is SVG but not saved as UTF-8",
    logo_xml="the file is not a whole SVG picture",
    logo_links="the picture fetches something outside itself, and then nothing comes of it",
    logo_parts="the picture has too many parts for a logo",
    logo_refused="the picture cannot be set in a PDF: {why}",
    logo_write="save the logo again as PNG, or as SVG with all of it embedded and text as outlines",
    no_template="the file is no Word template",
    template_write="save the template as .docx with Word's own styles",
    lacks_styles="the template lacks the styles {styles}",
    only_beside="the file must lie beside utseende.toml",
    beside_write="give the file's name only",
)
