"""Swedish: the settings."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.settings import Settings

WORDS = Settings(
    language="Programmets språk. Tomt ger arbetshäftets. Ett byte på skärmen gäller också nästa gång.",
    theme="Skärmens färger: mörka, ljusa eller svart på vitt för projektor. Ett byte på skärmen gäller också nästa gång.",
    sessions="Mappen med diskussionerna. Tomt ger programmets egen mapp. --sessions går före.",
    folders="Fler mappar som läses tillsammans med den första. Nya diskussioner börjas alltid i den första. --also går före.",
    facilitator="Samtalsledare i varje ny diskussion.",
    note_taker="Antecknare i varje ny diskussion.",
    unit="Verksamhet i varje ny diskussion.",
    coder="Ditt namn när du kodar. Det står på varje beslut. Tomt frågar första gången.",
    time_up="När tiden för ett moment är slut: inget, ljud (terminalens signal) eller blink (översta raden).",
    begins="# Inställningar för diskussion. diskussion settings visar vad som går att välja.\n",
    from_file="ur filen",
    from_option="angivet på kommandoraden",
    as_it_comes="förvalt",
    unset="–",
    unheeded=Plural(
        "{n} fel i inställningarna. Filen är orörd, och programmet gör där som om inget vore valt:",
        "{n} fel i inställningarna. Filen är orörd, och programmet gör där som om inget vore valt:",
    ),
    unheeded_here=Plural(
        "{n} fel i inställningarna. Filen är orörd. diskussion settings check visar felet.",
        "{n} fel i inställningarna. Filen är orörd. diskussion settings check visar felen.",
    ),
    untouched="rätta filen, eller ta bort den och börja om; programmet rör den inte",
    forgotten="Valet gäller nu men går inte att spara till nästa start: {why}.",
    own_file="inställningsfilen är skriven så att den inte kan ändras utan att något annat går förlorat",
    no_command="kommandot finns inte, eller har en tangent som hör till raden eller listan",
    keys_are="välj bland: {keys}; andra skriver, är döda eller kräver AltGr på ett svenskt tangentbord",
    clash="{key} är redan {command}",
    clash_write="välj en ledig tangent, eller ge det andra kommandot en annan",
    no_file="Filen finns inte än. diskussion settings set NAMN VÄRDE skapar den.",
    all_right="{file}: inga fel",
    no_such="Inställningen ”{given}” finns inte. De som finns är {names}.",
    no_such_action="”{given}” går inte att göra med inställningarna. Välj {actions}.",
    what_to_set="Ange vilken inställning och vad den ska vara, till exempel: diskussion settings set theme light",
    cannot_be="{name} kan inte vara ”{given}”. Välj {values}.",
    is_set="{name} är nu {value}.",
    is_unset="{name} är borttagen ur filen.",
    not_put=(
        "Inget är ändrat: filen {file} är skriven så att programmet inte kan ändra en inställning utan att röra annat. "
        "Ändra den för hand."
    ),
    no_editor="Ingen textredigerare är vald (EDITOR). Öppna filen själv: {file}",
    editor_failed="Textredigeraren {editor} gick inte att starta: {why}. Öppna filen själv: {file}",
)
