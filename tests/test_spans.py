"""What is counted over time from spans: extents, cores, and bins that lose nothing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extract.chart.steps import DRAWABLE, bins
from extract.dates.interval import Interval, months, to_day
from tests.tables import spans

SPANS = st.lists(
    st.builds(
        lambda start, days, sure, count: (start, start + days, sure, count),
        st.integers(to_day(2019), to_day(2026)),
        st.integers(1, 800),
        st.booleans(),
        st.integers(1, 5),
    ),
    max_size=20,
)


@given(SPANS)
def test_every_claim_is_counted_in_each_bin_that_it_touches(told):
    _, edges = bins(months(2020, 1, 60))
    sure, possible = spans(*told).counted(edges)
    for place, (start, end) in enumerate(pairwise(edges)):
        touching = [one for one in told if one[0] < end and start < one[1]]
        inside = [one for one in touching if one[2] and start <= one[0] and one[1] <= end]
        assert sure[place] == sum(count for *_, count in inside)
        assert possible[place] == sum(count for *_, count in touching) - sure[place]


def test_nothing_has_no_extent_and_no_core():
    assert spans().extent(DRAWABLE) is None
    assert spans().core(0.1) is None
    beyond = DRAWABLE.end + 5
    assert spans((beyond, beyond + 1, True, 1)).extent(DRAWABLE) is None


def test_the_extent_ends_where_drawing_does():
    far = spans((DRAWABLE.start - 900, to_day(1), True, 1))
    assert far.extent(DRAWABLE) == Interval(DRAWABLE.start, to_day(1))


@given(SPANS)
def test_the_core_leaves_out_no_more_than_it_may(told):
    if core := spans(*told).core(0.1):
        counts = [count for *_, count in told]
        before = sum(count for start, _, _, count in told if start < core.start)
        after = sum(count for _, end, _, count in told if end > core.end)
        assert max(before, after) <= sum(counts) * 0.1 + 1
