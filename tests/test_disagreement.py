"""What counts as a difference between sources, and what does not."""

import pytest

from extract.dates.interval import Interval, months, one_day, to_day
from extract.events.disagreement import About, Voice, differences
from extract.figure import Figure
from extract.model import Status

DAY = one_day(to_day(2025, 1, 17))


def voice(source: str, when: Interval | None = DAY, status: Status = Status.REPORTED, *figures: Figure) -> Voice:
    date = f"{when.start}/{when.end}" if when else ""
    return Voice(f"{source}.{len(figures)}.{date}", source, when, date, status, figures)


def soldiers(count: int) -> Figure:
    return Figure(count, "soldiers", f"{count} soldiers")


def points(*voices: Voice) -> list[tuple[About, int]]:
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
    assert found.sides == {"10 soldiers": (ten.event_id,), "12 soldiers": (twelve.event_id,)}
