"""Swedish: the commands of the shell."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.usages import Usage, Usages

WORDS = Usages(
    home=Usage(
        usage="[KOMMANDO]",
        summary="led en grupp genom ett arbetshäfte i terminalen och ta vara på allt som sägs",
        details=(
            "Utan kommando öppnas startsidan med tidigare diskussioner. "
            "Mer om ett kommando: diskussion KOMMANDO --help"
        ),
    ),
    start=Usage(
        usage="start NAMN [--line]",
        summary="öppna diskussionen med det namnet, eller börja en ny",
        details=(
            "Öppnar dagens diskussion med det namnet. Finns ingen från i dag öppnas ett tidigare utkast med samma "
            "namn, om det bara finns ett. Annars börjar en ny diskussion."
        ),
    ),
    line=Usage(
        usage="line [DISKUSSION]",
        summary="leda en diskussion rad för rad, för skärmläsare och enkla terminaler",
        details=(
            "Hela diskussionen vid en enda rad: det som skrivs blir en anteckning, och kommandon börjar med punkt. Inget ritas, så att skärmläsare, "
            "punktskrift och långsamma linjer hänger med. Utan DISKUSSION läses de senaste upp att välja bland, eller skrivs ett nytt namn. "
            "På svenska heter kommandot också rad."
        ),
    ),
    new=Usage(
        usage="new NAMN [--date DAG] [--unit TEXT] …",
        summary="skapa en diskussion utan att öppna den",
        details="Skriver ut sökvägen till den nya filen. Uppgifter som är kända redan nu går att ange direkt.",
    ),
    list=Usage(
        usage="list [--json]",
        summary="visa tidigare diskussioner, en per rad",
        details=(
            "Nyast först: datum, namn, delar med anteckningar, anteckningar per kategori, antal, läge, verksamhet och diarienummer. "
            "En fil som inte går att läsa står med och säger varför."
        ),
    ),
    find=Usage(
        usage="find SÖKNING [--json|--csv-excel|--count] [--by VAD] …",
        summary="sök bland alla anteckningar i alla diskussioner",
        details=(
            "Samma språk som på startsidan: ord, ”ord för ord”, a ELLER b, -inte, del:B, kategori:-, stöd:>3 …\n"
            "Skriv sökningen inom '…' så att skalet lämnar den i fred. Slutkoden är 1 när inget hittas."
        ),
    ),
    index=Usage(
        usage="index [--status|--rebuild]",
        summary="hur det står till med registret över diskussionerna",
        details=(
            "Registret gör listan och sökningen snabba när diskussionerna är många. Det ligger i din cachemapp,\n"
            "kan tas bort när som helst och görs om av sig självt."
        ),
    ),
    show=Usage(
        usage="show [DISKUSSION] [--notes] [--json]",
        summary="skriv ut en diskussion, eller arbetshäftet tomt",
        details="Hela arbetshäftet skrivs ut med gruppens svar på sina platser. Utan DISKUSSION skrivs det ut tomt.",
    ),
    report=Usage(
        usage="report DISKUSSION [--to pdf,docx,…] [--all]",
        summary="skriv en rapport att lämna ut: PDF, Word, Excel, HTML, Markdown, text, CSV, JSON eller TOML",
        details=(
            "Filerna läggs intill diskussionen, eller i mappen efter --out, och varje fils sökväg skrivs ut. Utan --to blir det en PDF. "
            "Profilen publicera utelämnar namn och säger ”färre än 5” om få personer. Borttaget och äldre ordalydelser följer aldrig med; "
            "i profilen internt ligger diskussionens egen fil i PDF:en, och med --history har den det också."
        ),
    ),
    details=Usage(
        usage="details DISKUSSION [--unit TEXT] …",
        summary="visa eller ange uppgifterna om en diskussion",
        details=(
            'Utan val visas uppgifterna. Ett tomt värde, "", tar bort en uppgift. Diarienummer, informationsklass och '
            "gallring går att ange också när diskussionen är fastställd."
        ),
    ),
    form=Usage(
        usage="form [--prefilled DISKUSSION] [--print]",
        summary="gör ett formulär av arbetshäftet: en PDF att fylla i, eller att skriva på",
        details=(
            "Filen läggs i mappen med diskussionerna, eller i mappen efter --out, och sökvägen skrivs ut. När ifyllda formulär kommer tillbaka läser diskussion import in dem."
        ),
    ),
    import_=Usage(
        usage="import FIL|MAPP … [--both] [--json]",
        summary="läs in ifyllda formulär, rapporter och tabeller som diskussioner",
        details=(
            "Läser PDF (formulär och rapporter med diskussionens fil i), TOML, JSON, CSV, Excel, Markdown och Word. Varje fil får "
            "ett besked med sitt skäl. Filen sparas som den kom i mappen original, med sin SHA-256. Samma fil två gånger blir en "
            "diskussion. Avbryts kommandot går det att köra igen: det som är inläst finns redan."
        ),
    ),
    key_in=Usage(
        usage="key-in [FIL …]",
        summary="skriv av ett formulär som kommit tillbaka på papper",
        details=(
            "Frågar först vilka, var och när, och går sedan ruta för ruta i papprets ordning: en anteckning per rad, och Enter "
            "på en tom rad går vidare. FIL är det inskannade pappret. Det sparas som det är i mappen original, med sin SHA-256. "
            "Avbryts kommandot går det att köra igen: det fortsätter där det var. På svenska heter kommandot också skriv-av."
        ),
    ),
    history=Usage(
        usage="history DISKUSSION [--note ID] [--json]",
        summary="berätta vad som hänt i en diskussion, ändring för ändring",
        details=(
            "Äldst först: när, vem och vad som gjordes. En omformulering visas med orden före och efter. "
            "Sist på raden om en anteckning står slutet av dess id, som --note tar."
        ),
    ),
    note=Usage(
        usage="note DISKUSSION -q FRÅGA [-k KATEGORI] [--mask] [TEXT …]",
        summary="lägg till anteckningar i en diskussion",
        details=(
            "TEXT blir en anteckning. Utan TEXT läses standard in, och varje rad blir en anteckning utan inledande "
            "punkt eller nummer. Skriver ut varje antecknings id. Börjar texten med ett streck sätts -- före den."
        ),
    ),
    place=Usage(
        usage="place DISKUSSION ID PLATS … [--remove]",
        summary="placera en anteckning på kompassen, eller ta bort den därifrån",
        details=(
            "ID är början eller slutet av anteckningens id, som i diskussion history. "
            "Namn med mellanslag sätts inom citattecken. Samma verksamhetsform i två typer av vård är två platser: "
            "ange då id, till exempel akut/Akutsjukhus. Skriver ut var anteckningen står."
        ),
    ),
    compass=Usage(
        usage="compass [DISKUSSION] [--json]",
        summary="visa kompassen, med antalet anteckningar på varje plats",
        details="En rad per plats, med anteckningarnas tecken. Utan DISKUSSION visas kompassen tom. Platsernas id står i --json.",
    ),
    mark=Usage(
        usage="mark DISKUSSION ID [--hands ANTAL] [--dissent TEXT]",
        summary="sätt hur många som håller med, avvikande mening och stjärna",
        details="Det som inte nämns är kvar som det var.",
    ),
    rank=Usage(
        usage="rank DISKUSSION DEL [--dots ANTAL] [--give ID=ANTAL …]",
        summary="visa hur en del är prioriterad, eller räkna en runda",
        details=(
            "Utan val visas alla rundor i delen, den senaste först. Slutet av varje antecknings id står sist på raden och går "
            "att använda i --give."
        ),
    ),
    merge=Usage(
        usage="merge DISKUSSION ID ID … [VAL …]",
        summary="slå ihop anteckningar till en",
        details=(
            "Originalen står kvar under den sammanslagna, och split delar upp den igen. "
            "Kategorierna hålls isär: av flera kategorier blir det en anteckning per kategori. Skriver ut id för det som blev."
        ),
    ),
    split=Usage(
        usage="split DISKUSSION ID",
        summary="dela upp en sammanslagen anteckning",
        details="Var och en blir som den var. Skriver ut deras id.",
    ),
    similar=Usage(
        usage="similar DISKUSSION TEXT …",
        summary="visa anteckningar som liknar en text",
        details=(
            "Mest lik först: slutet av dess id, frågan och texten, och ”motsats?” där den tycks säga tvärtom. "
            "Slutkoden är 1 när inget liknar."
        ),
    ),
    compile=Usage(
        usage="compile NAMN [SÖKNING …] [--publish] [--json|--csv|--tsv]",
        summary="gör en sammanställning av diskussionerna, eller räkna en på nytt, och visa den",
        details=(
            "Den sparas i mappen sammanstallning bredvid diskussionerna, som inte ändras. Utan sökning räknas det den gjordes för, "
            "första gången alla diskussioner. Ett ord som börjar med bindestreck skrivs efter --."
        ),
    ),
    verify=Usage(
        usage="verify NAMN [--json]",
        summary="räkna en sammanställning på nytt ur filerna och säg om allt är samma",
        details="Säger annars vilka filer och vilka tal som har ändrats. Koden är 0 när allt är samma, annars 1. Skriver inget.",
    ),
    code=Usage(
        usage="code NAMN [--suggest|--set ANTECKNING TEMA|--themes|…]",
        summary="koda en sammanställnings anteckningar, se förslag, och ta in eller ge ut kodbok och beslut",
        details=(
            "Besluten sparas i sammanställningens mapp, i en egen fil för varje kodare: beslut.KODARE.toml. "
            "Diskussionerna ändras inte. En kollegas beslut tas in genom att deras fil läggs i mappen, eller med --import. "
            "Utan mer visas hur mycket som är kodat. På svenska heter kommandot också koda."
        ),
    ),
    agree=Usage(
        usage="agree NAMN [KODARE …] [--json]",
        summary="visa hur väl kodarna är överens",
        details=(
            "För varje tema och totalt: andel överens, Cohens kappa för två kodare, Krippendorffs alfa för hur många som helst, "
            "med ett intervall på 95 %, och vilka anteckningar som har kodats olika. Slutkoden är 1 när det finns sådana."
        ),
    ),
    workbook=Usage(
        usage="workbook [new FIL | check [FIL …] | preview [FIL]]",
        summary="gör ett arbetshäfte: börja, granska, se hur det blir",
        details=(
            "new skriver en början att ändra i, med förklaringar, eller med --from ett utkast ur ett underlag där allt osäkert är märkt "
            "ATT AVGÖRA. check säger vad som är fel och hur det rättas. preview visar varje moment som på skärmen och på väggen. "
            "Ingen fil skrivs över. Utan mer visas arbetshäftena som följer med: de väljs med namnet, till exempel --content biblioteket."
        ),
    ),
    check=Usage(
        usage="check [FIL …] [--watch | --json]",
        summary="granska ett arbetshäfte",
        details=(
            "Varje problem skrivs ut på en rad: fil, rad, nyckel, vad som är fel och vad som ska stå i stället. "
            "Utan FIL granskas arbetshäftet som används."
        ),
    ),
    doctor=Usage(
        usage="doctor [MAPP] [--repair] [--json]",
        summary="kontrollera mappen med diskussioner och rätta till den",
        details=(
            "Går igenom varje fil, journal och lås och säger vad som är fel och vad som skulle göras åt det. "
            "Inget ändras utan --repair, och inget går förlorat med det. Utan MAPP gäller mappen som används."
        ),
    ),
    archive=Usage(
        usage="archive DISKUSSION [--history] | --verify PAKET",
        summary="gör ett arkivpaket av en diskussion, eller kontrollera ett",
        details=(
            "Paketet är en zip enligt BagIt med rapporten som PDF/A, diskussionen som TOML och XML, anteckningarna som CSV, ett manifest "
            "med SHA-256 och en LASMIG.txt på svenska. Borttaget och tidigare ordalydelser är med bara med --history, det som raderats "
            "för gott aldrig. Med --verify skrivs varje fils SHA-256 ut, och allt som inte är som när paketet gjordes sägs."
        ),
    ),
    dispose=Usage(
        usage="dispose DISKUSSION --decision TEXT …",
        summary="gallra en diskussion med stöd av ett beslut, med gallringsbevis",
        details=(
            "Som diskussion purge av en hel diskussion, men med ett bevis som säger när, med vilket beslut och vad som bevarats. Beviset "
            "har inget av det som sades. Med --archive PAKET kontrolleras att paketet är helt och har allt som gäller. "
            "Fråga registrator eller arkivarie först."
        ),
    ),
    purge=Usage(
        usage="purge DISKUSSION [--note ID|--names|--others|--keep] …",
        summary="radera en anteckning eller en hel diskussion för gott",
        details=(
            "För personuppgifter och annat som inte får finnas kvar. Orden tas bort ur filen, dess historik, journaler, "
            "andra filer med samma diskussion och kopior som lagts åt sidan. Det går inte att ångra. "
            "Är det en allmän handling kan det kräva ett gallringsbeslut: fråga registrator först. "
            "Utan --note raderas hela diskussionen."
        ),
    ),
    personal=Usage(
        usage="personal [DISKUSSION|MAPP] [--note ID] [--mask] [--json]",
        summary="leta efter personuppgifter i tidigare diskussioner",
        details=(
            "Personnummer, samordningsnummer, telefonnummer, e-postadresser och journalnummer, en rad per ställe: fil, "
            "fråga, anteckningens id, vad det är och texten maskerad. Numren själva skrivs aldrig ut. Namn på personer "
            "upptäcks inte. Utan DISKUSSION gäller hela mappen. Slutkoden är 1 om något hittades."
        ),
    ),
    conclude=Usage(
        usage="conclude DISKUSSION --conclusion|--action|--message TEXT",
        summary="skriv en slutsats, en åtgärd eller ett medskick i en diskussion",
        details=(
            "Skriver ut dess id. I en åtgärd läses ansvarig (@namn) och sista dag (senast 1/12) ur orden, om inte "
            "--owner och --due säger annat. Utan --section gäller den helheten."
        ),
    ),
    actions=Usage(
        usage="actions [MAPP] [--owner NAMN] [--done ÅTGÄRD] [--csv | …]",
        summary="följ upp åtgärderna i alla diskussioner",
        details=(
            "En per rad, de försenade först: sista dag, ansvarig, diskussion och åtgärd. "
            "Har en åtgärd följt med till en senare diskussion gäller det som står där."
        ),
    ),
    park=Usage(
        usage="park DISKUSSION ID [--back]",
        summary="parkera en anteckning, eller ta tillbaka den",
        details="En parkerad anteckning står i en egen lista och är inget svar på sin fråga så länge.",
    ),
    plan=Usage(
        usage="plan DISKUSSION [--minutes MOMENT=MINUTER] [--ends TID] …",
        summary="visa eller ändra körschemat",
        details=(
            "En rad per moment och paus: id, rubrik, planerade minuter, vad de nu blir, använda minuter och vad som sker vid tidsbrist. "
            "Det som kan kortas ger först när tiden inte räcker, sedan utgår det som kan utgå. Utan val ändras inget."
        ),
    ),
    practise=Usage(
        usage="öva [--line]",
        summary="öva på ett påhittat exempel, inget sparas",
    ),
    handbok=Usage(
        usage="handbok [--print-path]",
        summary="öppna handboken i webbläsaren",
        details=(
            "Alla sidor, med sökning, som de var när programmet byggdes. De ligger på datorn: inget hämtas från nätet. "
            "Skriver ut var de ligger. På engelska heter kommandot handbook."
        ),
    ),
    storbild=Usage(
        usage="storbild [DISKUSSION]",
        summary="visa rummet diskussionen i ett eget fönster, på projektorn",
        details=(
            "Följer diskussionen av sig själv: samma moment som på datorn som leder, utan skrivrad, stödord och varningar. "
            "Skriver ingenting. Utan DISKUSSION gäller den som leds just nu, och är ingen igång väntar fönstret. "
            "Större text: Ctrl och plus. Helskärm: F11 i de flesta terminaler. På engelska heter kommandot wall."
        ),
    ),
    settings=Usage(
        usage="settings [check | path | open | set NAMN VÄRDE] [--json]",
        summary="visa, kontrollera eller ändra programmets inställningar",
        details=(
            'Utan mer visas alla inställningar, varifrån de kommer och vad de gör. Ett tomt värde, "", tar bort en inställning. '
            "open öppnar filen i den textredigerare som EDITOR anger."
        ),
    ),
    completion=Usage(
        usage="completion bash|zsh|fish|powershell",
        summary="skriv ut ett skript som kompletterar kommandon",
        details=(
            "Lägg en av raderna i skalets startfil:\n"
            "  bash        source <(diskussion completion bash)\n"
            "  zsh         source <(diskussion completion zsh)\n"
            "  fish        diskussion completion fish | source\n"
            "  powershell  diskussion completion powershell | Out-String | Invoke-Expression"
        ),
    ),
    compare=Usage(
        usage="compare DISKUSSION … [--group SÖKNING] [--all] [--json]",
        summary="jämför diskussioner fråga för fråga",
        details="Vad flera kanske säger, vad bara en säger, antal, omdömen och händer. Likheten är ett förslag ur orden. Med --group jämförs grupper, till exempel --group plats:Ekerö --group plats:Järva; av varje lista visas de rader som flest håller med om, och med --all alla. Inget ändras.",
    ),
    read=Usage(
        usage="read DISKUSSION [ANTECKNING] [--json]",
        summary="läs en diskussion som löpande text, eller en anteckning med dess historik",
        details="För skärmläsare och för att skicka vidare: bara det som sagts, och varje tecken utskrivet i ord. show skriver hela arbetshäftet för papper.",
    ),
    merge_tables=Usage(
        usage="merge-tables DISKUSSION DISKUSSION … -o NAMN",
        summary="slå ihop bordens diskussioner till en ny",
        details="Varje anteckning behåller sitt bord, eller får bordet efter diskussionens namn. Samma diskussion två gånger ändrar inget. Omdömen som skiljer sig sätts inte, utan skrivs ut. Det som raderats för gott vid något bord kommer inte med. Borden själva ändras inte.",
    ),
)
