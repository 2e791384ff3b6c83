"""What icalendar makes of the calendar in a file, on the clock of this machine."""
import json
import sys
from datetime import datetime, timedelta

from icalendar import Calendar


def moment(value, days_later=0):
    """A whole day has no hour; its end is the day after the last."""
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M")
    return (value + timedelta(days=days_later)).isoformat()


def seen(event):
    if event.errors:
        raise ValueError(event.errors)
    return {
        "uid": str(event["UID"]),
        "start": moment(event["DTSTART"].dt),
        "end": moment(event["DTEND"].dt, -1),
        "summary": str(event["SUMMARY"]),
        "location": str(event["LOCATION"]),
        "description": str(event["DESCRIPTION"]),
        "url": str(event["URL"]),
        "status": str(event["STATUS"]),
        "sequence": int(event["SEQUENCE"]),
    }


with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
json.dump([seen(event) for event in calendar.walk("VEVENT")], sys.stdout)
