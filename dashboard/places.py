"""The pages: where each is found, what it is called, and the module that draws it."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.tongue import N_


class Place(NamedTuple):
    """One of the pages."""

    path: str
    """Below the dashboard's address."""
    title: str
    module: str


PLACES = (
    Place("timeline", N_("Timeline"), "dashboard.timeline"),
    Place("compare", N_("Compare"), "dashboard.compare"),
    Place("key-dates", N_("Key dates"), "dashboard.digest"),
    Place("sources", N_("Sources"), "dashboard.sources"),
    Place("actors", N_("Actors"), "dashboard.actors"),
    Place("corrections", N_("Corrections"), "dashboard.corrections"),
    Place("reader", N_("Reader"), "dashboard.reader"),
)
"""In the order of the menu; the first is what opens without a path."""
