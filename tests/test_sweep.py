import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import Interval
from extract.dates.sweep import Window, sweep

ALL = Interval(0, 4000)
WINDOWS = st.lists(
    st.builds(
        lambda start, days, weight: Window(Interval(start, start + days), weight),
        st.integers(0, 3500),
        st.integers(1, 400),
        st.sampled_from([0.5, 1.0, 2.0, 3.0]),
    ),
    min_size=1,
    max_size=12,
)


def test_the_days_that_most_evidence_agrees_on() -> None:
    found = sweep([Window(Interval(100, 200), 2.0), Window(Interval(150, 300), 1.0), Window(Interval(0, 50), 2.5)], ALL)
    assert found
    assert found.interval == Interval(150, 200)


def test_equal_rivals_share_the_likelihood_and_the_latest_is_named() -> None:
    found = sweep([Window(Interval(100, 110), 2.0), Window(Interval(2000, 2010), 2.0)], ALL)
    assert found
    assert found.interval == Interval(2000, 2010)
    assert found.share == pytest.approx(0.5, abs=0.1)


def test_nothing_favours_any_day() -> None:
    assert sweep([], ALL) is None
    assert sweep([Window(Interval(5000, 5010), 1.0)], ALL) is None


def height(windows: list[Window], day: int) -> float:
    return sum(w.weight for w in windows if w.interval.start <= day < w.interval.end)


@given(WINDOWS)
def test_no_day_is_favoured_more_than_those_found(windows: list[Window]) -> None:
    found = sweep(windows, ALL)
    assert found
    best = height(windows, found.interval.start)
    assert all(height(windows, day) == pytest.approx(best) for day in range(found.interval.start, found.interval.end))
    assert best == pytest.approx(max(height(windows, w.interval.start) for w in windows))
    assert 0 < found.share <= 1


@given(WINDOWS, st.randoms())
def test_the_order_of_evidence_does_not_matter(windows: list[Window], random) -> None:
    shuffled = list(windows)
    random.shuffle(shuffled)
    assert sweep(windows, ALL) == sweep(shuffled, ALL)
