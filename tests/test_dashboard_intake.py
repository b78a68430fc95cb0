"""Documents come in by the sources page, go and come back, run without a browser; the builds are real ones."""

import csv
import io

import pytest
from streamlit import config

from dashboard import failures, say
from dashboard.given import near, path_of
from dashboard.kept import folder_of
from dashboard.listed import Which
from dashboard.running import ROOT
from dashboard.under_way import builds
from extract.build import build
from extract.dates.interval import to_day
from extract.errors import InputError, Unreadable
from extract.store.library import create_or_open, open_read_only
from extract.store.readings import note_failure
from extract.store.removed import removed_sources
from extract.store.shelf import shelf
from tests import library_factory
from tests.apps import SECONDS, said, start

GREEK = "Ο Όλαφ Σολτς παραιτήθηκε τον Ιούνιο του 2024."
ARABIC = "استقال أولاف شولتس في يونيو 2024 في برلين."
DONE = '<p class="done" role="status">Sources: '


def sources_page():
    from dashboard import sources  # noqa: PLC0415 - runs as a script
    from dashboard.pages import with_library  # noqa: PLC0415

    with_library(sources.show, sources.begin)()


@pytest.fixture
def open_page(monkeypatch):
    return lambda library, **address: start(monkeypatch, sources_page, library, address)


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "el.txt").write_text(GREEK, encoding="utf-8")
    (folder / "ar.txt").write_text(ARABIC, encoding="utf-8")
    opened = create_or_open(tmp_path / "library.db")
    build([folder], opened, to_day(2026, 11, 21))
    opened.close()
    return tmp_path / "library.db"


def press(page, button):
    page.button(key=button).click().run(timeout=SECONDS)
    assert not page.exception
    return page


def is_read(page, library):
    """Wait for the build that was started, and look again."""
    assert builds().of(library).wait(SECONDS)
    page.run(timeout=SECONDS)
    assert not page.exception
    return page


def held(library):
    opened = open_read_only(library)
    found = {source.location.rpartition("/")[2]: source for source in shelf(opened)}
    opened.close()
    return found


def test_the_first_files_make_the_library(open_page, tmp_path):
    library = tmp_path / "library.db"
    page = open_page(library)
    assert "There is no library at" in said(page)
    page.file_uploader[0].set_value(
        [
            ("رسالة.txt", ARABIC.encode(), "text/plain"),
            ("../../x.txt", GREEK.encode(), "text/plain"),
            ("<img src=x>\u202egnp.pdf", b"%PDF", "application/pdf"),
        ]
    )
    press(page, "intake-take-files")
    assert page.button(key="build-stop").label == "Stop"
    is_read(page, library)
    assert f"{DONE}2 new" in said(page)
    assert "2 sources · 0 with doubts · 2 without a date · 1 failure" in said(page)
    assert "<img" not in said(page)
    assert sorted(path.name for path in folder_of(library).iterdir()) == ["_img src=x_gnp.pdf", "x.txt", "رسالة.txt"]
    assert list(page.dataframe[0].value["Language"]) == ["Ελληνικά", "العربية"]
    page.segmented_control(key="shelf-which").set_value(Which.FAILURES).run(timeout=SECONDS)
    assert list(page.dataframe[0].value["Where"]) == [f"{folder_of(library)}/_img src=x_gnp.pdf"]
    assert not page.file_uploader[0].value


def test_a_pasted_text_is_kept_and_read(open_page, library):
    page = open_page(library)
    for name, text in (("text", "It fell <b>yesterday</b>."), ("title", "Fall"), ("date", "soon")):
        (page.text_area if name == "text" else page.text_input)(key=f"intake-{name}").set_value(text)
    press(page, "intake-take-text")
    assert "&#x27;soon&#x27; is no date" in said(page)
    assert page.text_area(key="intake-text").value == "It fell <b>yesterday</b>."
    assert builds().of(library) is None
    page.text_input(key="intake-date").set_value("13 January 2025")
    is_read(press(page, "intake-take-text"), library)
    assert f"{DONE}1 new" in said(page)
    assert page.text_area(key="intake-text").value == ""
    assert held(library)["Fall.md"].start == to_day(2025, 1, 13)
    assert (folder_of(library) / "Fall.md").is_file()
    page.segmented_control(key="shelf-which").set_value(Which.LAST).run(timeout=SECONDS)
    assert list(page.dataframe[0].value["Title"]) == ["Fall"]


