"""States and cities in every language of CLDR: territories by name, capitals by the exemplar cities of time zones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale, UnknownLocaleError

from extract.actors.lexicon import CANONICAL, language, organisations, places, shared
from extract.actors.romanise import is_latin
from extract.model import ActorType

PARENTHESES = re.compile(r"^([^()]+?) *\(([^()]+)\)$")
"""CLDR writes a second name in parentheses: "Myanmar (Burma)"."""

COUNTRY_CODE = re.compile(r"[A-Z]{2}")
"""Other territories are continents and regions, which do not act."""

NOT_COUNTRIES = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})
"""The euro area, outlying Oceania and the codes that stand for nothing."""


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


SAMPLE = "RU"
"""A territory whose name shows the script of a language."""


@cache
def writes_latin(code: str) -> bool:
    """Whether a language is written in Latin letters; one that CLDR does not know counts as such."""
    locale = _locale(code)
    return locale is None or is_latin(locale.territories.get(SAMPLE, ""))


@cache
def english_names() -> dict[str, str]:
    """The canonical name of each territory, by ISO 3166 code."""
    english = Locale.parse(CANONICAL).territories
    names = {code: _first(name) for code, name in english.items() if _is_country(code)}
    return names | shared().country_names | shared().organisation_codes


def _is_country(code: str) -> bool:
    return bool(COUNTRY_CODE.fullmatch(code)) and code not in NOT_COUNTRIES


def _first(name: str) -> str:
    found = PARENTHESES.match(name)
    return (found.group(1) if found else name).replace(" & ", " and ")


def countries(code: str) -> Iterator[tuple[str, str, bool]]:
    """(name, canonical name, whether it is an organisation) of the territories as a language names them.

    The language's own file comes first: CLDR's parentheses may hold the name of another state.
    """
    canonical = english_names()
    locale = _locale(code)
    for table in (language(code).countries, language(code).metonyms):
        for territory, names in table.items():
            yield from ((name, canonical[territory], False) for name in names)
    for territory, name in (locale.territories if locale else {}).items():
        if territory not in canonical:
            continue
        found = PARENTHESES.match(name)
        for each in found.groups() if found else (name,):
            yield each, canonical[territory], territory in shared().organisation_codes
    if code == CANONICAL:
        yield from ((name, name, False) for name in canonical.values())


def cities(code: str) -> Iterator[tuple[str, str, str | None]]:
    """(name, canonical name, the state whose capital it is) of capitals and other large cities."""
    states = capitals()
    locale = _locale(code)
    zones = locale.time_zones if locale else {}
    for zone in (*shared().capital_zones.values(), *shared().cities):
        name = zones.get(zone, {}).get("city") if code != CANONICAL else _zone_city(zone)
        if name:
            yield name, _zone_city(zone), states.get(_zone_city(zone))
    yield from ((name, place, states.get(place)) for name, place in places().names(code))


@cache
def capitals() -> Mapping[str, str]:
    """The state of which each city is the capital, or which it stands for, by canonical names."""
    states = {_zone_city(zone): english_names()[state] for state, zone in shared().capital_zones.items()}
    return states | {city: english_names()[state] for state, city in shared().capitals.items()} | shared().seats


def _zone_city(zone: str) -> str:
    return shared().city_names.get(zone, zone.rpartition("/")[2].replace("_", " "))


@cache
def _canonical_names() -> frozenset[str]:
    listed = (*english_names().values(), *organisations().root, *places().root, *shared().capitals.values())
    zones = (*shared().capital_zones.values(), *shared().cities)
    return frozenset(listed) | frozenset(_zone_city(zone) for zone in zones)


@cache
def _states() -> frozenset[str]:
    return frozenset(english_names().values())


def is_state(name: str) -> bool:
    """Whether a canonical name is a territory's."""
    return name in _states()


def type_of(name: str) -> ActorType:
    """What a canonical name of a territory stands for: a few are organisations."""
    return ActorType.ORGANISATION if name in shared().organisation_codes.values() else ActorType.PLACE


def is_canonical(name: str) -> bool:
    """Whether a name is one that data give, and so is settled."""
    return name in _canonical_names()
