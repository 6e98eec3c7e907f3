"""Swedish: what the room reads."""

from __future__ import annotations

from diskussion_tui.texts.catalogue.base import Plural
from diskussion_tui.texts.catalogue.wall import Wall

WORDS = Wall(
    title="Storbild",
    waiting_title="Diskussionen har inte börjat än",
    waiting="Storbilden visar den så snart någon leder en diskussion här. {key_quit} stänger.",
    follows="Följer ”{name}”",
    no_notes="Inget antecknat ännu.",
    above=Plural("{n} till ovanför", "{n} till ovanför"),
    below=Plural("{n} till nedanför", "{n} till nedanför"),
    page="sida {n} av {of}",
    conclusions=Plural("{n} slutsats", "{n} slutsatser"),
    again="Vi börjar igen {time}",
    again_now="Vi börjar igen nu",
    gone="Diskussionens fil finns inte längre på sin plats. Det senaste som lästes står kvar.",
    removed="Diskussionen är borttagen för gott.",
    unreadable="Diskussionens fil går inte att läsa just nu. Det senaste som lästes står kvar.",
    other="Diskussionen hör till ett annat arbetshäfte. Starta storbilden med det, med --content.",
    refused="Mappen går inte att läsa: {why}. Det senaste som lästes står kvar.",
    hung="Mappen svarar inte. Det senaste som lästes står kvar tills den gör det.",
    leave="{key_quit} stänger storbilden.",
    back="Storbilden visar tidigare anteckningar. {key_room_on} bläddrar framåt.",
    newest="Storbilden visar det senaste.",
)
