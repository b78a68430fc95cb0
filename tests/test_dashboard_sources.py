"""The sources page and the control on it and in the reader, run without a browser."""

from contextlib import closing
from datetime import UTC, datetime

import pytest

from dashboard import say
from dashboard.listed import Which, found
from dashboard.rows import PAGE, choice
from dashboard.sources import frame
from extract import redate
from extract.by import by
from extract.reason import Reason, kept_all
from extract.redate import Deed
from extract.store.corrections import history
from extract.store.library import create_or_open, open_read_only
from extract.store.shelf import shelf, shelved
from tests import library_factory
from tests.apps import SECONDS, reader_page, said, sources_page, start
from tests.texts import built

GREEK = "Ο Όλαφ Σολτς παραιτήθηκε τον περασμένο Ιούνιο.\n\nΤο 1999 δεν έγινε τίποτα τέτοιο στη Γερμανία."
ARABIC = "استقال أولاف شولتس في يونيو الماضي، ولم يحدث شيء من هذا القبيل في عام 1999."
HOSTILE = f"{library_factory.HOSTILE_NAME}\n\n{library_factory.HOSTILE_TEXT}"


@pytest.fixture
def library(tmp_path):
    about = '[[source]]\nfile = "el.txt"\ntitle = "Παραίτηση"\npublisher = "Η Καθημερινή"\n'
    texts = {"el.txt": GREEK, "ar.txt": ARABIC, "hostile.txt": HOSTILE, "about.toml": about}
    with closing(built(tmp_path, texts)) as library:
        return library.path


@pytest.fixture
def app(monkeypatch):
    def run(library, page="sources", **address):
        return start(monkeypatch, sources_page if page == "sources" else reader_page, library, address)

    return run


def ids(path):
    library = open_read_only(path)
    held = {source.location.rpartition("/")[2]: source.source_id for source in shelf(library)}
    library.close()
    return held


def log(path, source_id):
    library = open_read_only(path)
    entries = history(library, source_id)
    library.close()
    return entries


def press(app, source_id, what, date="", why="", who=""):
    for name, value in (("date", date), ("why", why)):
        app.text_input(key=f"written-{source_id}-{name}").set_value(value)
    if who:
        app.text_input(key=f"written-{source_id}-who").set_value(who)
    app.button(key=f"written-{source_id}-{what}").click().run(timeout=SECONDS)
    assert not app.exception
    return app


def test_every_source_is_a_row(app, library):
    page = app(library)
    table = page.dataframe[0].value
    assert "3 sources · 0 with doubts · 3 without a date" in said(page)
    assert list(table["Written"]) == ["nobody knows when"] * 3
    greek = table[table["Title"] == "Παραίτηση"].iloc[0]
    assert (greek["Publisher"], greek["Known"], greek["Claims"], greek["Undated"]) == ("Η Καθημερινή", "unknown", 2, 1)
    assert greek["Reader"] == f"/reader?source={ids(library)['el.txt']}"
    assert "Choose a row" in said(page)


@pytest.mark.parametrize("page", ["sources", "reader"])
def test_a_date_is_set_at_once_and_taken_back(app, library, page):
    source = ids(library)["el.txt"]
    shown = app(library, page, source=source)
    assert "nothing tells when it was written" in said(shown)
    press(shown, source, Deed.SET, "13 Ιανουαρίου 2025", "το ευρετήριο", "Μαρία")
    assert "1 of 2 claims moved." in said(shown)
    assert "Monday 13 January 2025" in said(shown)
    assert "as a person says" in said(shown)
    assert '<q class="source" dir="auto">το ευρετήριο</q>' in said(shown)
    assert shown.text_input(key=f"written-{source}-date").value == ""
    assert shown.text_input(key=f"written-{source}-who").value == "Μαρία"
    press(shown, source, Deed.UNDO)
    assert "took back the change before" in said(shown)
    assert "<s>set it to Monday 13 January 2025" in said(shown)
    assert shown.button(key=f"written-{source}-clear").disabled
    press(shown, source, Deed.UNDO)
    press(shown, source, Deed.CLEAR)
    assert "went back to the evidence" in said(shown)
    assert [entry.who for entry in log(library, source)] == ["Μαρία"] * 4


def test_the_reader_says_when_it_was_written_and_why(app, library):
    source = ids(library)["el.txt"]
    shown = press(app(library, "reader", source=source), source, Deed.SET, "2025-01-13", "the index", "Maria")
    assert "Written Monday 13 January 2025, as a person says: <bdi>Maria</bdi> set it on " in said(shown)
    press(shown, source, Deed.SET, "unknown")
    assert "Nobody knows when, as a person says: <bdi>Maria</bdi> said that nobody knows on " in said(shown)


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("soon", "&#x27;soon&#x27; is no date: write 2025-01-13"),
        ("2031", "2031 cannot be"),
        ("<img src=x>", "is no date"),
    ],
)
def test_a_bad_date_is_told_and_kept_to_be_mended(app, library, date, told):
    source = ids(library)["el.txt"]
    shown = press(app(library, source=source), source, Deed.SET, date, "why")
    assert told in said(shown)
    assert "<img" not in said(shown)
    assert shown.text_input(key=f"written-{source}-date").value == date
    assert log(library, source) == []


