"""A story as one row: what stands for all that its sources say."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extract.events.disagreement import Speaker
from extract.kind import Kind
from extract.model import Status
from extract.store.columns import StoryRow
from extract.store.library import Library, create_or_open
from extract.story import key_dates, said_by, stories
from tests import library_factory as factory
from tests.texts import built

TEXTS = {
    "early.txt": "Published: 10 January 2025\n\nRussia and Iran will sign a treaty on 17 January. Vladimir Putin and"
    " Masoud Pezeshkian have much to talk about.",
    "report.txt": "A report\n\nPublished: 18 January 2025\n\nVladimir Putin and Masoud Pezeshkian signed a treaty on 17 January"
    " 2025. Iran will get 40 aircraft.\n\nIn May 2023 Vladimir Putin opened a bridge.",
    "greek.txt": "Ελληνικά\n\nΗμερομηνία: 18 Ιανουαρίου 2025\n\nΟ Βλαντίμιρ Πούτιν και ο Μασούντ Πεζεσκιάν υπέγραψαν συνθήκη στις"
    " 17 Ιανουαρίου 2025. Το Ιράν θα πάρει 50 αεροσκάφη.",
    "later.txt": "Published: 3 April 2025\n\nVladimir Putin and Masoud Pezeshkian signed a treaty on 17 January 2025,"
    " Russia and Iran recall.",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built(tmp_path_factory.mktemp("story"), TEXTS)


def signing(library: Library, language: str = "en") -> StoryRow:
    return max(stories(library, language), key=lambda row: row.sources)


def test_it_says_what_when_who_and_by_how_many(library: Library) -> None:
    row = signing(library)
    assert (row.start, row.end, row.edtf) == ("2025-01-17", "2025-01-17", "2025-01-17")
    assert (row.kind, row.status) == (Kind.AGREEMENT, Status.REPORTED)
    assert (row.sources, row.voices, row.claims, row.languages) == (4, 4, 4, ["el", "en"])
    assert row.dates == ["2025-01-17 (4)"]
    assert {"Vladimir Putin", "Masoud Pezeshkian"} <= set(row.actors)
    assert len(row.event_ids) == row.claims


def test_its_title_is_a_report_in_the_readers_language(library: Library) -> None:
    assert "signed" in signing(library).title
    greek = signing(library, "el")
    assert (greek.title_language, "υπέγραψαν" in greek.title) == ("el", True)
    assert signing(library, "ar").title_language in {"en", "el"}


def test_it_says_on_what_its_sources_differ(library: Library) -> None:
    (difference,) = signing(library).differences
    assert difference == "aircraft: 40 aircraft (report.txt) / 50 αεροσκάφη (greek.txt)"


def test_what_more_sources_tell_in_more_languages_and_later_weighs_more(library: Library) -> None:
    rows = sorted(stories(library, "en"), key=lambda row: -row.weight)
    assert rows[0] == signing(library)
    assert rows[0].weight == pytest.approx(3.82)  # log2 of 1 + 4 sources, of 2 languages, and half that of 1 + 1 later
    assert rows[-1].weight == 1.5  # one source, which tells it more than a month later


AGENCY = (
    "A report\n\nPublished: 18 January 2025\n\nVladimir Putin and Masoud Pezeshkian signed a treaty on 17 January 2025. Iran will get 40 aircraft. Both"
    " sides had negotiated for many months, and the ceremony in a hall of the palace was brief; neither took questions"
    " from reporters, who had waited outside in the cold since the early morning.\n"
)
COPIES = {
    "agency.txt": AGENCY,
    "cut.txt": AGENCY.replace(", who had waited outside in the cold since the early morning", ""),
    "changed.txt": AGENCY.replace("40 aircraft", "60 aircraft"),
    "own.txt": "A report\n\nPublished: 18 January 2025\n\nVladimir Putin and Masoud Pezeshkian signed a treaty on 17 January 2025. Iran will get 40"
    " aircraft.",
    "much_later.txt": AGENCY.replace("18 January", "18 April"),
    "later_still.txt": AGENCY.replace("18 January", "30 April"),
}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return built(tmp_path_factory.mktemp("copied"), COPIES)


def test_copies_of_one_text_are_one_voice(copied: Library) -> None:
    row = signing(copied)
    assert (row.sources, row.voices) == (6, 2)
    assert row.dates == ["2025-01-17 (2)"]
    assert row.weight == pytest.approx(2.08)  # log2 of 1 + 2 voices, and half that of 1 + 1 later


def test_a_figure_that_somebody_changed_in_a_copy_is_shown_as_a_copy_s(copied: Library) -> None:
    (difference,) = signing(copied).differences
    forty, sixty = difference.removeprefix("aircraft: ").split(" / ")
    agency = [name for name in COPIES if f"{name} [3 copies: " in forty]
    assert len(agency) == 1
    assert all(name in forty for name in COPIES if name != "changed.txt")
    assert sixty == f"60 aircraft (changed.txt [same text as {agency[0]}])"


def test_who_takes_a_side_is_told_with_its_copies() -> None:
    names = {"1": "A", "2": "B", "3": "B", "4": "C"}
    speakers = [Speaker("1", ("2", "3")), Speaker("4", ("2",), "1"), Speaker("4"), Speaker("4")]
    assert said_by(speakers, names) == "A [2 copies: B], C [1 copy: B] [same text as A], C"


def test_every_claim_is_of_one_story(library: Library) -> None:
    ids = [event_id for row in stories(library, "en") for event_id in row.event_ids]
    assert sorted(ids) == sorted(row.event_id for row in library.rows())


def test_key_dates_are_the_weightiest_in_order_of_time(library: Library) -> None:
    every = sorted(stories(library, "en"), key=lambda row: -row.weight)
    assert key_dates(library, "en", 1) == every[:1]
    dated = [row.story_id for row in every if row.start]
    found = key_dates(library, "en", 99)
    assert sorted(row.story_id for row in found) == sorted(dated)
    assert [row.start for row in found] == sorted(row.start for row in found if row.start)
    assert key_dates(library, "el", 1)[0].title_language == "el"


def test_a_dated_plan_dates_a_story_rather_than_an_undated_one(tmp_path: Path) -> None:
    greek, english = factory.in_greek(), factory.in_english()
    undated = replace(english.events[0], event_id="soon", timex=replace(greek.events[3].timex))
    english = replace(english, events=(undated,), timexes=())
    path = factory.build(tmp_path / "plans.db", [greek, english], {"el.0": "treaty", "soon": "treaty"})
    (row,) = (row for row in stories(create_or_open(path), "en") if row.story_id == "treaty")
    assert row.start == "2025-01-17"


def test_key_dates_before_year_1_come_first(tmp_path: Path) -> None:
    library = create_or_open(factory.full(tmp_path / "full.db"))
    found = key_dates(library, "en", 5)
    assert [row.start for row in found[:2]] == ["-0479-09-01", "2024-06-01"]


def test_the_command_line_gives_the_weightiest_in_order_of_time(library: Library) -> None:
    lines = exported(library, "--format", "jsonl", "--key", "2").decode().splitlines()
    assert [StoryRow.model_validate(json.loads(line)) for line in lines] == key_dates(library, "en", 2)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--stories", "--key", "0"), "greater than or equal to 1"),
        (("--stories", "--key", "-3"), "greater than or equal to 1"),
        (("--stories", "--key", "many"), "valid integer"),
        (("--key", "3"), "give --stories too"),
    ],
)
def test_what_is_no_number_of_key_dates_is_refused(library: Library, options: tuple[str, ...], told: str) -> None:
    command = [sys.executable, "-m", "extract", "export", "--library", str(library.path), *options]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def exported(library: Library, *options: str) -> bytes:
    command = [sys.executable, "-m", "extract", "export", "--stories", "--library", str(library.path), *options]
    return subprocess.run(command, capture_output=True, check=True).stdout


def test_it_leaves_the_library_in_each_format(library: Library, tmp_path: Path) -> None:
    expected = sorted(stories(library, "en"), key=lambda row: (-row.weight, row.story_id))
    lines = exported(library, "--format", "jsonl").decode().splitlines()
    assert [StoryRow.model_validate(json.loads(line)) for line in lines] == expected
    cells = list(csv.DictReader(io.StringIO(exported(library).decode("utf-8-sig"), newline="")))
    assert list(cells[0]) == list(StoryRow.model_fields)
    assert [row["story_id"] for row in cells] == [row.story_id for row in expected]
    assert cells[0]["languages"] == "el; en"
    path = tmp_path / "stories.parquet"
    exported(library, "--format", "parquet", "-o", str(path))
    table = pq.read_table(path).to_pylist()
    assert [StoryRow.model_validate(row) for row in table] == expected


def test_titles_come_in_the_language_that_is_asked_for(library: Library) -> None:
    first = json.loads(exported(library, "--format", "jsonl", "--language", "el").decode().splitlines()[0])
    assert first["title_language"] == "el"