def test_a_folder_is_read_by_its_path(open_page, library):
    more = library.parent / "more"
    more.mkdir()
    (more / "en.txt").write_text("On 3 March 2024 it fell.", encoding="utf-8")
    page = open_page(library)
    page.text_input(key="intake-path").set_value(f" '{more}' ")
    is_read(press(page, "intake-take-path"), library)
    assert "en.txt" in held(library)
    assert page.text_input(key="intake-path").value == ""


@pytest.mark.parametrize("typed", ["", "/nowhere/at/all", "<img src=x>", "a\x00b", "x" * 10_000, "~nobody-at-all/x"])
def test_a_path_that_is_none_is_told(open_page, library, typed):
    page = open_page(library)
    page.text_input(key="intake-path").set_value(typed)
    press(page, "intake-take-path")
    assert '<p class="note" role="status">' in said(page)
    assert "<img" not in said(page)
    assert builds().of(library) is None


def test_while_one_is_running_nothing_else_is_taken(open_page, library):
    page, other = open_page(library), open_page(library)
    page.text_input(key="intake-path").set_value(str(library.parent / "texts"))
    press(page, "intake-take-path")
    other.text_area(key="intake-text").set_value("In 1999 it fell.")
    press(other, "intake-take-text")
    assert other.button(key="build-stop").label == "Stop"  # it sees what another started
    assert "Documents are being read already" in said(other)
    assert not folder_of(library).exists()
    assert other.text_area(key="intake-text").value == "In 1999 it fell."
    is_read(other, library)
    assert f"{DONE}0 new, 0 changed, 2 unchanged." in said(other)


def test_a_manifest_is_not_taken_for_a_document(open_page, library):
    page = open_page(library)
    page.file_uploader[0].set_value(("<b>.toml", b"", "text/plain"))
    press(page, "intake-take-files")
    assert "&lt;b&gt;.toml tells of other files" in said(page)
    assert not folder_of(library).exists()


def test_nothing_chosen_is_told(open_page, library):
    assert "There is no file yet" in said(press(open_page(library), "intake-take-files"))


def test_web_pages_are_fetched_only_where_that_is_allowed(open_page, library, monkeypatch):
    assert "dashboard --fetch=on" in said(open_page(library))
    listed = library.parent / "addresses.txt"
    listed.write_text("https://127.0.0.1:9/a\n", encoding="utf-8")
    with pytest.raises(InputError, match="not fetched"):
        path_of(str(listed))
    monkeypatch.setenv("DATELINE_FETCH", "on")
    page = open_page(library)
    assert path_of(str(listed)) == str(listed)
    page.text_area(key="intake-addresses").set_value("https://127.0.0.1:9/a <script>")
    assert "&lt;script&gt;&#x27; is no web address" in said(press(page, "intake-take-addresses"))
    page.text_area(key="intake-addresses").set_value("https://127.0.0.1:9/a\nhttps://127.0.0.1:9/b")
    is_read(press(page, "intake-take-addresses"), library)
    assert "2 could not be read" in said(page)  # this machine's own addresses are not fetched


def test_folders_are_not_read_for_other_machines(open_page, library):
    address = config.get_option("server.address")
    config.set_option("server.address", "192.0.2.1")
    try:
        page = open_page(library)
    finally:
        config.set_option("server.address", address)
    assert "seen from this machine alone" in said(page)
    assert not [box for box in page.text_input if box.key == "intake-path"]


