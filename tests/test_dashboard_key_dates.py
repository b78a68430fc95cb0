"""Key dates: which they are, what they say, that a click opens them, and how they are named on the chart."""

import re

import pytest

from dashboard.key_dates import KeyDate, chart, words
from dashboard.wording import when
from extract.chart.bars import LABELLED_BARS, Dress, lanes_of, rows_of_stories
from extract.dates.interval import Grain, Mod, months, one_day, to_day
from extract.model import Status
from extract.store.library import create_or_open
from extract.store.weights import Title, Weighed
from extract.table.lanes import Mark
from tests import library_factory
from tests.apps import APP, said, start
from tests.library_factory import HOSTILE_NAME

SHOWN = months(2024, 1, 24)


@pytest.fixture
def app(monkeypatch):
    return lambda library, **address: start(monkeypatch, APP, library, address)


def dates(page):
    """The labels of the key dates."""
    return [button.label for button in page.button if (button.key or "").startswith("key-")]


def titles(page):
    return [label.split("*")[5] for label in dates(page)]


def mark(event, story, day, **other):
    interval = one_day(day)
    return Mark("x", event, story, interval.start, interval.end, True, Status.REPORTED, f"Own words of {event}", "2024", 1,
                **other)  # fmt: skip


def test_they_are_in_order_of_time_with_title_sources_and_languages(app, full):
    page = app(full, key="12")
    assert len(dates(page)) == 10
    assert dates(page)[0].startswith("**September 480 BCE** *Battle of Salamis* :gray[1 source · 1 language]")
    assert dates(page)[-1] == "**17 January 2025** *Treaty signed in Moscow* :gray[3 sources · 3 languages]"
    assert dates(page)[-4] == "**June 2024** *Putin signs with North Korea* :gray[3 sources · 3 languages]"


def test_a_click_opens_the_evidence_and_marks_the_story(app, full):
    page = app(full)
    page.button(key="key-en.2").click().run()
    assert page.query_params["event"] == "en.2"
    assert "Washington says missiles were sent" in said(page)
    kinds = {button.key: button.proto.type for button in page.button if (button.key or "").startswith("key-")}
    assert [key for key, kind in kinds.items() if kind == "secondary"] == ["key-en.2"]


def test_the_story_of_the_claim_that_is_read_is_marked_whichever_claim_that_is(app, full):
    page = app(full, event="ar.1")
    assert page.button(key="key-en.1").proto.type == "secondary"


def test_before_anybody_chooses_the_weightiest_is_open(app, full):
    page = app(full)
    assert "Treaty signed in Moscow</h2>" in said(page)
    assert page.button(key="key-en.0").proto.type == "secondary"


def test_they_tell_the_collection_as_it_is_filtered(app, full):
    page = app(full, lang="ar")
    assert len(dates(page)) == 3
    assert all("3 languages" in date or "2 languages" in date for date in dates(page))  # of the whole library
    assert "بوتين" in dates(page)[0]
    assert dates(page)[0].startswith("**2024**")  # as the Arabic source has it
    assert not dates(app(full, q="nobodyelse"))
    assert titles(app(full, kind="aid")) == ["Missiles sent"]


def test_as_many_as_are_asked_for_the_weightiest_and_the_address_follows(app, full):
    page = app(full, key="6")
    assert len(dates(page)) == 6
    assert "Key dates · 6 of 10 stories" in said(page)
    group = next(group for group in page.button_group if group.label == "How many key dates")
    group.set_value(0).run()
    assert not page.exception
    assert not dates(page)
    assert page.query_params["key"] == "0"
    assert "Treaty signed in Moscow</h2>" in said(page)


def test_how_it_is_drawn_outlasts_a_filter_that_leaves_nothing(app, full):
    page = app(full, order="weight", colour="kind", key="24")
    for typed in ("nobodyelse", "nobody", ""):
        page.text_input(key="q").set_value(typed).run()
        assert not page.exception
    assert page.query_params == {"order": "weight", "colour": "kind", "key": "24"}
    assert len(dates(page)) == 10


def test_an_empty_library_has_none(app, tmp_path):
    create_or_open(tmp_path / "empty.db").close()
    assert not dates(app(tmp_path / "empty.db"))


def test_a_library_that_was_not_weighed_yet_breaks_nothing(app, tmp_path):
    path = library_factory.plain(tmp_path / "growing.db")
    library = create_or_open(path)
    with library.writing():
        library.put(library_factory.old_times(), "digest")
        library.connection.execute("DELETE FROM sources WHERE source_id = 'en'")
    library.close()
    page = app(path)
    assert len(dates(page)) == 3  # those that are known and still told
    assert app(path, order="weight").dataframe[0].value.shape[0] == 10


def test_nothing_of_a_title_is_markdown():
    (bar,) = rows_of_stories([mark("e", "s", SHOWN.start)], SHOWN, Dress({"s": Title("e", HOSTILE_NAME)}))
    told = words(KeyDate(bar, Weighed("s", 1.0, 1, 1, 1, 1, 1)))
    title = told.partition("** *")[2].rpartition("* :gray[")[0]
    assert title.startswith(r"\!\[x\]\(http\:")
    assert not [sign for at, sign in enumerate(title) if sign in "*_`[]<>$:!" and title[at - 1] != "\\"]
    assert "\u202e" not in title


