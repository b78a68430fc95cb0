"""What people put right in a claim: it is shown, what was found is kept, and taking it back brings that again."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.amend import amend, say_again
from extract.errors import CorrectionError
from extract.handmade import by_hand, when_of
from extract.judge import judge, take_back, undo
from extract.redate import Deed, change, settle_others
from extract.remark import note, star
from extract.said import LONGEST_NOTE, Field, Verdict
from extract.store.judged import entries
from extract.store.library import Library
from extract.store.shown import DATE_COLUMNS
from extract.store.values import date_values
from extract.story import stories
from extract.table import order
from extract.table.filters import Filters
from tests import tables
from tests.correcting import TEXTS, anew, claim, contents, linked_anew, made, says
from tests.whatever import STEPS, talked_over

MARIA, EVE = says("Maria"), says("Eve", "the minutes say so", 5)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return made(tmp_path)


@dataclass(frozen=True)
class Dated:
    """A date as a person writes it, and what the table says of it."""

    text: str
    start: str | None
    end: str | None
    edtf: str | None
    timex3: str
    grain: str | None


DATES = [
    Dated("2024-03-09", "2024-03-09", "2024-03-09", "2024-03-09", "2024-03-09", "day"),
    Dated("9 March 2024", "2024-03-09", "2024-03-09", "2024-03-09", "2024-03-09", "day"),
    Dated(" 2024-02 ", "2024-02-01", "2024-02-29", "2024-02", "2024-02", "month"),
    Dated("May 1998", "1998-05-01", "1998-05-31", "1998-05", "1998-05", "month"),
    Dated("1998", "1998-01-01", "1998-12-31", "1998", "1998", "year"),
    Dated("-0044-03-15", "-0044-03-15", "-0044-03-15", "-0044-03-15", "BC0045-03-15", "day"),
    Dated("0000", "0000-01-01", "0000-12-31", "0000", "BC0001", "year"),
    Dated("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31", "day"),
    Dated("Unknown", None, None, None, "XXXX", None),
]


@pytest.mark.parametrize("dated", DATES, ids=lambda each: each.text.strip())
def test_a_date_that_people_give_is_told_in_all_notations(library: Library, dated: Dated) -> None:
    name = claim(library, "resigned").event_id
    (said,) = amend(library, name, {Field.DATE: dated.text}, MARIA)
    row = claim(library, "resigned")
    told = (row.start, row.end, row.edtf, row.timex3, row.grain, row.mod)
    assert told == (dated.start, dated.end, dated.edtf, dated.timex3, dated.grain, None)
    assert (row.date_basis, row.confidence, row.date_text) == ("by hand", 1.0, "on 5 March 2024"[3:])
    new = dated.edtf or "unknown"
    assert row.explanation == (
        f"Maria corrected it on 22 November 2026 from 2024-03-05 to {new}: \u201cseen in the archive\u201d"
    )
    assert row.found == ["date: 2024-03-05"]
    assert (said.old, said.new, said.found) == ("2024-03-05", new, "2024-03-05")
    assert linked_anew(library) == contents(library)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (Field.STATUS, "Alleged", "alleged"),
        (Field.STATUS, " planned ", "planned"),
        (Field.KIND, "disaster", "disaster"),
        (Field.HEADLINE, "  He \n went\t away ", "He went away"),
        (Field.HEADLINE, "رحل الوزير", "رحل الوزير"),
    ],
)
def test_other_fields(library: Library, field: Field, text: str, value: str) -> None:
    before = claim(library, "resigned")
    was = getattr(before, field)
    amend(library, before.event_id, {field: text}, MARIA)
    after = claim(library, "resigned")
    assert getattr(after, field) == value
    assert after.found == [f"{field}: {was}"]
    same = {"story_id", "found", field}
    assert after.model_dump(exclude=same) == before.model_dump(exclude=same)
    undo(library, before.event_id, MARIA)
    assert claim(library, "resigned") == before


def test_a_headline_that_people_give_is_searched_and_the_storys_title(library: Library) -> None:
    amend(library, claim(library, "fell").event_id, {Field.HEADLINE: "The viaduct collapses"}, MARIA)
    found = order.rows(tables.table_of(library), Filters(words="viaduct"))
    assert [row.headline for row in found] == ["The viaduct collapses"]
    assert "The viaduct collapses" in {row.title for row in stories(library, "en")}
    assert linked_anew(library) == contents(library)


def test_the_kind_that_people_give_is_the_storys(library: Library) -> None:
    row = claim(library, "fell")
    amend(library, row.event_id, {Field.KIND: "attack"}, MARIA)
    assert [str(each.kind) for each in stories(library, "en") if each.story_id == row.event_id] == ["attack"]


def test_of_one_field_the_last_word_counts_and_fields_stand_side_by_side(library: Library) -> None:
    name, found = claim(library, "resigned").event_id, claim(library, "resigned")
    amend(library, name, {Field.DATE: "2024-03-06", Field.STATUS: "alleged"}, MARIA)
    amend(library, name, {Field.DATE: "2024-03-07"}, EVE)
    row = claim(library, "resigned")
    assert (row.edtf, row.status) == ("2024-03-07", "alleged")
    assert row.found == ["date: 2024-03-05", "status: reported"]
    assert "Eve corrected it on 22 November 2026 from 2024-03-06 to 2024-03-07" in row.explanation
    undo(library, name, EVE)
    assert claim(library, "resigned").edtf == "2024-03-06"
    first = next(entry for entry in entries(library) if entry.field == "date")
    take_back(library, first.id, EVE)
    row = claim(library, "resigned")
    assert (row.edtf, row.explanation, row.status) == (found.edtf, found.explanation, "alleged")
    assert row.found == ["status: reported"]


def test_a_claim_that_is_dated_otherwise_leaves_its_story_and_finds_another(library: Library) -> None:
    one, two = claim(library, "met", "one.txt"), claim(library, "met", "two.txt")
    assert one.story_id == two.story_id
    amend(library, one.event_id, {Field.DATE: "2019-03-03"}, MARIA)
    assert claim(library, "met", "one.txt").story_id != claim(library, "met", "two.txt").story_id
    amend(library, two.event_id, {Field.DATE: "3 March 2019"}, MARIA)
    assert claim(library, "met", "one.txt").story_id == claim(library, "met", "two.txt").story_id
    assert linked_anew(library) == contents(library)


@pytest.mark.parametrize("file", ["one.txt", "two.txt"])
def test_a_claim_without_a_date_tells_no_story_of_others(library: Library, file: str) -> None:
    name = claim(library, "met", file).event_id
    amend(library, name, {Field.DATE: "unknown"}, MARIA)
    assert [row.story_id for row in library.rows("sentence LIKE '%met%'")].count(name) == 1
    assert claim(library, "met", file).story_id == name
    assert linked_anew(library) == contents(library)


def test_a_day_that_people_give_is_lent_to_texts_unsure_of_theirs(tmp_path: Path) -> None:
    texts = {
        "lends.txt": "Published: 13 January 2025\nVladimir Putin and Masoud Pezeshkian will sign in Moscow on 12 March.",
        "asks.txt": "Vladimir Putin and Masoud Pezeshkian met in Moscow on Friday. They spoke of trade in 2023.",
    }
    library = made(tmp_path, texts)
    assert claim(library, "on Friday").start != "2025-01-17"
    amend(library, claim(library, "12 March").event_id, {Field.DATE: "2025-01-17"}, MARIA)
    row = claim(library, "on Friday")
    assert (row.start, row.source_date_basis) == ("2025-01-17", "neighbours")
    assert linked_anew(library) == contents(library)
    undo(library, claim(library, "12 March").event_id, MARIA)
    assert claim(library, "on Friday").start != "2025-01-17"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({Field.DATE: "soonish"}, "is no date"),
        ({Field.DATE: "2024-02-30"}, "is no date"),
        ({Field.DATE: "2024-03-05"}, "It is so already"),
        ({Field.STATUS: "rumoured"}, "is no status: write reported, planned, alleged, denied"),
        ({Field.KIND: "thing"}, "is no kind: write "),
        ({Field.HEADLINE: " ... "}, "Say what happened"),
        ({Field.HEADLINE: "x" * 301}, "at most 300"),
        ({Field.STATUS: "planned", Field.KIND: "thing"}, "is no kind"),
    ],
)
def test_what_is_no_value_changes_nothing(library: Library, values: dict[Field, str], told: str) -> None:
    before, changes = contents(library), library.meta("changes")
    with pytest.raises(CorrectionError, match=told):
        amend(library, claim(library, "resigned").event_id, values, MARIA)
    assert (contents(library), library.meta("changes"), entries(library)) == (before, changes, [])


def test_what_is_rejected_is_put_right_only_after_that_is_taken_back(library: Library) -> None:
    name = claim(library, "resigned").event_id
    judge(library, Verdict.REJECT, [name], MARIA)
    for deed in (
        lambda: amend(library, name, {Field.STATUS: "planned"}, MARIA),
        lambda: note(library, name, "look", MARIA),
        lambda: star(library, name, MARIA, is_on=True),
        lambda: judge(library, Verdict.ACCEPT, [name], MARIA),
    ):
        with pytest.raises(CorrectionError, match="take that back first"):
            deed()


def test_what_is_checked_is_so_as_long_as_its_date_is_that_which_was_checked(library: Library) -> None:
    name = claim(library, "on Friday").event_id
    judge(library, Verdict.ACCEPT, [name], MARIA)
    assert claim(library, "on Friday").checked
    with pytest.raises(CorrectionError, match="It is checked already"):
        judge(library, Verdict.ACCEPT, [name], EVE)
    source = claim(library, "on Friday").source_id
    settle_others(library, change(library, source, Deed.SET, "2025-01-20", EVE))
    assert (claim(library, "on Friday").edtf, claim(library, "on Friday").checked) == ("2025-01-24", False)
    settle_others(library, change(library, source, Deed.UNDO, "", EVE))
    assert claim(library, "on Friday").checked
    amend(library, name, {Field.DATE: "2025-01-16"}, EVE)
    assert not claim(library, "on Friday").checked
    judge(library, Verdict.ACCEPT, [name], EVE)
    assert claim(library, "on Friday").checked


def test_a_note_is_shown_searched_and_replaced(library: Library) -> None:
    name = claim(library, "fell").event_id
    note(library, name, "  Ask the Müller\n family \n", MARIA)
    assert claim(library, "fell").note == "Ask the Müller\nfamily"
    assert tables.ids(library, words="muller") == {name}
    with pytest.raises(CorrectionError, match="so already"):
        note(library, name, "Ask the Müller\nfamily", EVE)
    note(library, name, "Asked", EVE)
    assert (claim(library, "fell").note, tables.ids(library, words="muller")) == ("Asked", set())
    note(library, name, " \n", EVE)
    assert claim(library, "fell").note is None
    undo(library, name, EVE)
    assert claim(library, "fell").note == "Asked"
    with pytest.raises(CorrectionError, match="this one has 2001"):
        note(library, name, "x" * (LONGEST_NOTE + 1), MARIA)


def test_a_star_toggles(library: Library) -> None:
    name = claim(library, "fell").event_id
    star(library, name, MARIA, is_on=True)
    assert claim(library, "fell").starred
    with pytest.raises(CorrectionError, match="so already"):
        star(library, name, MARIA, is_on=True)
    star(library, name, MARIA, is_on=False)
    assert not claim(library, "fell").starred
    undo(library, name, MARIA)
    assert claim(library, "fell").starred


def test_what_is_said_of_a_claim_alone_links_nothing(library: Library) -> None:
    name, version = claim(library, "fell").event_id, int(library.meta("changes"))
    star(library, name, MARIA, is_on=True)
    note(library, name, "look", MARIA)
    judge(library, Verdict.ACCEPT, [name], MARIA)
    assert (int(library.meta("changes")), library.is_linked) == (version + 3, True)
    assert linked_anew(library) == contents(library)


def test_a_new_build_keeps_it_and_a_new_version_of_the_text_takes_it_over(library: Library) -> None:
    name = claim(library, "resigned").event_id
    amend(library, name, {Field.DATE: "2024-03-06", Field.HEADLINE: "He goes"}, MARIA)
    note(library, name, "look", EVE)
    star(library, name, EVE, is_on=True)
    judge(library, Verdict.ACCEPT, [name], EVE)
    before = contents(library)
    anew(library, TEXTS)
    assert contents(library) == before
    told = claim(library, "resigned").model_dump(
        exclude={"event_id", "story_id", "source_id", "link", "char_start", "char_end"}
    )
    anew(library, TEXTS | {"one.txt": "It rained. " + TEXTS["one.txt"]})
    row = claim(library, "resigned")
    assert row.event_id != name
    assert row.model_dump(exclude={"event_id", "story_id", "source_id", "link", "char_start", "char_end"}) == told
    assert {entry.who for entry in entries(library) if entry.follows} == {"Maria", "Eve"}
    anew(library, TEXTS)
    assert contents(library) == before


def test_of_what_was_said_of_one_version_the_last_word_holds_in_the_next(library: Library) -> None:
    later = TEXTS | {"one.txt": "It rained. " + TEXTS["one.txt"]}
    note(library, claim(library, "resigned").event_id, "first", MARIA)
    anew(library, later)
    note(library, claim(library, "resigned").event_id, "second", says("Maria", minutes=1))
    anew(library, TEXTS)
    assert claim(library, "resigned").note == "second"
    note(library, claim(library, "resigned").event_id, "first", says("Maria", minutes=2))
    anew(library, later)
    assert claim(library, "resigned").note == "first"


def test_a_clock_that_is_slow_does_not_hide_what_it_says(library: Library) -> None:
    name = claim(library, "resigned").event_id
    amend(library, name, {Field.DATE: "2024-03-06"}, says("Maria", minutes=60))
    amend(library, name, {Field.DATE: "2024-03-07"}, says("Eve"))
    assert claim(library, "resigned").edtf == "2024-03-07"


def test_it_is_said_again_knowing_what_is_found_now(library: Library) -> None:
    name, source = claim(library, "on Friday").event_id, claim(library, "on Friday").source_id
    (said,) = amend(library, name, {Field.DATE: "2025-01-16"}, MARIA)
    settle_others(library, change(library, source, Deed.SET, "2025-01-20", EVE))
    assert claim(library, "on Friday").found == ["date: 2025-01-24"]
    number = entries(library)[-1].id
    assert say_again(library, number, EVE).found == "2025-01-24"
    assert claim(library, "on Friday").edtf == "2025-01-16"
    assert "Eve corrected it" in claim(library, "on Friday").explanation
    assert said.found == "2025-01-17"


def test_an_entry_is_taken_back_once(library: Library) -> None:
    name = claim(library, "fell").event_id
    star(library, name, MARIA, is_on=True)
    (entry,) = entries(library)
    take_back(library, entry.id, EVE)
    for number in (entry.id, 99):
        with pytest.raises(CorrectionError, match="no such entry, or it was taken back already"):
            take_back(library, number, EVE)


def test_all_that_makes_a_date_is_what_an_amendment_changes_and_brings_back() -> None:
    assert set(date_values(by_hand(0, 0, "", when_of("2024-03"), ""), ())) == set(DATE_COLUMNS)


@given(st.lists(STEPS, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_after_any_words_all_is_as_replaying_the_log_says(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[object, ...]]
) -> None:
    library = talked_over(tmp_path_factory.mktemp("place"), steps)
    after = contents(library)
    assert linked_anew(library) == after
    anew(library, TEXTS | {"one.txt": "It rained in 2020."})
    anew(library, TEXTS)
    assert contents(library) == after
    library.close()
