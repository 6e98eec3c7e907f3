"""Swedish: waiting for a disk that does not answer."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.waiting import Waiting

WORDS = Waiting(
    reading="Läser mappen …",
    folder="Väntar på mappen {folder} … sedan {seconds} s",
    can_stop="{key_close} slutar vänta. {key_quit} lämnar programmet.",
    can_read_known="{key_known} visar de anteckningar som redan är lästa, bara för läsning.",
    can_choose="Diskussioner i en annan mapp: starta med --sessions och den mappen.",
    can_home="Programmet fortsätter vänta. {key_quit} lämnar det. En annan mapp väljs med --sessions när programmet startas.",
    closing="Sparar och stänger. Svarar mappen inte avslutas programmet ändå, och det som är sparat finns kvar.",
    notes_later="Anteckningarna läses …",
    in_shell="Väntar på mappen {folder} … Svarar den inte inom {seconds} sekunder ges det upp; --patience ändrar det.",
    gave_up="Mappen {folder} har inte svarat på {seconds} s. Bara det som redan skrivits ut är säkert gjort. Vänta längre med --patience, eller välj en annan mapp med --sessions.",
    no_seconds="--patience tar ett antal sekunder, inte {given}.",
    untidied="Sparat, men mappen är långsam: filen {file} skrivs om nästa gång diskussionen öppnas.",
    typed="Skrivet medan ni väntar, och kvar sedan: ”{text}”",
)
