"""Weights and titles of stories as their definitions say, claim by claim: what the library keeps has to be this."""

from collections import Counter, defaultdict
from math import log2

from extract.model import Status
from extract.store.library import Library
from extract.store.reading import Claim, claims
from extract.store.weights import titles

LANGUAGES = ("en", "el", "ar", "none")
"""In which titles are asked for; of one of them there are none."""


def kept(library: Library) -> dict[str, tuple[object, ...]]:
    """What is kept of each story: its weight and what it is made of, and its title for each reader."""
    rows = library.connection.execute(
        "SELECT story_id, weight, sources, voices, languages, claims, days FROM stories"
    ).fetchall()
    called = [titles(library, [row[0] for row in rows], language) for language in LANGUAGES]
    return {story: (*rest, *(each[story].event_id for each in called)) for story, *rest in rows}


def due(library: Library) -> dict[str, tuple[object, ...]]:
    """The same, from all claims of the library."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims(library, "1"):
        told[claim.row.story_id].append(claim)
    return {
        story: (*_weighed(each), *(_title(each, language) for language in LANGUAGES)) for story, each in told.items()
    }


def _weighed(told: list[Claim]) -> tuple[object, ...]:
    came = max((claim.end_day for claim in told if claim.end_day is not None), default=None)
    sources, languages = {claim.row.source_id for claim in told}, {claim.row.language for claim in told}
    voices = {claim.voice for claim in told}
    later = {
        claim.voice
        for claim in told
        if came is not None and claim.anchor_start is not None and claim.anchor_start >= came + 30
    }
    weight = round(log2(1 + len(voices)) + log2(len(languages)) + log2(1 + len(later)) / 2, 2)
    days = min((claim.interval.days for claim in told if claim.interval), default=None)
    return weight, len(sources), len(voices), len(languages), len(told), days


def _title(told: list[Claim], language: str) -> str:
    common = Counter(actor for claim in told for actor in claim.row.actors)

    def rank(claim: Claim) -> tuple[bool, bool, bool, int, int, str]:
        row = claim.row
        named = sum(common[actor] for actor in row.actors)
        reported = row.status is Status.REPORTED
        return not reported, row.language != language, "…" in row.headline, -named, len(row.headline), row.event_id

    return min(told, key=rank).row.event_id
