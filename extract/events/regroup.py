"""Stories as people join and part claims, over those that were found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import pairwise

from extract.said import ClaimChange, Verdict

Pair = tuple[str, str]


def regrouped(found: Mapping[str, str], changes: Iterable[ClaimChange]) -> dict[str, str]:
    """The story of each claim: its smallest claim's id.

    `found` are the stories that linking found, of all claims in those that `changes` speak of. What is said later
    counts for more: who parts claims also cuts what joined them to others, and who joins claims joins the whole
    stories in which they are by then.
    """
    groups: dict[str, Hashable] = dict(found)
    joined: list[Pair] = []
    for number, change in enumerate(changes):
        said = [claim for claim in change.claims if claim in found]
        if change.verdict is Verdict.JOIN:
            joined += pairwise(said)
        elif change.verdict is Verdict.PART:
            apart = set(said)
            joined = [(one, other) for one, other in joined if (one in apart) == (other in apart)]
            groups |= dict.fromkeys(said, number)
    return _named(groups, joined)


def _named(groups: Mapping[str, Hashable], joined: Iterable[Pair]) -> dict[str, str]:
    members: defaultdict[Hashable, set[str]] = defaultdict(set)
    for claim, group in groups.items():
        members[group].add(claim)
    whole = {claim: members[group] for claim, group in groups.items()}
    for one, other in joined:
        if whole[one] is not whole[other]:
            whole[one] |= whole[other]
            whole |= dict.fromkeys(whole[one], whole[one])
    return {claim: min(story) for claim, story in whole.items()}
