"""Swedish: purging for good."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.purge import Purging

WORDS = Purging(
    note="Radera anteckningen {id} för gott, ur alla filer? Det går inte att ångra. Fråga registrator först, om det kan vara en allmän handling.",
    conclusion="Radera slutsatsen {id} för gott, ur alla filer? Det går inte att ångra. Fråga registrator först, om det kan vara en allmän handling.",
    names="Radera det som diskussionen hette och vem som ledde den tidigare ({names}), ur alla filer? Det går inte att ångra.",
    no_names="Diskussionen har inga tidigare namn.",
    names_gone="De tidigare namnen är raderade.",
    one_at_a_time="Välj en sak i taget: --note, --names, --others eller --keep.",
    note_again="Anteckningen {id} är redan raderad. Leta igenom alla filer en gång till?",
    told_in="Orden kan stå också i den sammanslagna {id}, som blir kvar: {text}",
    concluded="Orden kan stå också i slutsatsen, som blir kvar: {text}. Maskera eller ändra den för sig.",
    sources_stay=Plural(
        "{n} anteckning som den kom av blir kvar och står för sig igen.",
        "{n} anteckningar som den kom av blir kvar och står för sig igen.",
    ),
    whole="Radera hela diskussionen ”{name}” ({notes}) för gott? Det går inte att ångra. Fråga registrator först, om det kan vara en allmän handling.",
    journals="Radera det som är kvar av diskussionen {id} för gott? Det går inte att ångra. Fråga registrator först, om det kan vara en allmän handling.",
    yes_or_no="[j/N]",
    yeses=("j", "ja"),
    type_it="Skriv {name} för att radera:",
    word="radera",
    needs_yes="Här finns ingen som kan svara på frågorna. Inget är raderat. Är du säker, skriv --yes två gånger.",
    unchanged="Inget är raderat.",
    is_open="Diskussionen är öppen i ett program. Inget är raderat. Stäng den överallt och försök igen.",
    others=Plural(
        "Någon annan har raderat {n} anteckning för gott. Den visas inte, men finns kvar i din fil.",
        "Någon annan har raderat {n} anteckningar för gott. De visas inte, men finns kvar i din fil.",
    ),
    set_aside=Plural("{n} anteckning är undansatt.", "{n} anteckningar är undansatta."),
    set_aside_by="Raderingen står i {files}. Avgör med diskussion purge --others eller --keep.",
    others_in="Raderingen står i:",
    others_decide="Radera dem här också med diskussion purge DISKUSSION --others, eller visa dem igen med diskussion purge DISKUSSION --keep.",
    others_agree=Plural(
        "Radera den här också, ur alla filer? Det går inte att ångra.",
        "Radera dem här också, ur alla filer? Det går inte att ångra.",
    ),
    others_none="Ingen annan har raderat något som finns kvar här.",
    others_gone=Plural("{n} anteckning är raderad här också.", "{n} anteckningar är raderade här också."),
    kept=Plural("{n} anteckning visas igen.", "{n} anteckningar visas igen."),
    whole_kept="Diskussionen finns kvar och går att öppna igen.",
    note_gone="Anteckningen {id} är raderad.",
    conclusion_gone="Slutsatsen {id} är raderad.",
    whole_gone="Diskussionen ”{name}” är raderad.",
    removed=Plural("En fil är borttagen:", "{n} filer är borttagna:"),
    twins="Samma ord står i fler anteckningar, som är kvar:",
    left="Här finns ord kvar som inte gick att ta bort. Rätta till orsaken och radera igen:",
    left_link="{path} är en länk, och följs inte. Ta bort den för hand.",
    not_looked_into="Här gick det inte att titta, så orden kan finnas kvar. Titta själv, eller be den som äger filerna:",
    beyond_reach=(
        "Säkerhetskopior, mejl, andras kopior och synkroniseringens egna versioner når programmet inte. "
        "Ta bort dem där de finns."
    ),
)
