"""What feedparser makes of the feed in a file."""
import json
import sys
from calendar import timegm
from datetime import datetime, timezone

import feedparser


def moment(parsed):
    return parsed and datetime.fromtimestamp(timegm(parsed), timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def text(entry):
    """As its documentation advises: the content where there is one."""
    return entry.content[0].value if "content" in entry else entry.summary


def seen(entry):
    return {
        "id": entry.id,
        "title": entry.title,
        "link": entry.link,
        "published": moment(entry.published_parsed),
        "updated": moment(entry.updated_parsed),
        "language": entry.get("language") or entry.title_detail.language,
        "author": entry.get("author"),
        "categories": [tag.term for tag in entry.get("tags", [])],
        "html": text(entry),
    }


read = feedparser.parse(sys.argv[1])
if read.bozo:
    raise read.bozo_exception
feed = read.feed
json.dump(
    {
        "title": feed.title,
        "link": feed.link,
        "language": feed.get("language"),
        "entries": [seen(entry) for entry in read.entries],
    },
    sys.stdout,
)
