"""What somebody looks at, as a value: read from the address, written to it, turned into filters. No screen here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from dashboard.palette import ColourBy
from dashboard.period import typed
from extract.agreement import Agreement
from extract.dates.interval import Grain
from extract.kind import Kind
from extract.model import DateBasis, Status
from extract.table.comparison import Across
from extract.table.filters import Alone, Certainty, Filters, Mark, Order
from extract.table.lanes import LaneBy

MOST_VALUES = 50
"""More values of one parameter than anybody chooses by hand are an attack on the server, not a view."""

KEY_DATES = (0, 6, 12, 24, 48)
"""How many key dates can be asked for."""
USUAL_KEY_DATES = 6
"""So many leave the lanes in sight on a laptop's screen."""

DATES = (12, 24, 48, 100)
"""In how many dates the page of them can tell a collection."""

CONFIDENCES = (0, 50, 70, 90)
"""The least confidence, in percent, that can be asked for."""

VOICES = (1, 2, 3, 5, 10)
"""The least number of independent sources that can be asked for."""

Address = dict[str, list[str]]
"""The parameters of an address, each with all its values."""

MANY = {
    "actor": "actors",
    "kind": "kinds",
    "lang": "languages",
    "pub": "publishers",
    "src": "sources",
    "status": "statuses",
    "grain": "grains",
    "basis": "bases",
    "told": "told_in",
    "untold": "not_told_in",
    "mark": "marks",
    "agree": "agreements",
    "only": "alone",
}
"""Parameters with several values, and the filters that they are."""

ENUMERATED: Mapping[str, type[StrEnum]] = {
    "kind": Kind,
    "status": Status,
    "grain": Grain,
    "basis": DateBasis,
    "mark": Mark,
    "agree": Agreement,
    "only": Alone,
}
"""Parameters whose values are known beforehand."""

NUMBERS = {"key": KEY_DATES, "dates": DATES, "sure": CONFIDENCES, "voices": VOICES}
"""Parameters that are one of some numbers."""

DRAWN = ("lanes", "key", "order", "colour", "event", "sort", "across", "col", "dates")
"""Parameters that say how claims are shown, and not which."""


@dataclass(frozen=True, slots=True)
class View:
    """The event table as somebody has set it, on whichever page. The names of its fields are those of the address."""

    q: str = ""
    actor: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    pub: tuple[str, ...] = ()
    src: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    grain: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    agree: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    sure: int = 0
    voices: int = 1
    since: str = ""
    until: str = ""
    time: Certainty = Certainty.POSSIBLE
    lanes: LaneBy = LaneBy.STORY
    key: int = USUAL_KEY_DATES
    order: Order = Order.TIME
    sort: Order = Order.WEIGHT
    """In which order stories are compared: those that most tell first."""
    colour: ColourBy = ColourBy.STATUS
    event: str = ""
    across: Across = Across.LANGUAGE
    col: tuple[str, ...] = ()
    """The columns of a comparison; none: those that are filtered by, else the fullest."""
    dates: int = DATES[0]

    @property
    def filters(self) -> Filters:
        """Which claims it shows. A bound that is no date bounds nothing: `mistakes` names it."""
        since, until = typed(self.since), typed(self.until)
        several: dict[str, Any] = {filtered: getattr(self, name) for name, filtered in MANY.items()}
        return Filters(
            words=self.q,
            confidence=self.sure / 100,
            voices=self.voices,
            first=since.start if since else None,
            end=until.end if until else None,
            certainty=self.time,
            **several,
        )

    @property
    def mistakes(self) -> tuple[str, ...]:
        """What was typed as a bound and is no date."""
        return tuple(text for text in (self.since, self.until) if text.strip() and not typed(text))

    @property
    def is_filtered(self) -> bool:
        """Whether it may leave claims out."""
        return self.filters != Filters()

    def link(self, event: str) -> str:
        """The address of the same view with another claim."""
        return query(replace(self, event=event))

    def link_to(self, since: str, until: str) -> str:
        """The address of the same view with another window of time."""
        return query(replace(self, since=since, until=until))


USUAL = View()


def read(address: Mapping[str, Sequence[str]]) -> View:
    """The view of an address; what it cannot mean is left out."""
    values: dict[str, Any] = {each.name: _read(each.name, getattr(USUAL, each.name), address) for each in fields(View)}
    return View(**values)


def _read(name: str, usual: object, address: Mapping[str, Sequence[str]]) -> object:
    one = _one(address, name)
    if isinstance(usual, tuple):
        known = ENUMERATED.get(name)
        return tuple(value for value in _many(address, name) if known is None or value in set(known))
    if name in NUMBERS:
        return next((number for number in NUMBERS[name] if str(number) == one), usual)
    if isinstance(usual, StrEnum):
        return type(usual)(one) if one in set(type(usual)) else usual
    return one


def write(view: View) -> Address:
    """The address of a view, short: what is as it always begins is left out."""
    values = {each.name: getattr(view, each.name) for each in fields(View)}
    changed = {name: value for name, value in values.items() if value != getattr(USUAL, name)}
    return {
        name: [str(each) for each in (value if isinstance(value, tuple) else (value,))]
        for name, value in changed.items()
    }


def query(view: View) -> str:
    """The address of a view from the question mark on."""
    return f"?{urlencode(write(view), doseq=True)}"


def _one(address: Mapping[str, Sequence[str]], name: str) -> str:
    values = address.get(name, ())
    return values[-1].replace("\x00", "") if values else ""


def _many(address: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address.get(name, ())))[:MOST_VALUES]
