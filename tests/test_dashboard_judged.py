"""What people say of claims beside the evidence and in the reader, run without a browser."""

from contextlib import closing

import pytest

from dashboard.judged import changes
from extract.said import Verdict
from extract.store.judged import Judged, rejected
from extract.store.library import open_read_only
from tests.apps import APP, SECONDS, reader_page, said, start
from tests.library_factory import HOSTILE_NAME, HOSTILE_TEXT
from tests.texts import built

TEXTS = {
    "one.txt": "Boris Kovalenko met Anna Petrova in Madrid on 3 March 2024. Kovalenko resigned on 5 March 2024.",
    "two.txt": "Anna Petrova met Boris Kovalenko in Madrid on 3 March 2024.",
    "three.txt": f"The bridge fell in May 2023. Anna Petrova came soon after. {HOSTILE_TEXT}",
}


@pytest.fixture
def library(tmp_path):
    with closing(built(tmp_path, TEXTS)) as library:
        return library.path


def unfolded(page):
    """The page with what is folded beneath the evidence."""
    page.session_state["panel-judged"] = True
    page.run(timeout=SECONDS)
    assert not page.exception
    return page


@pytest.fixture
def app(monkeypatch):
    return lambda library, page=APP, **address: unfolded(start(monkeypatch, page, library, address))


def claims(path):
    """Each claim's story, by words of its headline."""
    library = open_read_only(path)
    return {row.headline: (row.event_id, row.story_id) for row in library.rows()}


def one(path, words):
    (found,) = (ids for headline, ids in claims(path).items() if words in headline)
    return found


def fill(page, beginning, name, value):
    """Type into the field of a form whose key begins and ends so."""
    every = [*page.text_input, *page.text_area, *page.selectbox]
    (field,) = (each for each in every if (each.key or "").startswith(beginning) and each.key.endswith(f"-{name}"))
    field.set_value(value)


def press(page, label):
    next(button for button in page.button if button.label == label).click()
    page.run(timeout=SECONDS)
    assert not page.exception
    return page


def key_dates(page):
    """The claims that date the key dates."""
    return {button.key for button in page.button if (button.key or "").startswith("key-")}


def test_two_claims_are_joined_and_taken_apart_again(app, library):
    event, story = one(library, "resigned")
    other, _ = one(library, "bridge fell")
    page = app(library, event=event)
    assert any("The bridge fell" in option for field in page.selectbox for option in field.options)
    fill(page, "judged-", "other", other)
    fill(page, "judged-", "why", "the same")
    press(page, "Same event")
    assert one(library, "resigned")[1] == one(library, "bridge fell")[1]
    assert "one story now" in said(page)
    assert "the same" in said(page)
    press(page, "Another event")
    assert one(library, "resigned") == (event, story)
    press(page, "Undo")
    assert one(library, "resigned")[1] == one(library, "bridge fell")[1]


def test_what_is_rejected_can_be_found_again_and_taken_back(app, library):
    event, _ = one(library, "bridge fell")
    page = press(app(library, event=event), "No claim")
    assert "A person rejected this claim" in said(page)
    assert "bridge fell" not in "".join(claims(library))
    assert [name for name, _ in rejected(open_read_only(library))] == [event]
    elsewhere = said(app(library, event=one(library, "resigned")[0]))
    assert f"event={event}" in elsewhere
    press(page, "Undo")
    assert one(library, "bridge fell")[0] == event


def test_a_date_is_preferred_only_where_there_are_several_claims(app, library):
    page = app(library, event=one(library, "resigned")[0])
    disabled = {button.label: button.disabled for button in page.button}
    assert (disabled["Prefer its date"], disabled["Another event"], disabled["Undo"]) == (True, True, True)
    assert not disabled["No claim"]


def test_the_date_that_is_preferred_is_the_key_date(app, library):
    event, _ = one(library, "resigned")
    other, _ = one(library, "bridge fell")
    page = app(library, event=event)
    fill(page, "judged-", "other", other)
    press(page, "Same event")
    assert f"key-{event}" in key_dates(page)
    page = press(app(library, event=other), "Prefer its date")
    assert f"key-{other}" in key_dates(page)
    assert f"key-{event}" not in key_dates(page)


def test_nothing_chosen_is_told(app, library):
    page = press(app(library, event=one(library, "resigned")[0]), "Same event")
    assert "Choose the claim" in said(page)


def test_a_claim_is_added_in_the_reader(app, library):
    page = app(library, reader_page, event=one(library, "bridge fell")[0])
    fill(page, "add-", "when", "June 2023")
    fill(page, "add-", "what", f"Petrova sees {HOSTILE_NAME}")
    fill(page, "add-", "quote", "Anna Petrova came soon")
    press(page, "Add")
    assert "on the timeline now" in said(page)
    event, _ = one(library, "Petrova sees")
    assert "2023-06" in [row.edtf for row in open_read_only(library).rows("event_id = ?", [event])]
    assert HOSTILE_NAME not in said(app(library, event=event))


def test_a_claim_that_cannot_be_added_says_why_and_keeps_what_was_typed(app, library):
    page = app(library, reader_page, event=one(library, "bridge fell")[0])
    fill(page, "add-", "when", "soonish")
    fill(page, "add-", "what", "Petrova comes")
    fill(page, "add-", "quote", "Anna Petrova came soon")
    press(page, "Add")
    assert "is no date" in said(page)
    assert "Petrova comes" in [field.value for field in page.text_input]


def test_nothing_that_people_type_is_markup():
    entry = Judged(1, Verdict.JOIN, {"a": "s", "b": "s"}, "<img src=x>", "<b>Eve", "2026-11-22T06:10:00+00:00")
    html = changes([entry], "a")
    assert "<img" not in html
    assert "<b>Eve" not in html
    assert "1 other claim" in html
