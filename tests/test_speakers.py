"""Who tells a story, and in whose words it is told."""

import pytest

from extract.store.library import open_read_only
from extract.store.reading import of_stories, of_story
from extract.table.filters import Filters
from extract.table.speakers import speakers
from tests import tables

SIGNING = (("treaty", "en.0"), ("korea", "en.1"))


@pytest.fixture(scope="module")
def treaty(full):
    library = open_read_only(full)
    yield tables.table_of(library)
    library.close()


@pytest.fixture(scope="module")
def fall(disputed):
    library = open_read_only(disputed)
    yield tables.table_of(library)
    library.close()


def test_all_sources_and_languages_and_a_quote_of_each_language(treaty):
    told = speakers(treaty, Filters(), SIGNING, 3)
    assert set(told) == {"treaty", "korea"}
    korea = told["korea"]
    assert (set(korea.sources), set(korea.languages)) == ({"el", "en", "ar"}, {"el", "en", "ar"})
    assert korea.quotes == ("en.1", "el.1", "ar.1")  # the year that holds June comes after June
    assert (korea.is_disputed, korea.claims) == (False, 3)


def test_the_claim_that_dates_it_comes_first_and_so_many_at_most(treaty):
    assert speakers(treaty, Filters(), (("korea", "ar.1"),), 2)["korea"].quotes == ("ar.1", "el.1")
    assert speakers(treaty, Filters(), (("korea", "ar.1"),), 1)["korea"].quotes == ("ar.1",)


def test_quotes_are_of_what_is_filtered_and_tellers_are_all(treaty):
    told = speakers(treaty, Filters(languages=("el",)), (("korea", "el.1"),), 3)["korea"]
    assert told.quotes == ("el.1",)
    assert set(told.languages) == {"el", "en", "ar"}


def test_what_conflicts_is_quoted_before_what_is_vaguer(fall):
    told = speakers(fall, Filters(), (("fall", "a.0"),), 3)["fall"]
    assert told.quotes == ("a.0", "e.0", "d.0")
    assert told.is_disputed
    assert told.claims == 6


def test_stories_that_are_gone_are_left_out(treaty):
    assert speakers(treaty, Filters(), (("gone", "en.0"),), 2) == {}
    assert speakers(treaty, Filters(), (), 2) == {}


def test_claims_of_several_stories_are_those_of_each(treaty):
    every = of_stories(treaty.library, ["korea", "treaty", "gone"])
    assert every == {story: of_story(treaty.library, story) for story in ("korea", "treaty", "gone")}
