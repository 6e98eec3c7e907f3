"""Appointments as an iCalendar file: whole days that keep nobody busy, which every calendar takes in, and renews if they come again.

Tasks would say it better, but what most people have drops them.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diskussion_tui.reports.appointments import Appointment

_MAKER = "-//diskussion-tui//diskussion-tui//"
_LOCALES = {"sv": "SV", "en": "EN"}


def calendar(appointments: Iterable[Appointment], language: str) -> bytes:
    """The appointments as the bytes of a file; the same ones are the same bytes."""
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"{_MAKER}{_LOCALES.get(language, 'EN')}")
    made.add("method", "PUBLISH")
    for one in appointments:
        event = Event()
        event.add("uid", f"{one.id}@diskussion")
        event.add("dtstamp", one.said.astimezone(dt.UTC).replace(microsecond=0))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + dt.timedelta(days=1))
        event.add("summary", one.title)
        event.add("description", one.details)
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return made.to_ical()
