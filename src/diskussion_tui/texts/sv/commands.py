"""Swedish: every command of the screens."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.commands import CommandTexts, CommandWords

WORDS = CommandTexts(
    next_exercise=CommandWords("nästa övning", "Hoppar över en övning, när du övar."),
    save_note=CommandWords("spara", "Sparar anteckningen och tömmer raden."),
    leave_edit=CommandWords("avbryt", "Lämnar en ändring, eller storbilden, som den var."),
    new_line=CommandWords("ny rad", "Ny rad i samma anteckning. {key_new_line_2} gör detsamma."),
    turn=CommandWords(
        "kategori", "Nästa kategori, eller nästa omdöme om framtidsbilden. {key_turn_2} går bakåt."
    ),
    to_notes=CommandWords("ändra", "Går upp bland anteckningarna."),
    next_step=CommandWords("nästa", "Nästa moment."),
    previous_step=CommandWords("tillbaka", "Föregående moment."),
    jump=CommandWords("gå till", "Går direkt till ett moment, till exempel B 2."),
    undo=CommandWords("ångra", "Ångrar det senaste, även efter en omstart."),
    redo=CommandWords("gör om", "Gör om det som ångrats."),
    help=CommandWords("hjälp", "Visar kortkommandon och vad tecknen betyder."),
    compass=CommandWords(
        "kompass", "Visar kompassen. Är en anteckning vald placeras den på kompassen i stället."
    ),
    filter=CommandWords(
        "filter", "Visar bara vissa anteckningar: en kategori, en tagg, ett bord. En gång till visar alla."
    ),
    wording=CommandWords("egen fråga", "Formulerar gruppens egen fråga."),
    picture=CommandWords("framtidsbilden", "Visar framtidsbilden för den del ni är i."),
    big=CommandWords("storbild", "Visar det rummet ska läsa, stort och utan kringtext."),
    room_back=CommandWords("storbild bakåt", "Bläddrar storbilden till tidigare anteckningar."),
    room_on=CommandWords("storbild framåt", "Bläddrar storbilden framåt, efter det sista börjar den om."),
    cues=CommandWords("stödord", "Visar stödord för samtalsledaren."),
    background=CommandWords("bakgrund", "Visar underlaget och förkortningarna."),
    page_start=CommandWords("till början", "Visar sidans början, när skrivraden är tom."),
    page_end=CommandWords("till slutet", "Visar sidans slut, när skrivraden är tom."),
    pause=CommandWords("klockan", "Stannar klockan, eller låter den gå vidare."),
    called_dots=CommandWords("efter nummer", "Ger prickar efter nummer: 7 3 ger anteckning 7 tre prickar."),
    numbers=CommandWords(
        "händer",
        "Räknar händer efter anteckningarnas nummer: 7 12 ger anteckning 7 tolv händer. Slår också ihop, markerar och gör slutsatser efter nummer.",
    ),
    mask=CommandWords(
        "maskera", "Maskerar personuppgifter som upptäckts, i skrivraden eller i den valda anteckningen."
    ),
    details=CommandWords("om mötet", "Namn, plats, samtalsledare, antecknare och antal deltagare."),
    bin=CommandWords("papperskorg", "Återställer en borttagen anteckning."),
    finish=CommandWords(
        "fastställ", "Fastställer diskussionen, så att inget ändras av misstag, eller öppnar den igen."
    ),
    theme=CommandWords("tema", "Växlar mellan mörkt, ljust och projektor."),
    language=CommandWords("språk", "Växlar mellan svenska och engelska."),
    palette=CommandWords("alla kommandon", "Söker bland alla kommandon."),
    go_home=CommandWords("alla diskussioner", "Stänger diskussionen och visar alla. Allt är sparat."),
    quit=CommandWords("stäng", "Stänger programmet. Allt är sparat."),
    edit_note=CommandWords("ändra", "Lägger anteckningen i skrivraden."),
    withdraw_note=CommandWords("ta bort", "Lägger anteckningen i papperskorgen."),
    star_note=CommandWords("stjärna", "Sätter eller tar bort en stjärna."),
    menu=CommandWords(
        "meny", "Visar vad som kan göras med det valda. På en anteckning markerar en gång till."
    ),
    dissent_note=CommandWords(
        "avvikande", "Märker att någon har en avvikande mening, och låter dig skriva den."
    ),
    hands=CommandWords("håller med", "Antal som håller med. Två siffror i följd ger ett större tal."),
    kind_note=CommandWords("kategori", "Byter kategori på anteckningen. Kategorins egen tangent går också."),
    versions_note=CommandWords(
        "versioner", "Visar anteckningens versioner och låter dig välja vilken som gäller."
    ),
    move_note=CommandWords("flytta", "Flyttar anteckningen till en annan fråga."),
    mark_note=CommandWords(
        "markera",
        "Markerar anteckningen, eller tar bort markeringen. Den följer med till andra frågor. En åtgärd blir klar.",
    ),
    merge_notes=CommandWords("slå ihop", "Slår ihop de markerade, eller anteckningen med en annan."),
    split_note=CommandWords("dela upp", "Delar upp en sammanslagen anteckning i dem den kom av."),
    originals_note=CommandWords("original", "Visar vilka anteckningar den sammanslagna kom av."),
    park_note=CommandWords("parkera", "Parkerar anteckningen, eller tar tillbaka en som är parkerad."),
    conclude_note=CommandWords(
        "slutsats",
        "Gör en slutsats av anteckningen, eller av de markerade. {key_turn} byter till åtgärd eller medskick.",
    ),
    parked=CommandWords("parkerat", "Visar parkerade anteckningar. {key_take} tar tillbaka den valda."),
    table=CommandWords("bord", "Väljer vilket bord som talar. Nya anteckningar får bordets namn."),
    notes_conclusion=CommandWords("till anteckningen", "Går till anteckningarna bakom en slutsats."),
    fold_all=CommandWords("fäll ihop allt", "Visar bara rubrikerna i sammanfattningen, eller allt igen."),
    back_to_writing=CommandWords("skriv", "Tillbaka till skrivraden."),
    rank=CommandWords("prioritera", "Rangordnar delens anteckningar med prickar eller i en ordning."),
    give_dots=CommandWords(
        "prickar", "Ger anteckningen prickar och går till nästa. I en ordning: dess plats."
    ),
    ten_more=CommandWords(
        "tio till", "Ger anteckningen tio prickar till. Sedan en siffra: {key_ten_more} och 2 blir tolv."
    ),
    rank_up=CommandWords("upp", "Flyttar anteckningen uppåt i ordningen."),
    rank_down=CommandWords("ned", "Flyttar anteckningen nedåt i ordningen, och till sist ur den."),
    finish_round=CommandWords("avsluta", "Avslutar rundan och visar resultatet."),
    reopen_round=CommandWords("öppna igen", "Öppnar en avslutad runda, med allt som getts i den."),
    new_round=CommandWords("ny runda", "Börjar en ny runda. De tidigare står kvar."),
    other_round=CommandWords("andra rundor", "Visar nästa av delens rundor. {key_other_round_2} går bakåt."),
    leave_round=CommandWords("tillbaka", "Tillbaka till diskussionen. En runda som pågår står kvar."),
    find=CommandWords("sök", "Söker i det som visas. Där man bara läser räcker en bokstav."),
    find_next=CommandWords("nästa träff", "Går till nästa ställe där orden står."),
    lead_on=CommandWords(
        "led vidare", "Leder diskussionen vidare. Är den fastställd frågar programmet först."
    ),
    leave_reading=CommandWords("tillbaka", "Stänger sökraden, eller går tillbaka till alla diskussioner."),
    hand_over=CommandWords("lämna över", "Visar vad det blev, var filen finns, och skriver en rapport."),
    choose=CommandWords("välj", "Gör det som är valt: skriver en rapport, kopierar eller går vidare."),
    leave_handover=CommandWords("tillbaka", "Går tillbaka till diskussionen."),
    open=CommandWords("välj", "Gör det som är valt: börjar, fortsätter eller öppnar en diskussion."),
    report=CommandWords("rapport", "Lämnar ut diskussionen som PDF, Word, Excel eller webbsida."),
    read_chosen=CommandWords("läs", "Öppnar den valda diskussionen för läsning. Inget ändras."),
    lead_chosen=CommandWords("led vidare", "Leder den valda diskussionen vidare, även en äldre."),
    practise=CommandWords("öva", "Öppnar ett påhittat exempel. Inget av det sparas."),
    clear=CommandWords(
        "töm raden",
        "Tömmer skrivraden, så att alla diskussioner visas igen. I en tom rad tar den bort markeringarna.",
    ),
    home_menu=CommandWords("meny", "Visar i en tom rad vad som kan göras med den valda diskussionen."),
    narrow=CommandWords(
        "smalna av",
        "Skriver färdigt ett fält som är påbörjat, annars smalnar den av till nästa del eller kategori.",
    ),
    narrow_back=CommandWords("vidga", "Går tillbaka bland det som {key_narrow} smalnade av till."),
    save_query=CommandWords(
        "spara sökning", "Sparar sökningen under ett namn; i en tom rad visas de sparade."
    ),
    refresh=CommandWords("uppdatera", "Uppdaterar listan."),
    plan=CommandWords("körschema", "Visar körschemat: planerad och använd tid, pauser och när ni slutar."),
    pause_clock=CommandWords(
        "paus", "Stannar klockan, eller låter den gå vidare. Startar en paus som är vald."
    ),
    add_one=CommandWords("+1 min", "Ger momentet ni är i en minut till."),
    add_five=CommandWords("+5 min", "Ger momentet ni är i fem minuter till."),
    take_time=CommandWords("ta tid", "Tar fem minuter från senare moment till det ni är i."),
    plan_minutes=CommandWords("minuter", "Ändrar det valda momentets minuter."),
    plan_behaviour=CommandWords("vid tidsbrist", "Väljer om momentet är fast, kan kortas eller kan utgå."),
    skip_item=CommandWords("hoppa över", "Hoppar över det valda momentet, eller tar med det igen."),
    add_break=CommandWords("lägg in paus", "Lägger in en paus före det valda momentet."),
    remove_break=CommandWords("ta bort paus", "Tar bort den valda pausen."),
    set_end=CommandWords("sluttid", "Sätter när ni slutar. Planen anpassas efter det."),
    as_before=CommandWords(
        "som det brukar", "Ger varje moment den tid det brukar ta, efter tidigare diskussioner."
    ),
    clock_anew=CommandWords("nollställ", "Låter alla klockor börja om från noll."),
    close_plan=CommandWords("tillbaka", "Stänger körschemat."),
    unfold=CommandWords(
        "fäll ut",
        "Visar vad en sammanslagen anteckning kom av, eller fäller ihop en del. En gång till gör tvärtom.",
    ),
    history=CommandWords(
        "historik", "Visar när och av vem varje sak kom: av den valda anteckningen, annars av alla."
    ),
    replay=CommandWords("spela upp", "Visar hur diskussionen växte, ändring för ändring."),
    replay_on=CommandWords("nästa ändring", "Visar diskussionen efter nästa ändring."),
    replay_back=CommandWords("föregående", "Visar diskussionen före ändringen."),
    replay_first=CommandWords("början", "Går till början."),
    replay_last=CommandWords("slutet", "Går till slutet."),
    leave_replay=CommandWords("tillbaka", "Går tillbaka till diskussionen som den är."),
    open_number=CommandWords("öppna", "Visar anteckningarna bakom den valda siffran."),
    next_page=CommandWords("byt sida", "Nästa sida av sammanställningen. Med skift den förra."),
    code_notes=CommandWords("koda", "Kodar anteckningarna, en tangent för varje beslut, med förslag."),
    show_themes=CommandWords("teman", "Visar teman och taggar, de i flest diskussioner först."),
    show_compass=CommandWords("kompass", "Visar var på kompassen anteckningarna hör hemma."),
    show_growth=CommandWords("tidslinje", "Visar hur det växte, månad för månad."),
    show_quotes=CommandWords("citat", "Visar de valda citaten och den egna texten."),
    own_text=CommandWords("egen text", "Skriver texten som står först i sammanställningen."),
    verify=CommandWords(
        "verifiera", "Säger om allt är samma som när det räknades, eller vad som har ändrats."
    ),
    count_anew=CommandWords("räkna om", "Räknar allt på nytt ur filerna och sparar det."),
    leave_compilation=CommandWords(
        "tillbaka", "Stänger raden som hittar, eller går tillbaka dit du kom ifrån."
    ),
    quote_note=CommandWords("citera", "Väljer anteckningen som citat, eller tar bort den ur citaten."),
    read_counted=CommandWords("läs", "Öppnar diskussionen där det sades, vid anteckningen."),
    leave_counted=CommandWords("tillbaka", "Stänger raden som hittar, eller går tillbaka till siffrorna."),
    compilations=CommandWords(
        "sammanställ", "Räknar ihop det som söks, eller öppnar en sammanställning som finns."
    ),
    mark=CommandWords(
        "markera",
        "Markerar diskussionen, eller tar bort markeringen. Markerade diskussioner går att jämföra.",
    ),
    compare_marked=CommandWords(
        "jämför", "Jämför de markerade diskussionerna, eller den valda med en annan."
    ),
    compare_groups=CommandWords(
        "jämför grupper",
        "Jämför två grupper av diskussioner: enheter, platser, år, arbetshäften eller två sökningar.",
    ),
    follow_up=CommandWords("uppföljning", "Visar åtgärderna i alla diskussioner, de försenade först."),
    tell_done=CommandWords(
        "klar", "Antecknar i diskussionen att åtgärden är klar, eller att den inte är det."
    ),
    read_action=CommandWords("läs", "Öppnar diskussionen där åtgärden står."),
    untell=CommandWords("ångra", "Ångrar det senaste som antecknats här."),
    hand_out_actions=CommandWords("lämna ut", "Skriver åtgärderna som kalender (.ics) eller tabell (.csv)."),
    look_again=CommandWords("uppdatera", "Läser mappen på nytt och ordnar åtgärderna."),
    leave_followup=CommandWords("tillbaka", "Stänger sökraden, eller uppföljningen."),
    compare=CommandWords("jämför", "Jämför diskussionen med de markerade, eller med en annan."),
    read_note=CommandWords(
        "läs", "Läser diskussionen vid anteckningen som är vald. I översikten: går till frågan."
    ),
    next_question=CommandWords("nästa fråga", "Går till nästa fråga."),
    previous_question=CommandWords("föregående", "Går till frågan före."),
    leave_comparing=CommandWords("tillbaka", "Stänger sökraden, eller jämförelsen."),
    code_theme=CommandWords(
        "tema",
        "Sätter det valda temat, eller det som står på raden, och går till nästa anteckning. {key_code_theme} på en liknande anteckning tar med den.",
    ),
    code_none=CommandWords("inget tema", "Inget tema passar. I tom rad."),
    code_skip=CommandWords("hoppa över", "Nästa anteckning, utan beslut. I tom rad."),
    code_undo=CommandWords(
        "ångra",
        "Ångrar det senaste, också teman, även efter en omstart. I tom rad; {key_code_undo_2} gör detsamma överallt.",
    ),
    code_redo=CommandWords("gör om", "Gör om det som ångrats."),
    take_along=CommandWords("liknande med", "Tar med alla liknande okodade anteckningar, eller ingen."),
    code_several=CommandWords("flera teman", "Flera teman på samma anteckning."),
    code_memo=CommandWords("memo", "Skriver varför, till beslutet."),
    code_themes=CommandWords("teman", "Kodboken: namn, betydelse, ord; slå ihop, dela upp, flytta."),
    code_blind=CommandWords("blint", "Döljer eller visar vad andra har beslutat."),
    code_disputed=CommandWords("gör upp", "Anteckningar som har kodats olika, att göra upp tillsammans."),
    leave_coding=CommandWords("klar", "Tömmer raden, annars tillbaka."),
    open_theme=CommandWords("ändra", "Ändrar det valda temat, eller skapar det som står på raden."),
    edit_theme=CommandWords("ändra", "Namn, betydelse, ord, stoppord och överordnat tema."),
    merge_theme=CommandWords("slå ihop", "Slår ihop temat med ett annat. Besluten följer med."),
    split_theme=CommandWords("dela upp", "Delar upp temat efter ord i anteckningarna."),
    withdraw_theme=CommandWords("ta bort", "Tar bort temat. Dess anteckningar blir okodade."),
    leave_themes=CommandWords("tillbaka", "Tömmer raden, annars tillbaka."),
    report_compilation=CommandWords(
        "rapport", "Skriver sammanställningen som PDF, Word, Excel, HTML eller Markdown."
    ),
    unite_marked=CommandWords(
        "slå ihop bord",
        "Slår ihop de markerade diskussionerna, ett bords var, till en ny. De själva ändras inte.",
    ),
)
