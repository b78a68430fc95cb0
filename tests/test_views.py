"""Named views are kept in the library, found by all who open it, and replaced or taken away by their names."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.view import View, read, write
from extract.errors import CorrectionError
from extract.store.library import create_or_open, open_read_only
from extract.store.views import LONGEST_NAME, MOST_VIEWS, NamedView, forget_view, name_view, named_views
from tests import library_factory

NOW = datetime(2025, 1, 17, 12, tzinfo=UTC)


@pytest.fixture
def library(tmp_path):
    library = create_or_open(library_factory.plain(tmp_path / "l.db"))
    yield library
    library.close()


def test_a_view_is_found_by_others_until_it_is_taken_away(library):
    name_view(library, " Iran,  the treaty ", "actor=Iran", NOW)
    other = open_read_only(library.path)
    assert named_views(other) == [NamedView("Iran, the treaty", "actor=Iran", "2025-01-17T12:00:00+00:00")]
    forget_view(library, "Iran, the treaty")
    forget_view(library, "Iran, the treaty")
    assert named_views(other) == []
    other.close()


def test_a_name_is_given_once(library):
    name_view(library, "a", "q=1", NOW)
    name_view(library, "b", "q=2", NOW)
    name_view(library, "a", "q=3", NOW)
    assert [(each.name, each.address) for each in named_views(library)] == [("a", "q=3"), ("b", "q=2")]


@pytest.mark.parametrize("name", ["", "  \n ", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name(library, name):
    with pytest.raises(CorrectionError, match="name of at most"):
        name_view(library, name, "q=1", NOW)
    assert named_views(library) == []


def test_too_many_and_too_long(library):
    with pytest.raises(CorrectionError, match="too many filters"):
        name_view(library, "a", "q=" + "x" * 9_000, NOW)
    for number in range(MOST_VIEWS):
        name_view(library, str(number), "", NOW)
    name_view(library, "0", "q=1", NOW)
    with pytest.raises(CorrectionError, match="take one away first"):
        name_view(library, "one more", "", NOW)


def test_to_name_a_view_changes_no_claim(library):
    before = library.meta("changes")
    name_view(library, "a", "q=1", NOW)
    assert library.meta("changes") == before


@given(st.builds(View, q=st.text(max_size=9), actor=st.lists(st.text(max_size=9), max_size=3, unique=True).map(tuple)))
def test_an_address_leads_back_to_its_view(view):
    if "\x00" not in view.q:
        assert read(write(view)) == view
