"""Stories as people join and part claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.events.regroup import regrouped
from extract.said import ClaimChange, Verdict

FOUND = {"a": "a", "b": "a", "c": "c", "d": "c", "e": "e"}
JOIN, PART = Verdict.JOIN, Verdict.PART


def stories(*changes: tuple[Verdict, str]) -> set[str]:
    """What becomes of FOUND, each story as its claims in a row."""
    named = regrouped(FOUND, [ClaimChange(verdict, tuple(claims)) for verdict, claims in changes])
    told = {story: "".join(sorted(each for each in named if named[each] == story)) for story in named.values()}
    assert all(story == members[0] for story, members in told.items())
    return set(told.values())


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], "ab cd e"),
        ([(JOIN, "ac")], "abcd e"),
        ([(JOIN, "ae"), (JOIN, "ed")], "abcde"),
        ([(PART, "a")], "a b cd e"),
        ([(PART, "a"), (JOIN, "ae")], "ae b cd"),
        ([(PART, "a"), (JOIN, "ab")], "ab cd e"),
        ([(JOIN, "bd"), (PART, "cd")], "ab cd e"),
        ([(JOIN, "bd"), (PART, "d")], "ab c d e"),
        ([(JOIN, "bd"), (PART, "c")], "abd c e"),
        ([(JOIN, "ac"), (PART, "bd")], "ac bd e"),
        ([(JOIN, "axc")], "abcd e"),
        ([(PART, "xa")], "a b cd e"),
        ([(Verdict.PREFER, "a"), (Verdict.REJECT, "c")], "ab cd e"),
    ],
)
def test_what_is_said_last_counts(changes: list[tuple[Verdict, str]], expected: str) -> None:
    assert stories(*changes) == set(expected.split())


said = st.tuples(st.sampled_from([JOIN, PART]), st.text("abcdex", min_size=1, max_size=3))


@given(st.lists(said, max_size=6), st.text("abcde", min_size=2, max_size=3))
def test_who_was_joined_last_is_together_and_who_was_parted_last_is_not(
    changes: list[tuple[Verdict, str]], claims: str
) -> None:
    assert any(set(claims) <= set(story) for story in stories(*changes, (JOIN, claims)))
    for story in stories(*changes, (PART, claims)):
        assert set(story) <= set(claims) or not set(story) & set(claims)
