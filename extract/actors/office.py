"""The offices whose holders are known, in no language."""

from __future__ import annotations

from enum import StrEnum


class Office(StrEnum):
    """An office of a state or a body of states."""

    PRESIDENT = "president"
    PREMIER = "premier"
    CHANCELLOR = "chancellor"
    MONARCH = "monarch"
    CROWN_PRINCE = "crown_prince"
    POPE = "pope"
    SECRETARY_GENERAL = "secretary_general"
    MINISTER_FOREIGN = "minister_foreign"
    SUPREME_LEADER = "supreme_leader"
    LEADER = "leader"
    """Who rules without one of the offices above, or beside it: a party's chief, a revolution's."""
