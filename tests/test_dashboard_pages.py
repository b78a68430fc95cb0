"""Each page, run without a browser: what it says of full, empty, missing, broken and foreign libraries."""

import re
import shutil
import sqlite3

import pytest

from extract.label import ISOLATE, ISOLATE_END
from extract.store.library import create_or_open
from tests import library_factory
from tests.apps import APP, reader_page, said, start


@pytest.fixture
def app(monkeypatch):
    def run(library, page="timeline", **address):
        return start(monkeypatch, APP if page == "timeline" else reader_page, library, address)

    return run


def pills(app, label):
    return next(group for group in app.button_group if group.label == label)


def offered(app, label):
    return [pill.content.replace(ISOLATE, "").replace(ISOLATE_END, "") for pill in pills(app, label).proto.options]


def test_the_timeline_counts_and_explains(app, full):
    page = app(full)
    text = said(page)
    assert "5 sources · 3 languages · 16 claims, 1 undated" in text
    assert "Why this date" in text
    assert len(page.get("plotly_chart")) == 1
    assert 'aria-label="Timeline of 15 dated claims' in text
    assert len(page.dataframe[0].value) == 16


def test_filters_narrow_everything_and_the_address_follows(app, full):
    page = app(full)
    pills(page, "Actor").set_value(["Iran"]).run()
    pills(page, "Language").set_value(["en"]).run()
    assert not page.exception
    assert "3 of 16 claims" in said(page)
    assert len(page.dataframe[0].value) == 3
    assert page.query_params == {"actor": "Iran", "lang": "en"}


def test_the_kinds_of_the_library_are_offered_in_the_order_of_their_scheme(app, full):
    assert offered(app(full), "Kind") == ["Agreement 6", "Aid 1", "Dispute 1", "War 3", "Other 5"]


def test_kinds_count_what_the_other_filters_leave(app, full):
    page = app(full, lang="el", kind="war")
    assert offered(page, "Kind") == ["Agreement 2", "Aid 0", "Dispute 0", "War 1", "Other 1"]
    assert [pill.content[-2:] for pill in pills(page, "Language").proto.options] == [" 1", " 1", " 1"]


def test_a_kind_narrows_everything_and_the_address_follows(app, full):
    page = app(full)
    pills(page, "Kind").set_value(["war", "aid"]).run()
    assert "4 of 16 claims" in said(page)
    assert list(page.dataframe[0].value["Kind"]) == ["War", "Aid", "War", "War"]
    assert page.query_params == {"kind": ["war", "aid"]}
    pills(page, "Language").set_value(["en"]).run()
    assert "2 of 16 claims" in said(page)
    assert pills(page, "Kind").value == ["war", "aid"]


def test_the_table_leaves_out_the_kind_that_nothing_tells(app, full):
    kinds = list(app(full).dataframe[0].value["Kind"])
    assert kinds.count("") == 5
    assert kinds.count("Agreement") == 6


def test_lanes_of_kinds_are_named_by_their_labels_and_other_comes_last(app, full):
    names = re.findall(r'<p class="lane"><bdi>(\w+)</bdi></p>', said(app(full, lanes="kind")))
    assert names == ["Agreement", "War", "Aid", "Dispute", "Other"]


def test_what_is_typed_before_the_address_has_followed_is_kept(app, full):
    page = app(full)
    page.text_input(key="since").set_value("500 BCE").run()
    page.query_params.clear()  # a slow browser sends the old address along with the next thing typed
    page.text_input(key="until").set_value("401 BCE").run()
    assert "1 of 16 claims" in said(page)
    assert page.query_params == {"since": "500 BCE", "until": "401 BCE"}


def test_the_oldest_address_may_come_back_with_whatever_is_typed_next(app, full):
    page = app(full, lang="en")
    for key, words in (("since", "500 BCE"), ("until", "401 BCE"), ("q", "Xerxes")):
        page.query_params.clear()
        page.query_params["lang"] = "en"
        page.text_input(key=key).set_value(words).run()
    assert page.query_params == {"lang": "en", "since": "500 BCE", "until": "401 BCE", "q": "Xerxes"}


def test_a_view_kept_from_another_page_outlives_an_address_that_does_not_name_it_yet(app, full):
    page = app(full, lang="en")
    page.session_state["page"] = "compare"
    for kind in (["war"], ["war", "aid"]):
        page.query_params.clear()  # who goes to a page by its name comes without an address
        pills(page, "Kind").set_value(kind).run()
    assert page.query_params == {"lang": "en", "kind": ["war", "aid"]}


def test_going_back_is_no_typing(app, full):
    page = app(full)
    page.text_input(key="since").set_value("500 BCE").run()
    page.query_params.clear()
    page.run()
    assert page.text_input(key="since").value == ""


def test_an_address_is_a_view(app, full):
    page = app(full, lang="el", lanes="language", event="el.1", since="2024-06", until="2024-06")
    assert "1 of 16 claims" in said(page)
    assert "Τον περασμένο Ιούνιο</mark>" in said(page)
    assert "June 2024" in said(page)
    assert page.text_input(key="since").value == "2024-06"


def test_the_panel_shows_the_story_of_all_languages(app, full):
    text = said(app(full, event="ar.1"))
    assert "3 sources, 3 languages" in text
    assert '<blockquote dir="auto" lang="ar">' in text
    assert "<mark>العام الماضي</mark>" in text
    assert "<mark>June 2024</mark>" in text
    assert '/reader?event=el.1"' in text
    assert "1 year before the one of writing; written January 2025; so 2024." in text


