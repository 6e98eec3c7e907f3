"""Swedish: making a workbook, and what a draft asks its writer to decide."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.workbook import Deciding, WorkbookWords

_DECIDING = Deciding(
    title="Är det här titeln, och raden under den rätt?",
    no_title="Underlaget har ingen tydlig titel. Skriv en.",
    short_title="Titeln är kortad för skärmens översta rad. Skriv en egen, högst 30 tecken.",
    kinds="Kategorierna är hämtade ur frågornas parenteser. Skriv vad var och en betyder (meaning), och se efter att tecken, tangent och färg passar.",
    no_kinds="Underlaget nämner inga kategorier; de här är förslag. Vilka vill ni samla svaren i?",
    minutes="Minuter som underlaget inte säger är antagna. Ändra dem vid varje moment, och skriv summan här.",
    no_opening="Underlaget har inga punkter att börja med; de här är förslag.",
    loose="En del av detta var löpande text och har blivit punkter. Är de punkter, eller ska de bort?",
    no_compass="Underlaget har ingen kompass; den här är ett förslag. Vilka platser kan en anteckning handla om?",
    cells="En tabell i underlaget har plattats ut till en enda lista, och det som stod två gånger står en. Dela upp den: ett [[compass.areas]] för varje rubrik, med sina former under.",
    compass_points="Punkterna är områden på kompassen, och underpunkterna deras former. Stämmer det?",
    branches="Finns det något som går på tvären genom områdena? Skriv det här, eller låt listan vara tom.",
    cells_area="Ur underlaget",
    no_sections="Underlaget har inga frågor som går att känna igen. Den här delen är ett förslag.",
    heading="Är det här en rubrik? Den kändes bara igen på att den är kort.",
    no_picture="Delen har ingen bild: varken ingress eller punkter. Skriv vad gruppen ska ta ställning till.",
    question="Är det här en fråga till gruppen? Den är inte skriven som en i underlaget.",
    open_question='Frågan är öppen. "kinds" samlar svaren i kategorierna. Ska den i stället få ett omdöme, skriv "verdict".',
    no_reflections="Underlaget har ingen återblick; den här har ett fält för varje del och ett för helheten.",
    reflections="Återblicken har ett fält för varje del och ett för helheten. Är det de fälten ni vill ha?",
    thanks="Tackets första mening är underlagets. Resten handlade om papperet, och ligger sist i filen.",
    background="Rubriker utan frågor har blivit bakgrund. Ska någon av dem bli en del, ge den frågor.",
    provenance='Vems text är det här, och får ni använda den? Skriv det i så fall här: provenance = "…". Det visas på första sidan.',
    mended="Ord som var brutna i underlaget är lagade: {words}. Läs efter.",
    left_out="Raderna här kom igen på flera ställen och är utelämnade. Hör någon av dem hemma någonstans?",
    unplaced="Raderna här fick ingen plats i häftet. Flytta in dem, eller ta bort dem.",
)

WORDS = WorkbookWords(
    deciding=_DECIDING,
    mark="ATT AVGÖRA",
    drafted_from="Utkast ur {file}. Sök efter ATT AVGÖRA ({n} ställen): ändra det som behövs och ta bort raden. Kör sedan diskussion workbook check på filen.",
    help_action="vad som ska göras, följt av filen; utan mer visas arbetshäftena som följer med",
    word_source="UNDERLAG",
    help_from="new: gör ett utkast ur ett Word-dokument, en PDF, Markdown eller ren text",
    no_such_action="”{given}” går inte att göra med ett arbetshäfte. Välj {actions}.",
    which_file="Ange vilken fil som ska skrivas, till exempel: diskussion workbook new haefte.toml",
    is_there="Filen {file} finns redan och är orörd. Välj ett annat namn.",
    no_folder="Mappen {folder} finns inte. Inget är skrivet. Skapa mappen, eller välj en annan.",
    begun="{file} är skriven. Ändra i den, och kör: diskussion workbook check {file} --watch",
    only_with="{option} hör till diskussion workbook {action}. Inget är gjort.",
    missing='Att läsa en PDF kräver tillägget dokument: pip install "diskussion-tui[dokument]". Inget är skrivet.',
    no_source="Underlaget {file} finns inte. Inget är skrivet. Kontrollera sökvägen.",
    not_read="Underlaget {file} går inte att läsa: {why}. Inget är skrivet.",
    no_words="Underlaget {file} har ingen text att göra ett arbetshäfte av. Inget är skrivet.",
    decisions=Plural(
        "{n} sak är kvar att avgöra: sök efter ATT AVGÖRA i filen.",
        "{n} saker är kvar att avgöra: sök efter ATT AVGÖRA i filen.",
    ),
    whys=(
        ("broken", "filen är skadad"),
        ("truncated", "filen är avklippt, slutet saknas"),
        ("locked", "den är låst med ett lösenord"),
        ("scanned", "sidorna är bilder utan text; den behöver först läsas med textigenkänning"),
        ("too_large", "den är för stor"),
        ("too_heavy", "den tog för lång tid eller för mycket minne"),
        ("not_pdf", "den heter som en PDF men är ingen"),
        ("unknown", "det som läses är Word (.docx), PDF, Markdown och ren text (.txt)"),
        ("letters", "bokstäverna i den går inte att tyda; spara den på nytt som UTF-8"),
    ),
    minutes=Plural("{n} minut", "{n} minuter"),
)
