"""The button Export on every page: which claims it offers, how many these are, and that the file has just them."""

import re
from datetime import UTC, datetime

import pytest

from dashboard import download
from dashboard.view import View
from extract.export.form import Format
from extract.export.selection import Said
from extract.store.library import create_or_open
from tests.apps import (
    APP,
    actors_page,
    compare_page,
    dates_page,
    reader_page,
    said,
    sources_page,
    start,
)
from tests.library_factory import HOSTILE_NAME

ON_SCREEN, WHOLE = "what is filtered, as it stands on the screen.", "of the whole library."
SOURCE, ACTOR, READ = (
    "of the source that is chosen.",
    "of the actor who is chosen.",
    "of this source.",
)
IRAN = View(actor=("Iran",))
ENGLISH = View(src=("en",))


@pytest.fixture
def offered(monkeypatch):
    """What the button says on a page, and of which view it makes a file; none where there is no button."""
    views = []
    make = download._said
    monkeypatch.setattr(download, "_said", lambda view: views.append(view) or make(view))

    def run(script, library, **address):
        page = start(monkeypatch, script, library, address)
        told = re.findall(r'<p class="from">(\S+ claims?):? (of .*?|what is .*?)</p>', said(page))
        return told, views

    return run


@pytest.mark.parametrize(
    ("script", "address", "claims", "which", "view"),
    [
        (APP, {}, "16 claims", ON_SCREEN, View()),
        (APP, {"actor": "Iran"}, "5 claims", ON_SCREEN, IRAN),
        (compare_page, {"src": "en"}, "5 claims", ON_SCREEN, ENGLISH),
        (dates_page, {"src": "en"}, "5 claims", ON_SCREEN, ENGLISH),
        (sources_page, {}, "16 claims", WHOLE, View()),
        (sources_page, {"source": "en"}, "5 claims", SOURCE, ENGLISH),
        (sources_page, {"source": "hostile"}, "1 claim", SOURCE, View(src=("hostile",))),
        (sources_page, {"source": "nowhere"}, "16 claims", WHOLE, View()),
        (actors_page, {}, "16 claims", WHOLE, View()),
        (actors_page, {"actor": "Iran"}, "5 claims", ACTOR, IRAN),
        (actors_page, {"actor": "<b>"}, "16 claims", WHOLE, View()),
        (reader_page, {"source": "ar"}, "3 claims", READ, View(src=("ar",))),
        (reader_page, {"event": "en.2"}, "5 claims", READ, ENGLISH),
    ],
)
def test_each_page_offers_the_claims_that_it_shows(offered, full, script, address, claims, which, view):
    told, views = offered(script, full, **address)
    assert told == [(claims, which)]
    assert {name: getattr(each, name) for each in views for name in ("src", "actor")} == {
        "src": view.src,
        "actor": view.actor,
    }


@pytest.mark.parametrize("script", [sources_page, actors_page, reader_page])
def test_an_empty_library_offers_no_file(offered, tmp_path, script):
    create_or_open(tmp_path / "empty.db").close()
    told, views = offered(script, tmp_path / "empty.db")
    assert not told
    assert not views


@pytest.mark.parametrize(
    ("view", "events"),
    [
        (ENGLISH, ["en.4", "en.3", "en.1", "en.2", "en.0"]),
        (View(src=("ar",)), ["ar.1", "ar.2", "ar.0"]),
        (View(actor=(HOSTILE_NAME,)), ["hostile.0"]),
    ],
)
def test_the_file_has_just_these(full, view, events):
    told = Said(moment=datetime(2026, 11, 22, tzinfo=UTC), address="", reader="", language="en")
    lines = download.made(full, view.filters, told, Format.JSONL).decode().splitlines()
    assert [re.search(r'"event_id": ?"(.*?)"', line)[1] for line in lines] == events


@pytest.mark.parametrize(
    ("view", "parameters"), [(ENGLISH, "src=en"), (View(actor=(HOSTILE_NAME,)), "actor=%21%5Bx%5D%28http")]
)
def test_the_file_says_where_its_view_is_seen(view, parameters):
    assert download._said(view).address.startswith(f"http://127.0.0.1:8501/?{parameters}")
