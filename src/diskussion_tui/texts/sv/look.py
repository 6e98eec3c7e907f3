"""Swedish: an organisation's own look."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.look import LookWords

WORDS = LookWords(
    faulty="Utseendet kan inte användas, så rapporten är inte skriven. Rätta filen, eller flytta undan den:",
    see="jämför med docs/utseende.md",
    no_colour="det är ingen färg",
    colour_write='skriv till exempel "#0a5aa0"',
    faint="kontrasten mot vitt är {found}:1, och text behöver minst {least}:1",
    darker="välj en mörkare färg",
    font_and_files="ett eget typsnitt behöver både font och font_files",
    font_write="ange båda, eller ingen av dem",
    no_font="filen är inget typsnitt",
    font_files_write="ange filer som slutar på .ttf eller .otf",
    logo_unsaid="logotypen saknar text för den som inte ser den",
    no_logo="filen är varken PNG eller SVG",
    no_template="filen är ingen Wordmall",
    template_write="spara mallen som .docx med Words egna formatmallar",
    lacks_styles="mallen saknar formatmallarna {styles}",
    only_beside="filen ska ligga bredvid utseende.toml",
    beside_write="ange bara filens namn",
)
