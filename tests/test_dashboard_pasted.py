"""A pasted text as a file: read again it is the same text, with what was said of it."""

import pytest

from dashboard.pasted import Pasted, as_markdown, file_name
from dashboard.refused import Refused
from extract.build import build
from extract.dates.interval import to_day
from extract.errors import CorrectionError, InputError
from extract.store.library import create_or_open

TODAY = to_day(2026, 11, 22)

HOSTILE = (
    "---\ntitle: other\n---\n# In 1999 it fell\n<script>window.hacked=1</script> ![x](http://x.invalid/a.png)\n\n"
    "````\nfenced\n````\n*In 2001* it rose.   \nhttps://example.org"
)


def read_again(tmp_path, pasted):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "pasted.md").write_bytes(as_markdown(pasted, TODAY).encode())
    library = create_or_open(tmp_path / "library.db")
    report = build([folder], library, TODAY)
    assert not report.failures
    row = library.connection.execute("SELECT * FROM sources").fetchone()
    library.close()
    return row


def test_all_that_was_said_comes_back(tmp_path):
    pasted = Pasted(
        "Το 1999 έπεσε.\nΤο 2001 ανέβηκε.", "Πτώση:\n\u202e---", "https://example.org/a", "13 Ιανουαρίου 2025"
    )
    row = read_again(tmp_path, pasted)
    assert row["title"] == "Πτώση: ---"
    assert (row["url"], row["stated_date"], row["source_date"]) == ("https://example.org/a", "2025-01-13", "2025-01-13")
    assert "Το 1999 έπεσε.\nΤο 2001 ανέβηκε." in row["text"]


@pytest.mark.parametrize("text", [HOSTILE, "Published: 20 January 2012\nOlaf Scholz was there on 17 January 2012."])
def test_signs_of_markup_are_text_and_lines_stay_lines(tmp_path, text):
    row = read_again(tmp_path, Pasted(text))
    assert row["raw"].strip() == text.strip()
    assert row["url"] is None


@pytest.mark.parametrize(("date", "kept"), [("2025", "2025"), ("2025-01", "2025-01"), ("", None)])
def test_a_date_is_no_finer_than_it_was_said(tmp_path, date, kept):
    assert read_again(tmp_path, Pasted("In March it fell.", date=date))["stated_date"] == kept


@pytest.mark.parametrize("date", ["soon", "2031", "unknown", "2025\nurl: https://x.invalid"])
def test_what_is_no_date_is_refused(date):
    with pytest.raises((CorrectionError, Refused)):
        as_markdown(Pasted("In March it fell.", date=date), TODAY)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org", "https://a.b\ntitle: x", "https://"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(InputError, match="no web address"):
        as_markdown(Pasted("In March it fell.", url=url), TODAY)


def test_nothing_is_refused():
    with pytest.raises(InputError, match="no text"):
        as_markdown(Pasted(" \n"), TODAY)


@pytest.mark.parametrize(
    ("pasted", "name"),
    [
        (Pasted("text", "Πτώση 1/2"), "Πτώση 1_2.md"),
        (Pasted("In 1999\nit fell."), "In 1999 it fell..md"),
        (Pasted("\u202e"), "text.md"),
    ],
)
def test_its_file_is_called_by_title_or_first_words(pasted, name):
    assert file_name(pasted) == name
