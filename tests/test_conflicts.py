"""What people said that no longer applies or no longer agrees: it is told, with the reason and a way out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.amend import amend, say_again
from extract.bring import bring
from extract.handmade import NewClaim
from extract.judge import add_claim, judge, take_back, undo
from extract.log_file import lines
from extract.recast import Deed as Naming
from extract.recast import Wish, recast
from extract.redate import Deed, change, settle_others
from extract.remark import note, star
from extract.remove import let_in, remove
from extract.said import Field, Verdict
from extract.store.conflicts import Reason, clashes, conflicts
from extract.store.counting import disputes
from extract.store.judged import Judged, entries
from extract.store.library import Library
from tests.correcting import TEXTS, anew, claim, made, says

MARIA, EVE = says("Maria", "", 1), says("Eve", "", 2)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return made(tmp_path)


def told(library: Library) -> list[tuple[str, str, str | None]]:
    """Each conflict: why, what was said, and who says otherwise."""
    found = conflicts(library, clashes(library))
    return [(each.clash.reason, each.entry.topic, each.other and each.other.who) for each in found]


def brought(library: Library, tmp_path: Path, say: Callable[[Library], object]) -> None:
    """Let Eve say something in a copy, and bring that here."""
    other = made(tmp_path, name="other")
    say(other)
    assert bring(library, lines(other), "eve.jsonl").refused == []


def test_nothing_is_at_odds_where_nobody_said_anything_and_where_all_agree(library: Library, tmp_path: Path) -> None:
    assert told(library) == []
    name = claim(library, "resigned").event_id
    amend(library, name, {Field.DATE: "2024-03-06"}, MARIA)
    judge(library, Verdict.ACCEPT, [name], EVE)
    note(library, name, "one", MARIA)
    note(library, name, "other", EVE)
    brought(library, tmp_path, lambda other: amend(other, name, {Field.DATE: "6 March 2024"}, says("Eve", "", 9)))
    assert told(library) == []


def test_what_is_found_otherwise_is_told_until_it_is_said_again_or_taken_back(library: Library) -> None:
    friday = claim(library, "on Friday")
    (amended,) = amend(library, friday.event_id, {Field.DATE: "2025-01-16"}, MARIA)
    judge(library, Verdict.ACCEPT, [friday.event_id], MARIA)
    star(library, friday.event_id, MARIA, is_on=True)
    settle_others(library, change(library, friday.source_id, Deed.SET, "2025-01-20", MARIA))
    (clash,) = clashes(library)
    (conflict,) = conflicts(library, [clash])
    assert (clash.reason, clash.found, clash.finds) == (Reason.DIFFERS, "2025-01-17", "2025-01-24")
    assert (conflict.entry.topic, conflict.entry.new, amended.new) == ("date", "2025-01-16", "2025-01-16")
    assert conflict.words == "The program found 2025-01-17 when this was said, and finds 2025-01-24 now."
    assert "Say it again" in conflict.way_out
    say_again(library, clash.number, EVE)
    assert told(library) == []
    settle_others(library, change(library, friday.source_id, Deed.UNDO, "", MARIA))
    (clash,) = (each for each in clashes(library) if each.reason is Reason.DIFFERS)
    take_back(library, clash.number, EVE)
    assert told(library) == []


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT, Verdict.PREFER])
def test_what_was_said_of_another_date_is_looked_at_again(library: Library, verdict: Verdict) -> None:
    friday = claim(library, "on Friday")
    judge(library, verdict, [friday.event_id], MARIA)
    settle_others(library, change(library, friday.source_id, Deed.SET, "2025-01-20", MARIA))
    (clash,) = clashes(library)
    assert (clash.reason, clash.finds) == (Reason.DIFFERS, "2025-01-24")
    say_again(library, clash.number, EVE)
    assert [each for each in clashes(library) if each.reason is Reason.DIFFERS] == []


@pytest.mark.parametrize("field", [Field.STATUS, Field.KIND, Field.HEADLINE])
def test_what_a_later_program_finds_otherwise(library: Library, tmp_path: Path, field: Field) -> None:
    values = {Field.STATUS: "reported", Field.KIND: "war", Field.HEADLINE: "They talk"}
    name = claim(library, "on Friday").event_id
    (said,) = amend(library, name, {field: values[field]}, MARIA)
    file = [line.replace(f'"found":"{said.found}"', '"found":"before"') for line in lines(library)]
    later = made(tmp_path, name="later")
    assert bring(later, file, "log.jsonl").came == 1
    ((clash,),) = [clashes(later)]
    assert (clash.reason, clash.found, clash.finds) == (Reason.DIFFERS, "before", said.found)
    say_again(later, clash.number, EVE)
    assert [each for each in clashes(later) if each.reason is Reason.DIFFERS] == []


def test_a_sentence_that_is_gone(library: Library) -> None:
    resigned, met = claim(library, "resigned"), claim(library, "met", "one.txt")
    amend(library, resigned.event_id, {Field.DATE: "2024-03-06"}, MARIA)
    judge(library, Verdict.JOIN, [resigned.event_id, claim(library, "fell").event_id], MARIA)
    star(library, met.event_id, MARIA, is_on=True)
    later = TEXTS["one.txt"].replace("resigned on 5", "was ill on 5")
    anew(library, TEXTS | {"one.txt": later})
    assert told(library) == [("gone", "join", None), ("gone", "date", None)]
    ((*_, conflict),) = [conflicts(library, clashes(library))]
    assert conflict.entry.about[0].name == resigned.headline
    assert not conflict.entry.about[0].is_there
    take_back(library, conflict.entry.number, EVE)
    assert told(library) == [("gone", "join", None)]
    anew(library, TEXTS)
    assert told(library) == []


def test_a_source_that_was_taken_out(library: Library) -> None:
    source = claim(library, "fell").source_id
    note(library, claim(library, "fell").event_id, "look", MARIA)
    add_claim(library, NewClaim(source, "2023", "Ruins", "Nobody knows why"), MARIA)
    settle_others(library, change(library, source, Deed.SET, "2024", MARIA))
    remove(library, source, EVE)
    assert told(library) == [("removed", "add", None), ("removed", "note", None), ("removed", "written", None)]
    assert all("page Sources" in each.way_out for each in conflicts(library, clashes(library)))
    let_in(library, source)
    anew(library, TEXTS)
    assert told(library) == []


def test_what_follows_into_another_file_is_no_conflict(library: Library) -> None:
    source = claim(library, "on Friday").source_id
    settle_others(library, change(library, source, Deed.SET, "2025-01-14", MARIA))
    anew(library, TEXTS | {"four.txt": TEXTS["four.txt"] + " It rained."})
    assert told(library) == []
    anew(library, TEXTS)
    assert told(library) == []


def test_a_name_that_no_text_has(library: Library) -> None:
    recast(library, "Anna Petrova", Wish(Naming.CALL, "A. P."), MARIA)
    recast(library, "A. P.", Wish(Naming.CALL, "Anna P."), MARIA)
    anew(library, dict.fromkeys(TEXTS, "It rained in 2020."))
    assert told(library) == [("nameless", "name", None)]
    anew(library, TEXTS)
    assert told(library) == []


def test_two_people_give_two_dates(library: Library, tmp_path: Path) -> None:
    name = claim(library, "resigned").event_id
    amend(library, name, {Field.DATE: "2024-03-06"}, MARIA)
    brought(library, tmp_path, lambda other: amend(other, name, {Field.DATE: "2024-03-07"}, EVE))
    assert told(library) == [("contradicted", "date", "Maria")]
    (conflict,) = conflicts(library, clashes(library))
    assert (conflict.entry.who, conflict.words) == ("Eve", "Maria says otherwise.")
    undo(library, name, MARIA)
    assert told(library) == []


def test_one_checks_what_another_gives_another_date(library: Library, tmp_path: Path) -> None:
    name = claim(library, "resigned").event_id
    judge(library, Verdict.ACCEPT, [name], MARIA)
    brought(library, tmp_path, lambda other: amend(other, name, {Field.DATE: "2024-03-07"}, EVE))
    assert told(library) == [("contradicted", "date", "Maria")]
    judge(library, Verdict.ACCEPT, [name], says("Maria", "", 9))
    assert told(library) == []


def test_one_rejects_what_another_checked(library: Library, tmp_path: Path) -> None:
    name = claim(library, "resigned").event_id
    judge(library, Verdict.REJECT, [name], MARIA)
    brought(library, tmp_path, lambda other: judge(other, Verdict.ACCEPT, [name], EVE))
    assert told(library) == [("contradicted", "reject", "Eve")]


def test_one_parts_what_another_joins(library: Library, tmp_path: Path) -> None:
    fell, resigned = claim(library, "fell").event_id, claim(library, "resigned").event_id
    judge(library, Verdict.JOIN, [fell, resigned], MARIA)
    assert told(library) == []
    judge(library, Verdict.PART, [resigned], EVE)
    assert told(library) == [("contradicted", "part", "Maria")]
    undo(library, resigned, EVE)
    assert told(library) == []


def test_two_prefer_two_dates_of_one_story(library: Library) -> None:
    one, two = claim(library, "met", "one.txt").event_id, claim(library, "met", "two.txt").event_id
    judge(library, Verdict.PREFER, [one], MARIA)
    judge(library, Verdict.PREFER, [two], EVE)
    assert told(library) == [("contradicted", "prefer", "Maria")]


def test_two_date_a_source_otherwise(library: Library, tmp_path: Path) -> None:
    source = claim(library, "fell").source_id
    settle_others(library, change(library, source, Deed.SET, "2024", MARIA))
    brought(library, tmp_path, lambda other: change(other, source, Deed.SET, "2025", EVE))
    assert told(library) == [("contradicted", "written", "Maria")]


def test_two_call_an_actor_otherwise(library: Library, tmp_path: Path) -> None:
    recast(library, "Anna Petrova", Wish(Naming.CALL, "A. P."), MARIA)
    brought(library, tmp_path, lambda other: recast(other, "Anna Petrova", Wish(Naming.IGNORE), EVE))
    assert told(library) == [("contradicted", "name", "Maria")]


ENTRY = Judged(0, Verdict.AMEND, {"a": "s"}, "", "", "")
WORDS = st.one_of(
    st.builds(lambda field, new: {"verdict": Verdict.AMEND, "field": field, "new": new}, st.sampled_from(["date", "kind"]), st.sampled_from("xy")),
    st.builds(lambda new: {"verdict": Verdict.ACCEPT, "new": new}, st.sampled_from("xy")),
    st.sampled_from([{"verdict": Verdict.REJECT}, {"verdict": Verdict.PREFER}, {"verdict": Verdict.NOTE, "new": "n"}]),
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(["Maria", "Eve", "Zoe"]), WORDS), max_size=6))
def test_nobody_contradicts_themselves_and_who_agrees_in_the_end_is_at_peace(
    said: list[tuple[str, dict[str, str]]],
) -> None:
    log = [replace(ENTRY, id=number, who=who, **words) for number, (who, words) in enumerate(said, 1)]
    assert disputes([replace(entry, who="Maria") for entry in log]) == {}
    for slot, other in disputes(log).items():
        last = next(entry for entry in reversed(log) if (entry.verdict, entry.field) == slot)
        assert log[other - 1].who != last.who
    people = [replace(entry, id=len(log) + 1 + at, who=who) for at, (who, entry) in enumerate(
        (who, entry) for entry in (replace(ENTRY, field="date", new="x"), replace(ENTRY, field="kind", new="x"), replace(ENTRY, verdict=Verdict.ACCEPT, new="x")) for who in ("Maria", "Eve", "Zoe"))]  # fmt: skip
    assert {slot for slot in disputes([*log, *people]) if slot[0] != Verdict.REJECT} == set()


def test_conflicts_are_told_of_the_last_first(library: Library) -> None:
    names = [claim(library, words).event_id for words in ("resigned", "fell")]
    for name in names:
        star(library, name, MARIA, is_on=True)
    anew(library, dict.fromkeys(TEXTS, "It rained in 2020."))
    assert [each.number for each in clashes(library)] == [2, 1]
    assert [entry.id for entry in entries(library)] == [1, 2]
