"""Swedish: the words of compilations."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.compiling import Compiling, TableWords

WORDS = Compiling(
    title="Sammanställning",
    counts=TableWords(
        title="Allt som räknats",
        rule="En sammanslagen anteckning räknas en gång, parkerade och borttagna inte alls.",
    ),
    verdicts=TableWords(
        title="Framtidsbilden",
        rule="Diskussioner som svarat, ett svar per diskussion och fråga.",
        explained="Andelen räknas av dem som svarat, inte av alla diskussioner.",
    ),
    parts=TableWords(
        title="Delar och kategorier",
        rule="Anteckningar, var och en en gång. Sist i hur många diskussioner de finns.",
    ),
    themes=TableWords(
        title="Teman",
        rule="I flest diskussioner står först. En anteckning kan ha flera teman.",
        explained="Spridning säger mer än antal: många anteckningar kan komma ur ett enda samtal.",
    ),
    tags=TableWords(
        title="Taggar",
        rule="Gruppernas egna #ord. I flest diskussioner står först.",
    ),
    compass=TableWords(
        title="Kompassen",
        rule="Anteckningar på varje plats. En anteckning kan stå på flera platser.",
    ),
    months=TableWords(
        title="Tidslinje",
        rule="Efter diskussionens datum, inte när filen sparades.",
    ),
    units=TableWords(
        title="Verksamheter",
        rule="Efter angiven verksamhet, annars efter namnet utan nummer och datum.",
        explained="Två bord samma kväll är därför samma verksamhet men två diskussioner.",
    ),
    supported=TableWords(
        title="Flest håller med",
        rule="Händer i den egna diskussionen, av dem som var med. De läggs aldrig ihop mellan diskussioner.",
    ),
    dissent=TableWords(
        title="Avvikande meningar",
        rule="Anteckningar som någon inte höll med om, och hur många som har invändningen i ord.",
    ),
    actions=TableWords(
        title="Åtgärder",
        rule="En åtgärd som tagits med till en senare diskussion räknas en gång, som den senaste säger.",
    ),
    saturation=TableWords(
        title="Mättnad",
        rule="Nya teman, diskussion för diskussion efter datum. Bara diskussioner med kodade anteckningar.",
        explained=(
            "När den sista tiondelen av diskussionerna inte gav något nytt tema är det mättat. "
            "Då ger fler diskussioner troligen inga nya teman."
        ),
    ),
    quotes=TableWords(
        title="Citat och egen text",
        rule="Valda citat står ord för ord som gruppen skrev dem, och leder till sin anteckning.",
    ),
    overview=TableWords(
        title="Översikt",
        rule="Varje siffra går att öppna: bakom den ligger det som räknats.",
    ),
    all_of_them="Totalt",
    discussions="Diskussioner",
    units_column="Verksamheter",
    participants="Deltagare",
    notes="Anteckningar",
    coded="Kodade",
    hands="Händer",
    dissenting="Avvikande",
    objections="I ord",
    open="Öppna",
    done="Klara",
    new="Nya",
    themes_column="Teman",
    no_kind="Utan",
    the_whole="Helheten",
    units_counted=Plural("{n} verksamhet", "{n} verksamheter"),
    participants_counted=Plural("{n} deltagare", "{n} deltagare"),
    hands_of="{hands} av {people}",
    hands_alone="{hands} händer",
    few="färre än {n}",
    beside_few="dold",
    published=(
        "Tal som bygger på färre än {n} diskussioner eller deltagare står som ”färre än {n}”. "
        "”dold” betyder att talet annars hade röjt ett sådant."
    ),
    not_published="Enskilda anteckningar och diskussioner publiceras inte.",
    same="samma",
    same_sentence="Samma: {files} filer och {numbers} tal stämmer med ”{name}”.",
    moved="Inte samma: ”{name}” stämmer inte med filerna.",
    changed_file="Ändrad fil: {date} {name}",
    gone_file="Räknas inte längre: {date} {name}",
    new_file="Ny: {date} {name}",
    other_coding="Kodningen är ändrad.",
    number_moved="{what}: {was} → {now}",
    forged="Filerna är desamma. Då är det talet i sammanstallning.toml som är ändrat, eller programmet som räknar annorlunda.",
    more_numbers=Plural("… och {n} tal till", "… och {n} tal till"),
    unread=Plural(
        "{n} fil gick inte att läsa och är inte med:",
        "{n} filer gick inte att läsa och är inte med:",
    ),
    twice=Plural(
        "{n} anteckning finns i flera diskussioner och räknas i var och en.",
        "{n} anteckningar finns i flera diskussioner och räknas i var och en.",
    ),
    coded_of="{coded} av {notes} kodade",
    settled="mättnad efter {n} diskussioner",
    not_settled="inte mättat: nya teman kom i den sista tiondelen",
    too_few_coded="för få kodade diskussioner för att säga något om mättnad",
    nothing_coded="Inga anteckningar är kodade ännu.",
    query="Urval: {query}",
    everything="Urval: alla diskussioner",
    more_rows=Plural("… och {n} rad till", "… och {n} rader till"),
    text="Egen text",
    name_needed="Vad ska sammanställningen heta? Skriv namnet först.",
    unnamed="Namnet ”{name}” har inga tecken som kan stå i en mapps namn. Välj ett annat.",
    name_taken="Mappen för det namnet hör till sammanställningen ”{other}”. Välj ett annat namn.",
    none_such="Det finns ingen sammanställning som heter ”{name}”. {known}",
    none_at_all="Det finns inga sammanställningar i mappen ännu. Gör en med diskussion compile NAMN.",
    there_are="De som finns: {names}.",
    one_form="Välj en av --json, --csv, --csv-excel och --tsv.",
    kept_in="Sparad i {folder}",
    unreadable="Sammanställningen i {folder} går inte att läsa. Filerna med diskussioner är som de var. Rätta {file}, eller ta bort den och gör om.",
    fault_encoding="filen är inte UTF-8 (byte {where})",
    fault_no_toml="rad {where}: det är inte TOML",
    fault_too_deep="rad {where}: för många nivåer",
    fault_too_many="för många tabeller",
    fault_missing="{where} saknas",
    fault_wrong="{where} har fel sorts värde",
    fault_newer="filen är skriven av en nyare version av programmet: uppdatera det",
    fault_unread="{where}",
    wrong_query="Sökningen går inte att läsa vid ”{given}”. Skriv om den och försök igen.",
    behind="{what}: {n}",
    find_prompt="Hitta rad",
    cannot="Sammanställningen kunde inte göras: {why}",
)
