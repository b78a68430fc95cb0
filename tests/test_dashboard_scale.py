"""Days as Plotly counts them, and an axis whose ticks are of two lines at most."""

import pytest

from dashboard.scale import milliseconds, time_axis
from extract.dates.interval import from_day, months, to_day


@pytest.mark.parametrize(
    ("day", "expected"),
    [(to_day(1970), 0.0), (to_day(1970, 1, 2), 86_400_000.0), (to_day(-479), -77_282_985_600_000.0)],
)
def test_milliseconds_since_1970(day, expected):
    assert milliseconds(day) == expected
    assert from_day(day) == from_day(int(expected / 86_400_000) + to_day(1970))


def test_the_axis_shows_the_stretch_and_breaks_its_labels():
    axis = time_axis(months(2024, 10, 6))
    assert axis["range"] == [milliseconds(to_day(2024, 10)), milliseconds(to_day(2025, 4))]
    assert axis["ticktext"] == ["Nov<br>2024", "Dec", "Jan<br>2025", "Feb", "Mar"]
    assert axis["tickvals"][0] == milliseconds(to_day(2024, 11))