def test_what_is_said_of_one_source_is_not_shown_with_another(app, library):
    held = ids(library)
    shown = press(app(library, source=held["el.txt"]), held["el.txt"], Deed.SET, "soon")
    shown.query_params["source"] = held["ar.txt"]
    shown.run(timeout=SECONDS)
    assert "is no date" not in said(shown)
    assert shown.text_input(key=f"written-{held['ar.txt']}-date").value == ""


def test_a_busy_library_is_told(app, library, monkeypatch):
    monkeypatch.setattr(say, "PATIENCE", 0.0)
    source = ids(library)["el.txt"]
    shown = app(library, source=source)
    writer = create_or_open(library)
    with writer.writing():
        press(shown, source, Deed.SET, "2025")
    writer.close()
    assert "Another program is writing to it: try again when that is done." in said(shown)
    assert log(library, source) == []


def test_a_library_that_is_gone_is_told(app, library):
    source = ids(library)["el.txt"]
    shown = app(library, source=source)
    for file in library.parent.glob("library.db*"):
        file.unlink()
    press(shown, source, Deed.SET, "2025")
    assert "There is no library at" in said(shown)
    assert not library.exists()


def test_right_to_left_titles_keep_to_their_own_side(app, library):
    source = ids(library)["ar.txt"]
    assert '<h2 dir="auto" lang="ar">' in said(app(library, source=source))
    assert '<h2 class="title" dir="auto" lang="ar">' in said(app(library, "reader", source=source))


@pytest.mark.parametrize("page", ["sources", "reader"])
def test_hostile_words_are_only_text(app, library, page):
    source = ids(library)["hostile.txt"]
    shown = app(library, page, source=source)
    press(shown, source, Deed.SET, "2025", "<script>window.hacked=1</script>", "<b>x</b>")
    assert "&lt;script&gt;window.hacked" in said(shown)
    for text in (said(shown), *(element.value for element in shown.markdown)):
        assert "<script>window" not in text
        assert "<b>x" not in text
        assert "<img" not in text


def test_an_address_without_such_a_source_says_so(app, library):
    assert "holds no source <bdi>nowhere</bdi>" in said(app(library, source="nowhere"))


def test_an_empty_library_has_no_sources(app, tmp_path):
    create_or_open(tmp_path / "empty.db").close()
    assert "no source yet" in said(app(tmp_path / "empty.db"))


def test_doubts_are_flagged_and_told(app, library):
    source = ids(library)["el.txt"]
    writer = create_or_open(library)
    with writer.writing():
        writer.connection.execute(
            "UPDATE sources SET source_date_doubts = ? WHERE source_id = ?",
            (kept_all([Reason("address", {"part": "<b>2024</b>"})]), source),
        )
    writer.close()
    shown = app(library, source=source)
    assert list(shown.dataframe[0].value["Doubts"]).count("\u2691 1") == 1
    assert "<li>its address says “<bdi>&lt;b&gt;2024&lt;/b&gt;</bdi>”</li>" in said(shown)
    assert "1 with doubts" in said(shown)


def test_sources_are_found_by_words_of_any_script_and_by_kind(library):
    opened = create_or_open(library)

    def names(words="", which=Which.ALL):
        return {source.location.rpartition("/")[2] for source in found(opened, words, which)}

    redate.change(opened, ids(library)["el.txt"], Deed.SET, "2025", by("", "", datetime(2026, 11, 22, tzinfo=UTC)))
    assert names("παραιτηση") == names("καθημερινη el.txt") == names(which=Which.CORRECTED) == {"el.txt"}
    assert names("nothing") == names(which=Which.DOUBTED) == set()
    assert names(which=Which.UNKNOWN) == {"ar.txt", "hostile.txt"}
    assert len(names()) == 3


def test_ten_thousand_sources_come_page_by_page(app, tmp_path):
    documents = (
        library_factory.document(f"s{number:05}", "en", "Nothing.", [], title=f"Number {number}")
        for number in range(10_000)
    )
    path = library_factory.build(tmp_path / "large.db", documents)
    page = app(path, source="s07300")
    table = page.dataframe[0].value
    assert len(table) == PAGE
    assert "Number 7300" in list(table["Title"])
    assert "10,000 sources" in said(page)
    assert "Number 7300</h2>" in said(page)


def test_a_row_is_known_by_its_id():
    assert choice({"selection": {"rows": [1]}}, ["a", "b"]) == "b"
    assert choice({"selection": {"rows": []}}, ["a", "b"]) is None
    assert choice({"selection": {"rows": [2]}}, ["a", "b"]) is None


def test_titles_in_the_table_steer_nothing(library):
    opened = open_read_only(library)
    table = frame([shelved(opened, ids(library)["hostile.txt"])])
    opened.close()
    assert "\u202e" not in table["Title"][0]
