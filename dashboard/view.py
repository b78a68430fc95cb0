"""What somebody looks at, as a value: read from the address, written to it, turned into filters. No screen here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from dashboard.palette import ColourBy
from dashboard.period import typed
from extract.kind import Kind
from extract.model import Status
from extract.store.query import Certainty, Filters, Order
from extract.store.summary import LaneBy

MOST_VALUES = 50
"""More values of one parameter than anybody chooses by hand are an attack on the server, not a view."""

KEY_DATES = (0, 6, 12, 24, 48)
"""How many key dates can be asked for."""
USUAL_KEY_DATES = 6
"""So many leave the lanes in sight on a laptop's screen."""

Address = dict[str, list[str]]
"""The parameters of an address, each with all its values."""

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class View:
    """The timeline as somebody has set it. The names of its fields are those of the address."""

    q: str = ""
    actor: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    time: Certainty = Certainty.POSSIBLE
    lanes: LaneBy = LaneBy.STORY
    key: int = USUAL_KEY_DATES
    order: Order = Order.TIME
    colour: ColourBy = ColourBy.STATUS
    event: str = ""

    @property
    def filters(self) -> Filters:
        """Which claims it shows. A bound that is no date bounds nothing: `mistakes` names it."""
        since, until = typed(self.since), typed(self.until)
        return Filters(
            words=self.q,
            actors=self.actor,
            kinds=self.kind,
            languages=self.lang,
            statuses=self.status,
            first=since.start if since else None,
            end=until.end if until else None,
            certainty=self.time,
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
        return f"?{urlencode(write(replace(self, event=event)), doseq=True)}"


def read(address: Mapping[str, Sequence[str]]) -> View:
    """The view of an address; what it cannot mean is left out."""
    return View(
        q=_one(address, "q"),
        actor=_many(address, "actor"),
        kind=tuple(value for value in _many(address, "kind") if value in set(Kind)),
        lang=_many(address, "lang"),
        status=tuple(value for value in _many(address, "status") if value in set(Status)),
        since=_one(address, "since"),
        until=_one(address, "until"),
        time=_choice(address, "time", Certainty.POSSIBLE),
        lanes=_choice(address, "lanes", LaneBy.STORY),
        key=next((number for number in KEY_DATES if str(number) == _one(address, "key")), USUAL_KEY_DATES),
        order=_choice(address, "order", Order.TIME),
        colour=_choice(address, "colour", ColourBy.STATUS),
        event=_one(address, "event"),
    )


def write(view: View) -> Address:
    """The address of a view, short: what is as it always begins is left out."""
    every: Address = {
        "q": [view.q],
        "actor": list(view.actor),
        "kind": list(view.kind),
        "lang": list(view.lang),
        "status": list(view.status),
        "since": [view.since],
        "until": [view.until],
        "time": [view.time if view.time is not Certainty.POSSIBLE else ""],
        "lanes": [view.lanes if view.lanes is not LaneBy.STORY else ""],
        "key": [str(view.key) if view.key != USUAL_KEY_DATES else ""],
        "order": [view.order if view.order is not Order.TIME else ""],
        "colour": [view.colour if view.colour is not ColourBy.STATUS else ""],
        "event": [view.event],
    }
    kept = {name: [str(value) for value in values if value] for name, values in every.items()}
    return {name: values for name, values in kept.items() if values}


def _one(address: Mapping[str, Sequence[str]], name: str) -> str:
    values = address.get(name, ())
    return values[-1].replace("\x00", "") if values else ""


def _many(address: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address.get(name, ())))[:MOST_VALUES]


def _choice(address: Mapping[str, Sequence[str]], name: str, usual: Choice) -> Choice:
    value = _one(address, name)
    return type(usual)(value) if value in set(type(usual)) else usual
