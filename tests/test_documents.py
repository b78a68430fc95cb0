"""Documents: what a source is made of, and what is known of it."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from extract.errors import Unreadable
from extract.model import Source
from extract.read.documents import digest, headline, make_source
from extract.read.folders import readable
from extract.read.manifest import Entry, read_manifest
from extract.read.pieces import Text

SEEDS = Path(__file__).parent.parent / "seeds"


def test_what_the_manifest_says_goes_before_what_the_document_says() -> None:
    told = Text("The text.", title="T", publisher="P", url="https://a.org/1", date="2025-01-13", language="en")
    said = Entry(file="a", title="Title", publisher="Paper", url="https://b.org/2", date="2024", language="el")
    ours, theirs = make_source(told, "a.txt", said, 7), make_source(told, "a.txt", read_on=7)
    assert (ours.title, ours.publisher, ours.url, ours.stated_date, ours.stated_language) == (
        "Title", "Paper", "https://b.org/2", "2024", "el"
    )  # fmt: skip
    assert (theirs.title, theirs.publisher, theirs.url, theirs.stated_date, theirs.stated_language) == (
        "T", "P", "https://a.org/1", "2025-01-13", "en"
    )  # fmt: skip
    assert (ours.read_on, ours.page, theirs.page) == (7, "b.org/2", "a.org/1")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (Text("The text.", date="soon"), None),
        (Text("The text.", date="2025-02-30"), None),
        (Text("The text.", date="2025-02"), "2025-02"),
        (Text("The text.", date="2024-03-01T23:30:00+02:00"), "2024-03-01T23:30:00+02:00"),
    ],
)
def test_a_date_that_came_with_a_document_counts_where_it_is_one(told: Text, kept: str | None) -> None:
    source = make_source(replace(told, date_from="its page"), "a.html")
    assert (source.stated_date, source.stated_by) == (kept, "its page" if kept else None)


def test_what_is_no_address_or_language_is_not_known() -> None:
    source = make_source(Text("The text.", url="javascript:alert(1)", language="english"), "a.html")
    assert (source.url, source.page, source.stated_language) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        ("The text.", "A treaty is signed", "A treaty is signed\n\nThe text."),
        ("A treaty is signed\n\nThe text.", "A treaty  is signed", "A treaty is signed\n\nThe text."),
        ("A TREATY IS SIGNED\nThe text.", "A treaty is signed", "A TREATY IS SIGNED\nThe text."),
        ("A treaty is signed in Moscow.", "A treaty is signed", "A treaty is signed\n\nA treaty is signed in Moscow."),
        ("The text.", " ", "The text."),
        ("", "A treaty is signed", "A treaty is signed"),
    ],
)
def test_the_title_stands_at_the_head_of_the_text_once(text: str, title: str, whole: str) -> None:
    assert make_source(Text(text, title=title), "a.html").text == whole


def test_a_ready_made_event_begins_with_its_date() -> None:
    source = make_source(Text("May 2024\n\nA treaty", title="A treaty", happened="2024-05"), "a.csv/row 2")
    assert (source.text, source.title, source.happened) == ("May 2024\n\nA treaty", "A treaty", "2024-05")


def test_texts_that_differ_in_white_space_alone_are_one_source() -> None:
    ids = {
        make_source(Text(text), "a").source_id
        for text in ("One text. Two.", "One text.\n\n  Two.\n", "One\ttext. Two.")
    }
    assert len(ids) == 1
    assert make_source(Text("One text. Too."), "a").source_id not in ids


def test_litter_alone_is_no_text() -> None:
    with pytest.raises(Unreadable, match=r"in/a\.md holds no text"):
        make_source(Text("[ad_1]\n|\n"), "in/a.md")


def test_the_seeds() -> None:
    stated = read_manifest(SEEDS / "seeds.toml")
    sources = [make_source(Text(path.read_text("utf-8")), path.name, entry) for path, entry in stated.items()]
    assert [source.title for source in sources] == [entry.title for entry in stated.values()]
    assert [headline(source.text) for source in sources] == [None] * 4 + [sources[4].title]
    assert {(s.publisher, s.url, s.stated_date, s.stated_language) for s in sources} == {(None,) * 4}
    for source in sources:
        assert source.source_id == hashlib.sha256(" ".join(source.text.split()).encode()).hexdigest()[:16]


def test_digest_changes_with_all_that_was_given_and_with_nothing_else() -> None:
    source = make_source(Text("One text."), "a.txt")
    changed = [
        replace(source, raw="Other"),
        replace(source, title="T"),
        replace(source, publisher="T"),
        replace(source, url="T"),
        replace(source, stated_date="T"),
        replace(source, stated_by="T"),
        replace(source, stated_language="T"),
        replace(source, happened="T"),
    ]
    assert len({digest(each) for each in (source, *changed)}) == len(changed) + 1
    same: list[Source] = [replace(source, location="b.txt"), replace(source, read_on=5)]
    assert {digest(each) for each in same} == {digest(source)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A treaty is signed\n\nThe text of the article.", "A treaty is signed"),
        ("A treaty is signed\nThe text of the article, which is a good deal longer.", "A treaty is signed"),
        ("  Is a treaty signed?\n\nThe text.", "Is a treaty signed?"),
        ("Russia and Iran have unveiled plans to sign a\ntreaty on Friday when the President visits.", None),
        ("The treaty is signed.\n\nThe text.", None),
        ("The treaty is signed.”\n\nThe text.", None),
        ("Athens\n\nThe text.", None),
        ("A treaty is signed", None),
        ("word " * 40 + "\n\nThe text.", None),
    ],
)
def test_headlines(text: str, title: str | None) -> None:
    assert headline(text) == title


def test_a_name_that_is_no_utf8() -> None:
    shown = readable(Path(os.fsdecode(b"in/\xff.txt")))
    assert shown == "in/\\udcff.txt"
    assert shown.encode()
