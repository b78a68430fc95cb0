"""The kinds of happening, for all stages."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing happens; `extract/events/data/kinds.toml` says what each is."""

    STATEMENT = "statement"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    AID = "aid"
    DISPUTE = "dispute"
    PROTEST = "protest"
    ATTACK = "attack"
    WAR = "war"
    JUSTICE = "justice"
    VOTE = "vote"
    LAW = "law"
    OFFICE = "office"
    LIFE = "life"
    BUSINESS = "business"
    DISASTER = "disaster"
    MOVEMENT = "movement"
    OTHER = "other"
    """No word tells."""
