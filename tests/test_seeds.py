"""What the five articles say happened when: every date with its value, and who else tells it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.build import build
from extract.dates.interval import iso_day, to_day
from extract.store.columns import EventRow
from extract.store.library import Library, create_or_open
from extract.store.reading import mentions, sources

SEEDS = Path("seeds")
READ_ON = to_day(2026, 11, 21)

DATES = {
    "000": [
        ("17 Ιανουαρίου", "2025-01-17", None),
        ("Τον Δεκέμβριο του 2024", "2024-12", None),
        ("τα τέλη Ιανουαρίου", "2025-01", "END"),
        ("το 2022", "2022", None),
        ("τον περασμένο Δεκέμβριο", "2024-12", None),
        ("Τον περασμένο Ιούνιο", "2024-06", None),
        ("Μήνες μετά", "PXM", None),
    ],
    "001": [
        ("Friday", "2025-01-17", None),
        ("January 17", "2025-01-17", None),
        ("Monday", "2025-01-13", None),
        ("last summer", "2024-SU", None),
        ("the week’s close", "2025-W03", "END"),
        ("early last month", "2024-12", "START"),
        ("45 years", "P45Y", None),
        ("Saturday", "2025-01-11", None),
    ],
    "002": [
        ("Friday", "2025-01-17", None),
        ("January 20", "2025-01-20", None),
        ("July", "2024-07", None),
        ("February 2022", "2022-02", None),
        ("2023", "2023", None),
        ("1991", "1991", None),
        ("2013", "2013", None),
        ("currently", "PRESENT_REF", None),
        ("2015", "2015", None),
    ],
    "003": [
        ("2024-10-31", "2024-10-31", None),
        ("σύντομα", "FUTURE_REF", None),
        ("σήμερα", "2024-10-31", None),
        ("εγγύς μέλλον", "FUTURE_REF", None),
        ("τα τέλη του έτους", "2024", "END"),
        ("τον Ιούνιο", "2024-06", None),
        ("τον Σεπτέμβριο", "2024-09", None),
    ],
    "004": [
        ("اليوم الاثنين", "2025-01-13", None),
        ("الجمعة", "2025-01-17", None),
        ("17 كانون الثاني/يناير", "2025-01-17", None),
        ("العام الماضي", "2024", None),
        ("العام الماضي", "2024", None),
        ("بعد شهر", "2024-12", None),
    ],
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = create_or_open(tmp_path_factory.mktemp("seeds") / "library.db")
    build([SEEDS], opened, READ_ON)
    yield opened
    opened.close()


def id_of(library: Library, name: str) -> str:
    found = library.connection.execute("SELECT source_id FROM sources WHERE instr(location, ?)", (f"/{name}_",))
    (source_id,) = found.fetchone()
    return str(source_id)


def rows_of(library: Library, name: str) -> list[EventRow]:
    return library.rows("source_id = ?", [id_of(library, name)], "ORDER BY char_start")


@pytest.mark.parametrize("name", DATES)
def test_every_date_and_its_value(library: Library, name: str) -> None:
    text = library.connection.execute("SELECT text FROM sources WHERE source_id = ?", (id_of(library, name),))
    body = text.fetchone()[0]
    found = library.connection.execute(
        "SELECT char_start, char_end, timex3, mod FROM mentions WHERE source_id = ? ORDER BY char_start",
        (id_of(library, name),),
    )
    assert [(body[start:end], value, mod) for start, end, value, mod in found] == DATES[name]


WRITTEN = {
    "000": ("2025-01-01", "2025-01-31", "el"),
    "001": ("2025-01-13", "2025-01-16", "en"),
    "002": ("2025-01-17", "2025-01-19", "en"),
    "003": ("2024-10-31", "2024-10-31", "el"),
    "004": ("2025-01-13", "2025-01-13", "ar"),
}
"""Days within which each article was written, and its language."""


def check_date(library: Library, name: str, basis: str) -> None:
    first, last, language = WRITTEN[name]
    start, end, told, found_basis, found_language, evidence = library.connection.execute(
        "SELECT anchor_start, anchor_end, source_date, source_date_basis, language, source_date_evidence"
        " FROM sources WHERE source_id = ?",
        (id_of(library, name),),
    ).fetchone()
    assert first <= iso_day(start) <= iso_day(end - 1) <= last
    assert (found_basis, found_language) == (basis, language)
    assert evidence
    assert name != "000" or told == "2025-01"


@pytest.mark.parametrize("name", WRITTEN)
def test_when_each_was_written(library: Library, name: str) -> None:
    check_date(library, name, "header" if name == "003" else "neighbours")


@pytest.mark.parametrize("name", WRITTEN)
def test_when_each_was_written_if_it_is_alone(tmp_path: Path, name: str) -> None:
    alone = create_or_open(tmp_path / "alone.db")
    build(sorted(SEEDS.glob(f"{name}_*.txt")), alone, READ_ON)
    check_date(alone, name, "header" if name == "003" else "inferred")
    alone.close()


STORIES = {
    "the treaty's signing, and the plans for it that slipped": {
        ("000", "17 Ιανουαρίου"), ("000", "τα τέλη Ιανουαρίου"), ("001", "Friday"), ("001", "January 17"),
        ("001", "the week’s close"), ("002", "Friday"), ("003", "σύντομα"), ("003", "εγγύς μέλλον"),
        ("003", "τα τέλη του έτους"), ("004", "الجمعة"), ("004", "17 كانون الثاني/يناير"),
    },
    "the treaty with North Korea": {("000", "Τον περασμένο Ιούνιο"), ("003", "τον Ιούνιο"), ("004", "العام الماضي", 0)},
    "the fall of Assad": {("000", "τον περασμένο Δεκέμβριο"), ("001", "early last month"), ("004", "بعد شهر")},
    "the Kremlin's announcement": {("001", "Monday"), ("004", "اليوم الاثنين")},
    "the summit of Kazan, in two years": {("002", "2023"), ("004", "العام الماضي", 1)},
    "the start of the war": {("000", "το 2022"), ("002", "February 2022")},
}  # fmt: skip
"""All that several sources tell: article, words of the date, and which of several such words where they stand twice."""


def test_who_else_tells_it(library: Library) -> None:
    """Stories of several claims are these, and no others."""
    told: dict[str, set[tuple[str | int, ...]]] = {}
    for name in WRITTEN:
        rows = rows_of(library, name)
        for row in rows:
            alike = [each.event_id for each in rows if each.date_text == row.date_text]
            which = (alike.index(row.event_id),) if len(alike) > 1 else ()
            told.setdefault(row.story_id, set()).add((name, row.date_text, *which))
    assert {frozenset(each) for each in told.values() if len(each) > 1} == {
        frozenset(each) for each in STORIES.values()
    }


def test_a_length_and_a_header_are_no_events(library: Library) -> None:
    told = {row.date_text for row in library.rows()}
    assert "45 years" not in told
    assert "2024-10-31" not in told


def test_undated_claims_say_why(library: Library) -> None:
    undated = library.rows("start IS NULL")
    assert {row.date_text for row in undated} == {"σύντομα", "εγγύς μέλλον"}
    assert all(row.explanation.startswith("Not placed: ") for row in undated)


def test_plans_allegations_and_reports(library: Library) -> None:
    status = {(row.date_text, row.language): row.status for row in library.rows()}
    assert status["17 Ιανουαρίου", "el"] == "planned"
    assert status["January 17", "en"] == "planned"
    assert status["17 كانون الثاني/يناير", "ar"] == "planned"
    assert status["τον Σεπτέμβριο", "el"] == "alleged"
    assert status["Τον περασμένο Ιούνιο", "el"] == "reported"


def test_every_claim_leads_back_to_its_sentence(library: Library) -> None:
    for source_id in sources(library):
        (text,) = library.connection.execute("SELECT text FROM sources WHERE source_id = ?", (source_id,)).fetchone()
        for row in library.rows("source_id = ?", [source_id]):
            assert text[row.char_start : row.char_end] == row.date_text
            assert row.date_text in row.sentence
            assert row.sentence in text
        assert all(text[mention.start : mention.end].strip() for mention in mentions(library, source_id))


def test_a_second_build_changes_nothing(library: Library) -> None:
    before = library.rows(tail="ORDER BY event_id")
    report = build([SEEDS], library, READ_ON + 400)
    assert (report.new, report.changed, report.unchanged) == (0, 0, 5)
    assert library.rows(tail="ORDER BY event_id") == before


@pytest.mark.parametrize("order", ["01234", "43210", "40312", "03412", "30142", "42031"])
def test_the_same_whatever_the_order_in_which_articles_come_one_by_one(
    library: Library, tmp_path: Path, order: str
) -> None:
    """Dates, stories and who is who; of several spellings in Latin letters the first stays."""
    one_by_one = create_or_open(tmp_path / "library.db")
    paths = sorted(SEEDS.glob("*.txt"))
    for number in order:
        build([paths[int(number)]], one_by_one, READ_ON)
    dated = "SELECT event_id, timex3, story_id FROM events ORDER BY event_id"
    assert one_by_one.connection.execute(dated).fetchall() == library.connection.execute(dated).fetchall()
    everyone = {name.replace("Bashar Assad", "Bashar al Assad") for name in who_is_where(library)}
    assert {name.replace("Bashar Assad", "Bashar al Assad") for name in who_is_where(one_by_one)} == everyone
    assert set(who_is_where(one_by_one).values()) == set(who_is_where(library).values())


def who_is_where(library: Library) -> dict[str, frozenset[tuple[str, int]]]:
    """Where each actor is named."""
    named: dict[str, set[tuple[str, int]]] = {}
    for source_id, start, name in library.connection.execute(
        "SELECT source_id, char_start, canonical FROM actor_mentions"
    ):
        named.setdefault(name, set()).add((source_id, start))
    return {name: frozenset(places) for name, places in named.items()}
