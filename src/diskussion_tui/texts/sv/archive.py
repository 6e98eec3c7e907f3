"""Swedish: archive packages and disposal."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.archive import Archive
from diskussion_tui.texts.catalogue.base import Plural

WORDS = Archive(
    title="LÄS MIG",
    what=(
        "Det här är ett arkivpaket: en diskussion ur ett arbetshäfte, så som den gällde när paketet gjordes.\n"
        "Paketet är gjort med programmet diskussion-tui, men ingenting i det behöver programmet för att läsas."
    ),
    holds="I mappen data ligger:",
    how_to_check=(
        "Paketet följer BagIt (RFC 8493). I manifest-sha256.txt står varje fils SHA-256, i tagmanifest-sha256.txt manifestets egen.\n"
        "Kontrollera med: diskussion archive --verify PAKETET, eller packa upp och kör: sha256sum -c manifest-sha256.txt"
    ),
    with_history="Borttagna anteckningar och tidigare ordalydelser är med i diskussion.toml och i mappen original. Det som raderats för gott finns inte.",
    without_history="Borttagna anteckningar, tidigare ordalydelser och sådant som raderats för gott är inte med.",
    of_readme="den här sidan",
    of_pdf="rapporten att läsa, PDF/A och PDF/UA",
    of_html="rapporten att läsa, en webbsida utan länkar ut",
    of_toml="allt som gäller, som text (TOML, UTF-8); programmet läser in det igen",
    of_csv="en anteckning per rad (CSV enligt RFC 4180, komma, UTF-8)",
    of_xml="allt som gäller, som XML 1.0",
    original="diskussionens fil som den låg, med historik",
    not_given="inte angivet",
    discussion="Diskussion",
    responsible="Ansvarig",
    notes="Anteckningar",
    one_of_them="Ange antingen en diskussion att arkivera eller ett paket att kontrollera med --verify.",
    lacks="{label} är inte angivet. Paketet görs ändå; ange det med diskussion details och gör om paketet.",
    is_draft="Diskussionen är ett utkast och kan ändras efter att paketet gjorts. Fastställ den först om den är färdig.",
    unclean=Plural(
        "{n} fil innehåller sådant som raderats för gott och är inte med bland originalen:",
        "{n} filer innehåller sådant som raderats för gott och är inte med bland originalen:",
    ),
    faults=(
        ("no_package", "är inget arkivpaket, eller är skadad"),
        ("changed", "är ändrad eller skadad"),
        ("missing", "saknas"),
        ("unlisted", "fanns inte när paketet gjordes"),
        ("too_large", "är större än något paket kan vara"),
        ("twice", "finns två gånger i paketet, så att andra program kan läsa en annan"),
        ("link", "är en länk, som leder någon annanstans"),
        ("beside", "har uppgifter bredvid filerna, som manifestet inte omfattar"),
        ("listed_badly", "raden i manifestet går inte att läsa"),
    ),
    wrong="{file} är inte som den var när den gjordes:",
    right="Paketet är helt: {files} filer, ”{name}” med {notes}.",
    unreadable="diskussion.toml går inte att läsa som en diskussion",
    needs_decision="Ange med --decision vilket gallringsbeslut som tillåter det. Inget är raderat.",
    ask_first="Fråga registrator eller arkivarie först: en allmän handling får bara gallras med stöd av ett beslut. Enligt uppgifterna om diskussionen gäller: {retention}.",
    nothing_kept="Inget arkivpaket är angivet, så efteråt finns ingenting kvar. Gör ett först med diskussion archive om något ska bevaras.",
    dispose="Gallra hela diskussionen ”{name}” ({notes}) med stöd av {decision}? Det går inte att ångra.",
    not_of_it="{file} är inte ett helt arkivpaket av den här diskussionen. Inget är raderat. Kontrollera med diskussion archive --verify.",
    outdated="{file} är äldre än diskussionen: något som gäller nu är inte med. Inget är raderat. Gör ett nytt med diskussion archive.",
    record_title="GALLRINGSBEVIS",
    record_file="Gallring",
    record_ends=(
        "Diskussionen är raderad ur mappen med diskussioner. Säkerhetskopior, mejl och andras kopior når programmet inte.\n"
        "Beviset innehåller inget av det som sades, och inte vad diskussionen hette."
    ),
    disposed_at="Gallrad",
    decision="Beslut",
    removed_files="Borttagna filer",
    left_files="Filer kvar att se till",
    kept_package="Bevarat paket",
    mark="Märke",
)