@pytest.mark.parametrize(
    ("grain", "mod", "told"),
    [(Grain.DAY, None, "1 January 2024"), (Grain.DAY, Mod.APPROX, "about 1 January 2024"), (None, None, "2024")],
)
def test_dates_are_told_in_words(grain, mod, told):
    assert when(mark("e", "s", to_day(2024), grain=grain, mod=mod)) == told


def test_a_story_is_called_by_its_title_and_opened_at_the_claim_that_names_it():
    marks = [mark("a", "s", SHOWN.start), mark("b", "s", SHOWN.start), mark("c", "s", SHOWN.start + 5)]
    (bar,) = rows_of_stories(marks, SHOWN, Dress({"s": Title("b", "The title")}))
    assert (bar.name, bar.mark.event_id) == ("The title", "b")
    (bar,) = rows_of_stories(marks, SHOWN)
    assert (bar.name, bar.mark.event_id) == ("Own words of a", "a")


def test_a_story_whose_title_is_not_shown_is_called_by_the_claim_that_dates_it(app, full):
    (bar,) = rows_of_stories([mark("a", "s", SHOWN.start)], SHOWN, Dress({"s": Title("b", "In another year")}))
    assert bar.name == "Own words of a"
    page = app(full, since="2024-01", until="2024-05")
    assert [title.partition(" ")[0] for title in titles(page)] == ["ووقع"]  # the treaty as the year 2024 has it


def test_stories_stand_by_time_or_as_they_are_ranked():
    marks = [mark("a", "s", SHOWN.start), mark("b", "t", SHOWN.start + 5)]
    assert [bar.mark.story_id for bar in rows_of_stories(marks, SHOWN)] == ["s", "t"]
    ranked = rows_of_stories(marks, SHOWN, ranked=["t", "s"])
    assert [(bar.mark.story_id, bar.row) for bar in ranked] == [("t", 0), ("s", 1)]


def test_where_not_all_are_labelled_the_key_dates_are_and_nothing_lies_on_their_labels():
    marks = [mark(f"e{n}", f"s{n}", SHOWN.start + n) for n in range(LABELLED_BARS + 1)]
    key = {"s3", "s70", "s99"}
    (lane,) = lanes_of(marks, ["x"], SHOWN, labelled=False, dress=Dress(key=key))
    assert {bar.mark.story_id for bar in lane.bars if bar.is_labelled} == key
    for bar in lane.bars:
        if bar.is_labelled:
            beside = [other.mark.start - bar.mark.end for other in lane.bars if other.row == bar.row and other != bar]
            assert not [days for days in beside if 0 <= days < 60]  # as wide as the label


def test_too_many_claims_leave_the_key_dates_a_lane_of_their_own():
    bars = rows_of_stories([mark("a", "s", SHOWN.start)], SHOWN)
    drawn = chart([KeyDate(bars[0], Weighed("s", 1.0, 1, 1, 1, 1, 1))], Dress())
    assert list(drawn.names.values()) == ["Key dates"]
    assert {one.lane for one in drawn.marks} == set(drawn.names)


def labels(page):
    """The labels of the lanes, from top to bottom, without the numbers of sources."""
    return re.findall(r'<span class="label [^>]*>[◂ ]*<bdi>(.*?)</bdi>', said(page))


def test_lanes_of_stories_bear_their_titles_by_time_or_by_weight(app, full):
    assert labels(app(full))[-4:] == ["Putin signs with North Korea", "Missiles sent", "سقط الأسد في كانون الأول/ديسمبر 2024.", "Treaty signed in Moscow"]  # fmt: skip
    page = app(full, order="weight")
    assert set(labels(page)[:2]) == {"Putin signs with North Korea", "Treaty signed in Moscow"}
    assert labels(page)[2] == "سقط الأسد في كانون الأول/ديسمبر 2024."


def test_the_table_comes_by_weight_when_asked(app, full):
    told = list(app(full, order="weight").dataframe[0].value["When"])
    assert told[:3] in (["2025-01-17"] * 3, ["2024", "2024-06", "2024-06"])
    assert told[6:8] == ["2024-12", "2024-12"]
    assert told[-1] == "undated"
    assert next(iter(app(full).dataframe[0].value["When"])) == "-0479-09"


def test_lanes_of_a_language_tell_stories_in_its_own_words(app, full):
    texts = labels(app(full, lanes="language", lang="el"))
    assert [text for text in texts if "Πούτιν" in text]
    assert not [text for text in texts if "Putin" in text]


def test_kinds_are_coloured_when_asked_and_named_beside_the_chart(app, full):
    page = app(full, colour="kind")
    text = said(page)
    colours = {classes.split()[0] for classes in re.findall(r'<i class="bar ([^"]*)"', text)} - {"widest"}
    assert {"kind-1", "kind-2", "kind-other"} <= colours
    assert not colours & set(Status)
    assert '<i class="swatch sure kind-1"></i>Agreement</span>' in text
    assert '<i class="swatch sure kind-other"></i>Other</span>' in text
    assert "sure kind-1" not in said(app(full))
    assert page.query_params["colour"] == "kind"