def test_a_chosen_claim_stays_when_the_filters_leave_it_out(app, full):
    text = said(app(full, lang="el", event="en.2"))
    assert "Outside the filters" in text
    assert "Missiles sent" in text


def test_the_tray_says_why_a_claim_has_no_date(app, full):
    text = said(app(full))
    assert "when the text was written is not known" in text
    assert "<mark>μια Τρίτη</mark>" in text


def test_words_that_nothing_holds(app, full):
    page = app(full, q="nobodyelse")
    assert "No dated claim is left" in said(page)
    page.button(key="everything").click().run()
    assert "16 claims" in said(page)
    assert page.query_params == {}


@pytest.mark.parametrize("bound", ["soon", "2024-13", "<script>"])
def test_a_bound_that_is_no_date_is_named(app, full, bound):
    text = said(app(full, since=bound))
    assert "is no date" in text
    assert "<script>" not in text


@pytest.mark.parametrize("lanes", ["actor", "kind", "language", "source", "story", "nonsense"])
def test_every_kind_of_lane_is_drawn(app, full, lanes):
    text = said(app(full, lanes=lanes))
    assert re.search(r"Timeline of \d+ dated claims", text)
    assert ('<p class="lane">' in text) == (lanes not in ("story", "nonsense"))


def test_what_the_library_does_not_know_is_left_out_of_an_address(app, full):
    page = app(full, actor="Nobody", kind="odd", lang="xx", status="odd", time="odd", event="none")
    assert "16 claims" in said(page)
    assert "holds no claim" in said(page)


def test_earlier_and_later_walk_through_the_claims(app, full):
    page = app(full, event="old.0")
    assert page.button(key="Earlier").disabled
    page.button(key="Later").click().run()
    assert page.query_params["event"] == "old.1"


def test_a_window_before_year_1(app, full):
    assert "1 of 16 claims" in said(app(full, since="500 BCE", until="-0400"))


def test_crowded_lanes_become_counts(app, tmp_path):
    library = library_factory.crowded(tmp_path / "crowd.db", 2_100)
    page = app(library, lanes="actor")
    assert "Timeline of 6 dated claims" in said(page)
    assert "Counts over time in" in said(page)
    assert len(page.dataframe[0].value) == 100


def test_the_reader_marks_every_date(app, full):
    page = app(full, "reader")
    page.selectbox(key="source").set_value("en").run()
    text = said(page)
    assert "Written January 2025, inferred" in text
    assert text.count("<mark title=") == 5
    assert text.count('<mark class="actor" title="Iran">Iran</mark>') == 1
    assert "5 claims" in text
    assert page.query_params == {"source": "en"}


def test_the_reader_goes_from_claim_to_claim_in_the_order_of_the_text(app, full):
    page = app(full, "reader", source="en")
    for claim, place in (("en.0", 1), ("en.1", 2), ("en.2", 3)):
        page.button(key="reader-next").click().run()
        assert page.query_params == {"event": claim}
        assert f"Claim {place} of 5" in said(page)
    assert "Missiles sent</h2>" in said(page)
    page.button(key="reader-previous").click().run()
    assert page.query_params == {"event": "en.1"}
    last = app(full, "reader", event="en.4")
    assert last.button(key="reader-next").disabled
    assert not last.button(key="reader-previous").disabled


def test_hostile_text_is_only_text(app, full):
    for text in (said(app(full, event="hostile.0")), said(app(full, "reader", source="hostile"))):
        assert "<img" not in text
        assert "<script>window" not in text
        assert 'href="javascript' not in text


def test_an_empty_library_says_how_to_fill_it(app, tmp_path):
    create_or_open(tmp_path / "empty.db").close()
    assert "python -m extract build" in said(app(tmp_path / "empty.db"))
    assert "no source yet" in said(app(tmp_path / "empty.db", "reader"))


def test_a_missing_library_says_how_to_make_one(app, tmp_path):
    assert "There is no library at" in said(app(tmp_path / "none.db"))


def test_a_broken_library_is_a_sentence(app, tmp_path):
    (tmp_path / "broken.db").write_bytes(b"no library at all" * 500)
    assert "cannot be used as a library" in said(app(tmp_path / "broken.db"))


def test_a_foreign_database_is_a_sentence(app, tmp_path):
    with sqlite3.connect(tmp_path / "foreign.db") as foreign:
        foreign.execute("CREATE TABLE t (x)")
    foreign.close()
    assert "no Dateline library" in said(app(tmp_path / "foreign.db"))


def test_a_library_of_another_version_is_a_sentence(app, full, tmp_path):
    other = tmp_path / "other.db"
    shutil.copy(full, other)
    with sqlite3.connect(other) as changed:
        changed.execute("UPDATE meta SET value = '0' WHERE key = 'version'")
    changed.close()
    assert "of version 0" in said(app(other))


def test_a_library_that_grows_is_shown_as_it_is(app, tmp_path):
    library = library_factory.plain(tmp_path / "growing.db")
    page = app(library)
    assert "12 claims" in said(page)
    writer = create_or_open(library)
    with writer.writing():
        writer.put(library_factory.old_times(), "digest")
        page.run()
        assert not page.exception
        assert "12 claims" in said(page)  # nothing half-written is seen
    writer.close()
    page.run()
    assert "15 claims" in said(page)
