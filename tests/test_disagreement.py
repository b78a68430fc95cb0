"""What counts as a difference between sources, and what does not."""

from dataclasses import replace

import pytest

from extract.dates.interval import Interval, months, one_day, to_day
from extract.events.disagreement import About, Saying, Speaker, differences
from extract.figure import Figure
from extract.model import Status

DAY = one_day(to_day(2025, 1, 17))


def voice(source: str, when: Interval | None = DAY, status: Status = Status.REPORTED, *figures: Figure) -> Saying:
    """A claim of a source, whose name begins with the letter of its text."""
    date = f"{when.start}/{when.end}" if when else ""
    return Saying(f"{source}.{len(figures)}.{date}", source, source[0], when, date, status, figures)


def soldiers(count: int) -> Figure:
    return Figure(count, "soldiers", f"{count} soldiers")


def points(*voices: Saying) -> list[tuple[About, int]]:
    return [(each.about, len(each.sides)) for each in differences(voices)]


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ((voice("a"), voice("b")), []),
        ((voice("a"), voice("b", months(2025, 1))), []),
        ((voice("a", months(2023, 1, 12)), voice("b", months(2024, 1, 12))), [(About.DATE, 2)]),
        ((voice("a", months(2024, 12), Status.PLANNED), voice("b")), []),
        ((voice("a", None), voice("b")), []),
        ((voice("a", status=Status.DENIED), voice("b", status=Status.ALLEGED)), [(About.STATUS, 2)]),
        ((voice("a", status=Status.ALLEGED), voice("b")), []),
        ((voice("a", status=Status.DENIED), voice("b", status=Status.PLANNED)), []),
        ((voice("a", DAY, Status.REPORTED, soldiers(10)), voice("b", DAY, Status.REPORTED, soldiers(12))), [(About.FIGURE, 2)]),
        ((voice("a", DAY, Status.REPORTED, soldiers(10)), voice("b", DAY, Status.REPORTED, soldiers(10))), []),
        ((voice("a", DAY, Status.REPORTED, soldiers(10)), voice("b", DAY, Status.REPORTED, Figure(12, "dead", "12 dead"))), []),
        ((voice("a", DAY, Status.REPORTED, soldiers(10), soldiers(12)), voice("b", DAY, Status.REPORTED, soldiers(12))), []),
    ],
)  # fmt: skip
def test_points_on_which_sources_differ(voices, expected) -> None:
    assert points(*voices) == expected


def test_each_side_names_its_claims() -> None:
    ten, twelve = (voice(name, DAY, Status.REPORTED, soldiers(count)) for name, count in (("a", 10), ("b", 12)))
    (found,) = differences([ten, twelve])
    assert found.thing == "soldiers"
    assert found.sides == {"10 soldiers": (Speaker(ten.event_id),), "12 soldiers": (Speaker(twelve.event_id),)}


def test_copies_of_one_text_are_one_speaker_and_differ_where_somebody_changed_it() -> None:
    counts = {"a1": 10, "a2": 12, "a3": 10, "a4": 12, "b1": 12, "c1": 10}
    said = {name: voice(name, DAY, Status.REPORTED, soldiers(count)) for name, count in counts.items()}
    ids = {name: each.event_id for name, each in said.items()}
    (found,) = differences(list(said.values()))
    assert found.sides == {
        "10 soldiers": (Speaker(ids["a1"], (ids["a3"],)), Speaker(ids["c1"])),
        "12 soldiers": (Speaker(ids["a2"], (ids["a4"],), ids["a1"]), Speaker(ids["b1"])),
    }


def test_a_source_is_no_copy_of_itself() -> None:
    """It gives one date twice and another once."""
    dates = DAY, one_day(DAY.start + 9), DAY
    said = [replace(voice("a", when), event_id=f"a.{place}") for place, when in enumerate(dates)]
    (found,) = differences(said)
    assert list(found.sides.values()) == [(Speaker("a.0"),), (Speaker("a.1"),)]
