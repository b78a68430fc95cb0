"""A source read in place: its text, its dates and its claims."""

import pytest

from extract.store import reading
from extract.store.library import open_read_only


@pytest.fixture(scope="module")
def library(full):
    library = open_read_only(full)
    yield library
    library.close()


def test_every_source_has_a_name(library):
    names = reading.sources(library)
    assert len(names) == 5
    assert names["old"] == "Old times"


@pytest.mark.parametrize(
    ("title", "location", "name"),
    [("T", "a/b.txt", "T"), (None, "a/b.txt", "b.txt"), (None, "b.txt", "b.txt"), ("", "a/", "a"), (None, "/", "/")],
)
def test_a_source_without_a_title_is_called_by_its_file(title, location, name):
    assert reading.called(title, location) == name


def test_mentions_stand_where_they_say(library):
    for source_id in reading.sources(library):
        source = reading.reading(library, source_id)
        for claim in reading.of_source(library, source_id):
            assert source.text[claim.row.char_start : claim.row.char_end] == claim.row.date_text
            start, end = claim.marked
            assert claim.row.sentence[start:end] == claim.row.date_text
        starts = [mention.start for mention in reading.mentions(library, source_id)]
        assert starts == sorted(starts)


def test_a_story_holds_the_claims_of_all_languages(library):
    assert {claim.row.language for claim in reading.of_story(library, "korea")} == {"el", "en", "ar"}


def test_what_is_not_there_is_none(library):
    assert reading.reading(library, "nothing") is None
    assert reading.claim(library, "nothing") is None
    assert reading.mentions(library, "nothing") == []


def test_pages_of_claims_follow_one_another(library):
    every = [claim.row.event_id for claim in reading.claims(library, "1")]
    pages = [
        claim.row.event_id
        for page in range(4)
        for claim in reading.claims(library, "1", tail=f"LIMIT 4 OFFSET {4 * page}")
    ]
    assert pages == every
