"""Timelines that are ready-made, as the programs write them that people make them with."""

import json

from tests.making.tables import csv_of

TIMELINEJS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip

TIMESKETCH = ("message", "datetime", "timestamp_desc")


def timelinejs_csv(*events):
    """Each event a dict of what is in its columns."""
    return csv_of([TIMELINEJS, *([event.get(column, "") for column in TIMELINEJS] for event in events)])


def timelinejs_json(events, eras=()):
    title = {"text": {"headline": "A timeline", "text": "Its cover"}}
    return json.dumps({"title": title, "events": list(events), "eras": list(eras)}, indent=1).encode()


def timesketch_csv(*rows):
    return csv_of([TIMESKETCH, *rows])
