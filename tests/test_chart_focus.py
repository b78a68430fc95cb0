"""The lanes show where most claims lie; a window that was set is kept as it is."""

from extract.chart.focus import focus, frame
from extract.chart.steps import DRAWABLE
from extract.dates.interval import Interval, months, to_day
from extract.table.filters import Filters
from tests.tables import spans

MONTHS = [(to_day(2024, month), to_day(2024, month) + 3, True, 3) for month in range(1, 13)]
SALAMIS = (to_day(-479), to_day(-478), True, 1)
YEAR, BOTH = spans(*MONTHS), spans(SALAMIS, *MONTHS)


def extent(told):
    return told.extent(DRAWABLE)


def test_a_single_old_claim_does_not_stretch_the_chart():
    shown = focus(BOTH, extent(BOTH), Filters())
    assert shown.start > to_day(2023)
    assert shown.holds(months(2024, 3, 6))


def test_claims_of_one_time_are_all_shown():
    assert focus(YEAR, extent(YEAR), Filters()).holds(extent(YEAR))


def test_one_day_has_room_beside_it():
    day = spans((to_day(2024), to_day(2024) + 1, True, 1))
    assert focus(day, extent(day), Filters()).days >= 3


def test_a_window_is_kept():
    whole = extent(BOTH)
    assert focus(YEAR, whole, Filters(first=to_day(2024), end=to_day(2025))) == months(2024, 1, 12)
    assert focus(YEAR, whole, Filters(first=to_day(2024))) == Interval(to_day(2024), whole.end)


def test_a_window_that_ends_before_it_begins_breaks_nothing():
    assert focus(YEAR, extent(YEAR), Filters(first=to_day(2025), end=to_day(2024))).days == 1
    assert frame(extent(YEAR), Filters(first=to_day(2025), end=to_day(2024))) == extent(YEAR)


def test_the_strip_refines_round_a_short_window():
    whole = months(1900, 1, 12 * 130)
    assert frame(whole, Filters(first=to_day(2024), end=to_day(2025))) == Interval(
        to_day(2024) - 366, to_day(2025) + 366
    )
    assert frame(whole, Filters()) == whole
    assert frame(whole, Filters(first=to_day(1920), end=to_day(2020))) == whole
