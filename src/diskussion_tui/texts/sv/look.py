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
    logo_cut="bilden är avkortad eller skadad",
    logo_size="bilden säger inte hur stor den är, eller är för stor, för liten eller för avlång",
    logo_letters="filen är SVG men inte sparad som UTF-8",
    logo_xml="filen är inte en hel SVG-bild",
    logo_links="bilden hämtar något utanför sig själv, och då blir inget av den",
    logo_parts="bilden har för många delar för en logotyp",
    logo_refused="bilden går inte att sätta i en PDF: {why}",
    logo_write="spara logotypen på nytt som PNG, eller som SVG med allt inbäddat och text som kurvor",
    no_template="filen är ingen Wordmall",
    template_write="spara mallen som .docx med Words egna formatmallar",
    lacks_styles="mallen saknar formatmallarna {styles}",
    only_beside="filen ska ligga bredvid utseende.toml",
    beside_write="ange bara filens namn",
)
