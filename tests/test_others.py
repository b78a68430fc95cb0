"""What a change means for other documents of a library, where there are too many for all to ask again."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract import others, recast, redate, take
from extract.build import build
from extract.by import by
from extract.dates.interval import recurrences, to_day
from extract.dates.vintage import FEW_TEXTS
from extract.model import Source
from extract.others import reach, settle_all
from extract.reason import read
from extract.store.known import lent_to
from extract.store.library import Library, create_or_open
from extract.wording import worded
from tests.texts import READ_ON, write

MARIA = by("Maria", "seen", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))
FILLERS = {
    f"filler{n}.txt": f"Published: {1 + n % 28} May 2024\n\nThe mayor opened bridge {n}." for n in range(FEW_TEXTS + 20)
}
"""Of days and about things with which no other text has to do, and too many for a change of one date to be news."""

LENDER = "Published: 13 January 2025\nVladimir Putin and Masoud Pezeshkian will sign in Moscow on 17 January."
BORROWER = "Vladimir Putin and Masoud Pezeshkian met in Moscow on Friday. They spoke of trade in 2023."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "texts", FILLERS)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return create_or_open(tmp_path / "library.db")


def id_of(library: Library, name: str) -> str:
    found = library.connection.execute("SELECT source_id FROM sources WHERE location LIKE ?", (f"%{name}",)).fetchone()
    return str(found[0])


def dated(library: Library, name: str) -> tuple[object, ...]:
    """The date of a source, its basis and evidence."""
    found = library.connection.execute(
        "SELECT source_date, source_date_basis, source_date_evidence FROM sources WHERE location LIKE ?", (f"%{name}",)
    )
    return tuple(found.fetchone())


def contents(library: Library) -> list[tuple[object, ...]]:
    """All dates and claims."""
    tables = (
        "SELECT source_id, source_date, source_date_basis, source_date_evidence, is_unsure FROM sources ORDER BY 1",
        "SELECT event_id, story_id, start, explanation, actors FROM event_table ORDER BY 1",
        "SELECT event_id, position, actor, type, lent_day, lent_date, lent_weekday FROM event_actors ORDER BY 1, 2",
        "SELECT event_id, ask, actor FROM event_asks ORDER BY 1, 2, 3",
    )
    return [tuple(row) for table in tables for row in library.connection.execute(table)]


def as_built_at_once(folder: Path, library: Library) -> list[tuple[object, ...]]:
    whole = create_or_open(library.path.with_name("whole.db"))
    build([folder], whole, READ_ON)
    return contents(whole)


STATES = {
    "a lender comes": [{"b.txt": BORROWER}, {"a.txt": LENDER}],
    "a lender goes": [{"a.txt": LENDER, "b.txt": BORROWER}, {"a.txt": "On 17 January 2025 it rained."}],
    "a lender is of another day": [
        {"a.txt": LENDER, "b.txt": BORROWER},
        {"a.txt": LENDER.replace("13 January 2025", "15 January 2024").replace("17", "19")},
    ],
    "the first end of a range is lent": [
        {"b.txt": "From 17 January to 20 January Vladimir Putin and Masoud Pezeshkian met. Trade fell in 2023."},
        {"a.txt": LENDER},
    ],
    "the last end of a range is lent": [
        {"b.txt": "From 14 January to 17 January Vladimir Putin and Masoud Pezeshkian met. Trade fell in 2023."},
        {"a.txt": LENDER},
    ],
    "who borrows is told of by others at its days": [
        {
            "b.txt": BORROWER,
            "c.txt": "Published: 18 January 2025\nOn 17 January 2025 Vladimir Putin met Masoud Pezeshkian in Moscow.",
        },
        {"a.txt": LENDER},
    ],
    "an actor becomes one of another type": [
        {"a.txt": "President Zorvan spoke on 3 May 2024.", "b.txt": "On 3 May 2024 President Zorvan left the hall."},
        {"c.txt": "They met in Zorvan on 9 June 2023.", "d.txt": "Trade in Zorvan grew on 8 June 2022."},
        {"e.txt": "People have lived in Zorvan since 7 June 2021.", "f.txt": "In Zorvan it rained on 6 June 2020."},
    ],
}


@pytest.mark.parametrize("states", STATES.values(), ids=STATES)
def test_a_library_built_in_steps_is_as_one_built_at_once(
    folder: Path, library: Library, states: list[dict[str, str]]
) -> None:
    build([folder], library, READ_ON)
    for state in states:
        build([write(folder, state)], library, READ_ON)
    assert contents(library) == as_built_at_once(folder, library)


def test_none_asks_whom_nothing_can_date(folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    unsure = {"u.txt": "Olaf Scholz met Emmanuel Macron on Friday. Trade fell in 2023.", "b.txt": BORROWER}
    build([write(folder, unsure)], library, READ_ON)
    asked: list[str] = []
    date_anew = others.date_anew

    def settle_and_note(source, *arguments):  # type: ignore[no-untyped-def]
        asked.append(Path(source.location).name)
        return date_anew(source, *arguments)

    monkeypatch.setattr(others, "date_anew", settle_and_note)
    build([write(folder, {"a.txt": LENDER})], library, READ_ON)
    assert asked == ["b.txt"]


def test_what_those_who_ask_again_tell_finds_its_story(folder: Path, library: Library) -> None:
    """The claim of the third lies at a time that the new text does not touch itself."""
    third = "Published: 24 January 2025\nOn 18 January 2025 Vladimir Putin visited a factory that makes tractors."
    borrower = BORROWER + " Vladimir Putin visited a factory on January 18."
    build([write(folder, {"b.txt": borrower, "c.txt": third})], library, READ_ON)
    build([write(folder, {"a.txt": LENDER})], library, READ_ON)
    sources = {id_of(library, "b.txt"), id_of(library, "c.txt")}
    told = library.rows("start = '2025-01-18'")
    assert {row.source_id for row in told} == sources
    assert len({row.story_id for row in told}) == 1


def test_a_lender_that_moves_is_named_by_its_new_place(folder: Path, library: Library) -> None:
    build(
        [write(folder, {"a.txt": "On 17 January 2025 Vladimir Putin and Masoud Pezeshkian signed."})], library, READ_ON
    )
    build([write(folder, {"b.txt": BORROWER})], library, READ_ON)
    assert "a.txt" in str(dated(library, "b.txt"))
    (folder / "a.txt").rename(folder / "moved.txt")
    build([folder], library, READ_ON)
    assert "moved.txt" in str(dated(library, "b.txt"))
    assert contents(library) == as_built_at_once(folder, library)


def test_a_given_date_that_is_in_doubt_is_asked_about_again(folder: Path, library: Library) -> None:
    text = (
        "In March 2023 trade grew. In 2022 it fell. Vladimir Putin and Masoud Pezeshkian will sign in Moscow on"
        " 17 January. The gas of 2021 was dear."
    )
    (folder / "about.toml").write_text('[[source]]\nfile = "b.txt"\ndate = "2010-03-01"\n', encoding="utf-8")
    build([write(folder, {"b.txt": text})], library, READ_ON)
    build([write(folder, {"a.txt": LENDER})], library, READ_ON)
    assert contents(library) == as_built_at_once(folder, library)


def set_date(library: Library, name: str, deed: redate.Deed, date: str = "") -> None:
    redate.settle_others(library, redate.change(library, id_of(library, name), deed, date, MARIA))


def test_no_text_is_dated_by_what_was_said_of_it_and_taken_back(tmp_path: Path, library: Library) -> None:
    closed = (
        "The bridge was closed yesterday, Tuesday. The repairs will begin on Thursday, May 14, and people are angry."
    )
    folder = write(tmp_path / "texts", {"b.txt": closed})
    build([folder], library, READ_ON)
    before = contents(library)
    set_date(library, "b.txt", redate.Deed.SET, "1998-05-13")
    build([write(folder, {"p.txt": "Nothing happened, and nobody spoke."})], library, READ_ON)
    set_date(library, "b.txt", redate.Deed.CLEAR)
    assert set(before) <= set(contents(library))
    assert "1998" not in str(dated(library, "b.txt"))


def call(library: Library, actor: str, target: str) -> recast.Recast:
    return recast.recast(library, actor, recast.Wish(recast.Deed.CALL, target), MARIA)


CHAIN = {
    "a.txt": LENDER,
    "b.txt": BORROWER,
    "c.txt": "On Friday Masoud Pezeshkian will meet Vladimir Putin in Moscow. The talks last until 19 January.",
    "d.txt": "Giorgia Meloni spoke in Rome on Monday. She had been in Tunis on 4 March.",
    "e.txt": "Giorgia Meloni and Kais Saied met in Tunis on 4 March. It was a Tuesday.",
}


def test_of_those_told_last_only_who_is_lent_a_day_asks_again(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    date_anew = others.date_anew

    def noted(source: Source, *arguments: object) -> object:
        asked.append(source.location.rpartition("/")[2])
        return date_anew(source, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(others, "date_anew", noted)
    build([write(folder, CHAIN)], library, READ_ON)
    assert sorted(asked) == ["b.txt", "c.txt"]
    after = contents(library)
    assert settle_all(library) == 0
    assert len(asked) > len(CHAIN)
    assert contents(library) == after


@pytest.mark.parametrize("renamed", ["a.txt", "b.txt"])
def test_who_is_renamed_lends_and_borrows_by_the_new_name(folder: Path, library: Library, renamed: str) -> None:
    texts = {"a.txt": LENDER, "b.txt": BORROWER}
    texts[renamed] = texts[renamed].replace("Masoud Pezeshkian", "Mirza Pezeshk")
    build([write(folder, texts)], library, READ_ON)
    assert "Friday" not in lent(library)
    call(library, "Mirza Pezeshk", "Masoud Pezeshkian")
    assert "Friday" in lent(library)
    after = contents(library)
    settle_all(library)
    assert contents(library) == after
    recast.recast(library, "Mirza Pezeshk", recast.Wish(recast.Deed.UNDO), MARIA)
    assert contents(library) == as_built_at_once(folder, library)


def told(library: Library) -> str:
    return worded(read(str(dated(library, "b.txt")[2])))


def lent(library: Library) -> str:
    """What the borrower's evidence says of its neighbours."""
    return "; ".join(each for each in told(library).split("; ") if "same actors" in each)


