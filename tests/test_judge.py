"""What people say of claims: joined, parted, preferred, rejected, added; kept by builds, and taken back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.build import build
from extract.by import by
from extract.errors import CorrectionError
from extract.handmade import NewClaim
from extract.judge import add_claim, judge, told, undo
from extract.linking import Linker
from extract.model import Status
from extract.recast import Deed, Wish, recast
from extract.redate import Deed as DateDeed
from extract.redate import change
from extract.said import Verdict
from extract.store.columns import EventRow
from extract.store.judged import entries, rejected
from extract.store.library import Library
from extract.story import stories
from tests.texts import READ_ON, built

MARIA = by("Maria", "seen in the archive", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))
TEXTS = {
    "one.txt": "Boris Kovalenko met Anna Petrova in Madrid on 3 March 2024. Kovalenko resigned on 5 March 2024.",
    "two.txt": "Anna Petrova met Boris Kovalenko in Madrid on 3 March 2024.",
    "three.txt": "The bridge fell in May 2023. Nobody knows why, and Anna Petrova came soon after.",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return built(tmp_path, TEXTS)


@pytest.fixture
def folder(library: Library) -> Path:
    return library.path.parent / "texts"


def claim(library: Library, words: str, file: str = "") -> EventRow:
    """The claim that holds some words, of a file whose name ends so."""
    found = library.rows(
        "headline LIKE ? AND source_id IN (SELECT source_id FROM sources WHERE location LIKE ?)",
        (f"%{words}%", f"%{file}"),
    )
    assert len(found) == 1
    return found[0]


def contents(library: Library) -> list[tuple[object, ...]]:
    """All that is known of claims, but for where their rows lie and what was said."""
    tables = (
        "SELECT event_id, story_id, start, explanation, actors, preferred FROM event_table ORDER BY 1",
        "SELECT e.event_id, w.words FROM events AS e JOIN event_words AS w ON w.rowid = e.id ORDER BY 1",
        "SELECT event_id FROM regrouped ORDER BY 1",
    )
    return [tuple(row) for table in tables for row in library.connection.execute(table)]


def again(library: Library, folder: Path) -> None:
    """Change a text and back, so that its claims are written and linked anew; and link all."""
    text = folder / "one.txt"
    text.write_text(TEXTS["one.txt"] + " It rained.", encoding="utf-8")
    build([folder], library, READ_ON)
    text.write_text(TEXTS["one.txt"], encoding="utf-8")
    build([folder], library, READ_ON)
    with library.writing():
        Linker(library).link_all()
        library.note_linked()


def resigned(library: Library) -> EventRow:
    return claim(library, "resigned")


def fell(library: Library) -> EventRow:
    return claim(library, "fell")


def met(library: Library, file: str) -> EventRow:
    return claim(library, "met", file)


def test_claims_that_people_join_are_one_story(library: Library, folder: Path) -> None:
    assert met(library, "one.txt").story_id == met(library, "two.txt").story_id
    judge(library, Verdict.JOIN, [met(library, "two.txt").event_id, fell(library).event_id], MARIA)
    together = [met(library, "one.txt"), met(library, "two.txt"), fell(library)]
    assert len({row.story_id for row in together}) == 1
    assert together[0].story_id == min(row.event_id for row in together)
    before = contents(library)
    again(library, folder)
    assert contents(library) == before


def test_a_claim_that_people_part_is_a_story_of_its_own(library: Library, folder: Path) -> None:
    judge(library, Verdict.PART, [met(library, "two.txt").event_id], MARIA)
    assert met(library, "one.txt").story_id != met(library, "two.txt").story_id
    assert met(library, "two.txt").story_id == met(library, "two.txt").event_id
    before = contents(library)
    again(library, folder)
    assert contents(library) == before


def test_the_date_that_people_prefer_is_the_storys(library: Library, folder: Path) -> None:
    judge(library, Verdict.JOIN, [met(library, "two.txt").event_id, fell(library).event_id], MARIA)
    assert starts(library) == "2024-03-03"
    judge(library, Verdict.PREFER, [fell(library).event_id], MARIA)
    again(library, folder)
    assert starts(library) == "2023-05-01"
    judge(library, Verdict.PREFER, [met(library, "one.txt").event_id], MARIA)
    assert starts(library) == "2024-03-03"


def starts(library: Library) -> str | None:
    """The first day of the story of the bridge."""
    (row,) = (row for row in stories(library, "en") if row.story_id == fell(library).story_id)
    return row.start


def test_what_people_reject_is_nowhere(library: Library, folder: Path) -> None:
    gone = fell(library)
    judge(library, Verdict.REJECT, [gone.event_id], MARIA)
    for _ in range(2):
        assert gone.event_id not in {row.event_id for row in library.rows()}
        assert gone.event_id not in {event for row in stories(library, "en") for event in row.event_ids}
        assert rejected(library) == [(gone.event_id, gone.headline)]
        again(library, folder)


def test_a_rejected_claim_speaks_for_no_story(library: Library) -> None:
    judge(library, Verdict.REJECT, [met(library, "one.txt").event_id], MARIA)
    left = met(library, "two.txt")
    assert left.story_id == left.event_id


def new(library: Library, **other: str) -> NewClaim:
    values = {"date": "June 2023", "headline": "Petrova inspects the ruins", "quote": "Anna Petrova came\n soon after"}
    return NewClaim(fell(library).source_id, **(values | other))


def test_what_people_add_is_a_claim_like_others(library: Library, folder: Path) -> None:
    add_claim(library, new(library), MARIA)
    row = claim(library, "inspects")
    assert (row.start, row.end, row.grain, row.date_text) == (
        "2023-06-01", "2023-06-30", "month", "Anna Petrova came soon after",
    )  # fmt: skip
    assert row.sentence == "Nobody knows why, and Anna Petrova came soon after."
    assert (row.actors, row.status, row.confidence) == (["Anna Petrova"], "reported", 1.0)
    assert "Maria" in row.explanation
    assert "seen in the archive" in row.explanation
    assert library.rows("event_id IN (SELECT e.event_id FROM event_words AS w JOIN events AS e ON e.id = w.rowid"
                        " WHERE event_words MATCH 'inspects')") == [row]  # fmt: skip
    before = contents(library)
    change(library, row.source_id, DateDeed.SET, "2023-07-02", MARIA)
    again(library, folder)
    recast(library, "Anna Petrova", Wish(Deed.CALL, "A. P. Petrova"), MARIA)
    assert claim(library, "inspects").actors == ["A. P. Petrova"]
    assert {each[0] for each in before if len(each) > 2} == {row.event_id for row in library.rows()}


def test_an_undated_claim_can_be_added(library: Library) -> None:
    add_claim(library, new(library, date="unknown"), MARIA)
    row = claim(library, "inspects")
    assert (row.start, row.edtf, row.grain) == (None, None, None)


@pytest.mark.parametrize("verdict", [Verdict.JOIN, Verdict.PART, Verdict.PREFER, Verdict.REJECT, Verdict.ADD])
def test_all_can_be_taken_back_and_that_too(library: Library, folder: Path, verdict: Verdict) -> None:
    before = contents(library)
    if verdict is Verdict.ADD:
        said = add_claim(library, new(library), MARIA)
    else:
        names = [met(library, "one.txt").event_id] + [fell(library).event_id] * (verdict is Verdict.JOIN)
        said = judge(library, verdict, names, MARIA)
    name, after = next(iter(said.claims)), contents(library)
    assert after != before
    undo(library, name, MARIA)
    assert contents(library) == before
    undo(library, name, MARIA)
    assert contents(library) == after
    again(library, folder)
    assert contents(library) == after
    assert [entry.undoes for entry in entries(library) if not entry.follows] == [None, 1, 2]


def test_what_cannot_be_said_is_refused_and_nothing_changes(library: Library) -> None:
    one, two, other = met(library, "one.txt").event_id, met(library, "two.txt").event_id, fell(library).event_id
    before = library.meta("changes")
    for verdict, names, words in (
        (Verdict.JOIN, [one, two], "one story already"),
        (Verdict.PART, [one, other], "different stories already"),
        (Verdict.PART, [other], "a story of their own already"),
        (Verdict.REJECT, ["0000000000000000"], "holds no claim"),
        (Verdict.REJECT, ["%"], "holds no claim"),
    ):
        with pytest.raises(CorrectionError, match=words):
            judge(library, verdict, names, MARIA)
    for wrong, words in (
        (new(library, date="soonish"), "is no date"),
        (new(library, headline=" ... "), "Say what happened"),
        (new(library, headline="x" * 301), "at most 300"),
        (new(library, quote="Petrova never came"), "does not say that"),
        (new(library, quote=" "), "does not say that"),
        (NewClaim("gone", "2024", "x", "y"), "holds no source"),
    ):
        with pytest.raises(CorrectionError, match=words):
            add_claim(library, wrong, MARIA)
    with pytest.raises(CorrectionError, match="Nobody has said anything"):
        undo(library, one, MARIA)
    assert library.meta("changes") == before


def test_what_is_so_already_is_not_said_twice(library: Library) -> None:
    name = fell(library).event_id
    judge(library, Verdict.PREFER, [name], MARIA)
    with pytest.raises(CorrectionError, match="preferred already"):
        judge(library, Verdict.PREFER, [name], MARIA)
    add_claim(library, new(library), MARIA)
    with pytest.raises(CorrectionError, match="added already"):
        add_claim(library, new(library), MARIA)
    judge(library, Verdict.REJECT, [name], MARIA)
    with pytest.raises(CorrectionError, match="take that back first"):
        judge(library, Verdict.REJECT, [name], MARIA)


def test_the_beginning_of_an_id_is_enough_where_no_other_begins_so(library: Library) -> None:
    row = fell(library)
    assert told(library, row.event_id[:12]).headline == row.headline
    with pytest.raises(CorrectionError, match="holds no claim"):
        told(library, row.event_id[:3])


def test_what_was_said_of_a_text_that_comes_back_counts_again(library: Library, folder: Path) -> None:
    judge(library, Verdict.REJECT, [fell(library).event_id], MARIA)
    add_claim(library, NewClaim(told(library, fell_id(library)).source_id, "2023", "Ruins", "Nobody knows why"), MARIA)
    (folder / "three.txt").write_text("Another text of 4 May 2020.", encoding="utf-8")
    build([folder], library, READ_ON)
    assert not rejected(library)
    (folder / "three.txt").write_text(TEXTS["three.txt"], encoding="utf-8")
    build([folder], library, READ_ON)
    assert len(rejected(library)) == 1
    assert claim(library, "Ruins").status == Status.REPORTED


def fell_id(library: Library) -> str:
    return rejected(library)[0][0]
