"""A view is its address: what is written is read back, and what is no view is left out."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.palette import ColourBy
from dashboard.view import DATES, KEY_DATES, MOST_VALUES, View, read, write
from extract.agreement import Agreement
from extract.dates.interval import to_day
from extract.kind import Kind
from extract.model import Status
from extract.table.comparison import Across
from extract.table.filters import Alone, Certainty, Filters, Order
from extract.table.lanes import LaneBy

WORDS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
SOME = st.lists(WORDS.filter(bool), unique=True, max_size=4).map(tuple)
VIEWS = st.builds(
    View,
    q=WORDS,
    actor=SOME,
    kind=st.lists(st.sampled_from([str(kind) for kind in Kind]), unique=True).map(tuple),
    lang=SOME,
    status=st.lists(st.sampled_from([str(status) for status in Status]), unique=True).map(tuple),
    since=WORDS,
    until=WORDS,
    time=st.sampled_from(Certainty),
    lanes=st.sampled_from(LaneBy),
    key=st.sampled_from(KEY_DATES),
    order=st.sampled_from(Order),
    colour=st.sampled_from(ColourBy),
    event=WORDS,
    agree=st.lists(st.sampled_from([str(one) for one in Agreement]), unique=True).map(tuple),
    only=st.lists(st.sampled_from([str(one) for one in Alone]), unique=True).map(tuple),
    sort=st.sampled_from(Order),
    across=st.sampled_from(Across),
    col=SOME,
    dates=st.sampled_from(DATES),
)


@given(VIEWS)
def test_an_address_gives_back_its_view(view):
    assert read(write(view)) == view


def test_the_usual_view_has_no_address():
    assert write(View()) == {}
    assert not View().is_filtered


@given(st.dictionaries(st.sampled_from([*write(View(q="x")), "kind", "status", "time", "lanes", "key", "order", "colour", "other"]),
                       st.lists(st.text(max_size=8), max_size=4)))  # fmt: skip
def test_any_address_is_read(address):
    assert isinstance(read(address), View)


def test_an_address_cannot_ask_for_more_than_a_person():
    assert len(read({"actor": [str(number) for number in range(1000)]}).actor) == MOST_VALUES


def test_an_address_can_name_only_kinds_that_there_are():
    assert read({"kind": ["war", "odd", "other", "war"]}).kind == ("war", "other")


@pytest.mark.parametrize("number", ["-1", "7", "1e3", "many", "", "000"])
def test_an_address_can_ask_only_for_as_many_key_dates_as_are_offered(number):
    assert read({"key": [number]}).key == View().key
    assert read({"key": ["48"]}).key == 48


def test_an_address_can_name_only_agreements_that_there_are():
    asked = read(
        {"agree": ["conflict", "odd"], "only": ["voice", "x"], "across": ["star"], "dates": ["13"], "col": ["a", "b"]}
    )
    assert asked == View(agree=("conflict",), only=("voice",), col=("a", "b"))
    assert asked.filters == Filters(agreements=("conflict",), alone=("voice",))
    assert not View(across=Across.SOURCE, col=("a",), dates=48, sort=Order.TIME).is_filtered


def test_filters():
    view = View(q="x", actor=("A",), kind=("war",), lang=("el",), status=("denied",), since="480 BCE", until="2024-06",
                time=Certainty.SURE)  # fmt: skip
    assert view.filters == Filters(
        words="x", actors=("A",), kinds=("war",), languages=("el",), statuses=("denied",), first=to_day(-479),
        end=to_day(2024, 7), certainty=Certainty.SURE,
    )  # fmt: skip


def test_what_is_no_date_bounds_nothing_and_is_named():
    view = View(since="soon", until="2024")
    assert view.filters.first is None
    assert view.mistakes == ("soon",)
    assert View(since=" ").mistakes == ()


@pytest.mark.parametrize("event", ["a&b=c", "α β", "#x"])
def test_links_carry_the_view_and_the_claim(event):
    link = View(lang=("el", "ar")).link(event)
    assert read(parse_qs(link.removeprefix("?"))) == View(lang=("el", "ar"), event=event)