def test_of_many_lenders_the_newest_are_asked(folder: Path, library: Library) -> None:
    days = ((2024, 8), (2026, 6), (2025, 7))
    met = "Published: 1 March {0}\nVladimir Putin and Masoud Pezeshkian met on {1} March {0}."
    build([write(folder, {f"l{year}.txt": met.format(year, day) for year, day in days})], library, READ_ON)
    _, friday = recurrences(to_day(2026, 3, 6))
    found = lent_to(library, ["Vladimir Putin", "Masoud Pezeshkian"], friday, 2, 2)
    assert {row.start for row in library.rows() if row.event_id in found} == {"2026-03-06", "2025-03-07"}


def while_it_works(monkeypatch: pytest.MonkeyPatch, module: object, stage: str, happens: Callable[[], object]) -> None:
    """Let something happen in another process between a stage and the write that follows it, once."""
    work = getattr(module, stage)

    def work_and_let_happen(*arguments: object) -> object:
        done = work(*arguments)
        monkeypatch.setattr(module, stage, work)
        happens()
        return done

    monkeypatch.setattr(module, stage, work_and_let_happen)


def test_a_name_that_is_given_while_a_build_settles_counts(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([write(folder, {"a.txt": LENDER})], library, READ_ON)
    other = create_or_open(library.path)
    while_it_works(monkeypatch, take, "settle", lambda: call(other, "Masoud Pezeshkian", "The President"))
    build([write(folder, {"b.txt": BORROWER})], library, READ_ON)
    found = library.connection.execute("SELECT DISTINCT canonical FROM actor_mentions WHERE found LIKE 'Masoud%'")
    assert [name for (name,) in found] == ["The President"]
    assert "Friday" in lent(library)
    after = contents(library)
    settle_all(library)
    assert contents(library) == after


def test_a_text_that_is_replaced_while_it_asks_stays_replaced(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([write(folder, {"b.txt": BORROWER})], library, READ_ON)
    other = create_or_open(library.path)

    def replaced() -> None:
        build([write(folder, {"b.txt": "Nothing of the kind happened in 1999."})], other, READ_ON)

    while_it_works(monkeypatch, others, "date_anew", replaced)
    build([write(folder, {"a.txt": LENDER})], library, READ_ON)
    (text,) = library.connection.execute("SELECT text FROM sources WHERE location LIKE '%b.txt'").fetchone()
    assert text == "Nothing of the kind happened in 1999."
    assert contents(library) == as_built_at_once(folder, library)


def test_who_builds_at_the_same_time_is_heard(
    folder: Path, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([folder], library, READ_ON)
    other, lending = create_or_open(library.path), write(tmp_path / "lending", {"a.txt": LENDER})
    while_it_works(monkeypatch, take, "settle", lambda: build([lending], other, READ_ON))
    build([write(folder, {"b.txt": BORROWER})], library, READ_ON)
    assert "Friday" in lent(library)


def touch(library: Library) -> None:
    with library.writing():
        pass


def test_claims_are_linked_where_they_were_touched_and_all_where_another_wrote(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = "On 3 March 2024 Boris Kovalenko met Anna Petrova in {}, and the two of them spoke for hours."
    pair = {"a.txt": met.format("Madrid"), "b.txt": met.format("Vienna")}
    build([write(folder, pair)], library, READ_ON)
    stories = {row.event_id: row.story_id for row in library.rows("start = '2024-03-03'")}
    assert (len(stories), len(set(stories.values()))) == (2, 1)
    spoil = "UPDATE events SET story_id = event_id WHERE start = '2024-03-03'"
    with library.writing():
        library.connection.execute(spoil)
        library.note_linked()
    build([write(folder, {"c.txt": "On 9 March 2024 it rained in Vienna."})], library, READ_ON)
    assert {row.story_id for row in library.rows("start = '2024-03-03'")} == stories.keys()  # nobody touched them
    other = create_or_open(library.path)
    while_it_works(monkeypatch, others, "_ask_again", lambda: touch(other))
    build([write(folder, {"d.txt": "On 10 March 2024 it rained in Vienna."})], library, READ_ON)
    assert {row.event_id: row.story_id for row in library.rows("start = '2024-03-03'")} == stories


def test_what_is_lent_on_both_sides_of_a_change_reaches_nobody(folder: Path, library: Library) -> None:
    build([write(folder, {"a.txt": LENDER})], library, READ_ON)
    reached = reach(library, [id_of(library, "a.txt")])
    assert reached.lent
    assert not reached.changed_to(reached).lent
    assert reached.changed_to(reached).times == reached.times


def test_a_lender_is_named_by_its_file_however_deep_that_lies(tmp_path: Path, library: Library) -> None:
    signed = "On {} January 2025 Vladimir Putin and Masoud Pezeshkian signed a treaty."
    deep, long = tmp_path / ("d" * 80), "c" * 90 + ".txt"
    build([write(deep, {"a.txt": signed.format(17), long: signed.format(24), "b.txt": BORROWER})], library, READ_ON)
    words = told(library)
    assert "“a.txt”" in words
    assert f"“{'c' * 60}…”" in words