def test_the_samples_are_offered_where_there_is_nothing(open_page, library, tmp_path):
    assert not [button for button in open_page(library).button if button.key == "intake-samples"]
    page = open_page(tmp_path / "new.db")
    is_read(press(page, "intake-samples"), tmp_path / "new.db")
    assert f"{DONE}5 new" in said(page)


def test_a_source_is_removed_and_taken_back(open_page, library):
    source = held(library)["el.txt"]
    page = open_page(library, source=source.source_id)
    page.text_input(key=f"removing-{source.source_id}-why").set_value("<b>a double</b>")
    page.text_input(key=f"removing-{source.source_id}-who").set_value("Μαρία")
    press(page, f"removing-{source.source_id}-remove")
    assert "1 source · " in said(page)
    assert "holds no source" not in said(page)
    assert "&lt;b&gt;a double" in said(page)
    opened = open_read_only(library)
    assert [(each.who, each.reason) for each in removed_sources(opened)] == [("Μαρία", "<b>a double</b>")]
    opened.close()
    is_read(press(page, "removed-back"), library)
    assert "2 sources · " in said(page)
    assert "Its file is read again." in said(page)
    assert source.source_id in {each.source_id for each in held(library).values()}


def test_a_source_whose_file_is_gone_is_taken_back_for_later(open_page, library):
    source = held(library)["el.txt"]
    (library.parent / "texts" / "el.txt").unlink()
    page = open_page(library, source=source.source_id)
    press(page, f"removing-{source.source_id}-remove")
    press(page, "removed-back")
    assert "Its file is gone" in said(page)
    assert builds().of(library) is None


def test_a_removal_that_is_refused_is_told(open_page, library, monkeypatch):
    monkeypatch.setattr(say, "PATIENCE", 0.0)
    source = held(library)["el.txt"]
    page = open_page(library, source=source.source_id)
    writer = create_or_open(library)
    with writer.writing():
        press(page, f"removing-{source.source_id}-remove")
    writer.close()
    assert "Another program is writing to it" in said(page)
    assert "el.txt" in held(library)


def test_hostile_failures_are_only_text_and_run_in_no_spreadsheet(open_page, library):
    opened = create_or_open(library)
    with opened.writing():
        for number in range(700):
            place = f"{number:03}" + library_factory.HOSTILE_NAME
            note_failure(opened, Unreadable(place, "=1+1", "<script>x</script>"), place, place)
    opened.close()
    page = open_page(library)
    page.segmented_control(key="shelf-which").set_value(Which.FAILURES).run(timeout=SECONDS)
    table = page.dataframe[0].value
    assert len(table) == 500
    assert "\u202e" not in table["Where"][0]
    assert "<script>x" not in said(page)
    page.text_input(key="shelf-q").set_value("nothing like it").run(timeout=SECONDS)
    assert "No failure is told in these words" in said(page)
    page.text_input(key="shelf-q").set_value("699").run(timeout=SECONDS)
    assert len(page.dataframe[0].value) == 1


def test_the_report_of_failures_is_a_file():
    rows = failures.as_csv([Unreadable("رسالة.pdf", "=1+1", "get it \ud800again")]).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(rows))) == [
        ["where", "why", "what to do"],
        ["رسالة.pdf", "'=1+1", "get it \\ud800again"],
    ]


def test_no_failures_are_told(open_page, library):
    page = open_page(library)
    page.segmented_control(key="shelf-which").set_value(Which.FAILURES).run(timeout=SECONDS)
    assert "All that was named could be read." in said(page)


def test_what_is_no_library_is_told_and_not_built_into(open_page, tmp_path):
    (tmp_path / "library.db").write_text("a text", encoding="utf-8")
    page = open_page(tmp_path / "library.db")
    assert '<p class="note">' in said(page)
    assert not page.button


def test_paths_are_told_as_people_write_them(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert near(ROOT / "seeds") == "seeds"
    assert near(tmp_path) == str(tmp_path)
