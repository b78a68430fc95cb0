"""The one log: entries of one shape, filtered, counted, paged; taken to a file and from one."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.amend import amend
from extract.bring import Brought, bring
from extract.errors import InputError
from extract.handmade import NewClaim
from extract.judge import add_claim, judge, undo
from extract.log_file import FIRST_LINE, lines
from extract.recast import Deed as Naming
from extract.recast import Wish, recast
from extract.redate import Deed, change, settle_others
from extract.remark import note, star
from extract.said import Field, Verdict
from extract.store.library import Library
from extract.store.log import Kind
from extract.store.logged import About, State, Topic, Which, count, page, people
from extract.taken_back import number_in, take_back_entry
from tests.correcting import TEXTS, anew, claim, contents, linked_anew, made, says
from tests.whatever import STEPS, do, ids_of, talked_over


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return made(tmp_path)


def say_all(library: Library) -> None:
    """Something of every kind, some of it taken back."""
    resigned, fell = claim(library, "resigned").event_id, claim(library, "fell").event_id
    friday = claim(library, "on Friday")
    settle_others(library, change(library, friday.source_id, Deed.SET, "2025-01-20", says("Maria", "the stamp", 1)))
    recast(library, "Boris Kovalenko", Wish(Naming.CALL, "Boris K."), says("Eve", "one man", 2))
    amend(library, resigned, {Field.DATE: "6 March 2024", Field.HEADLINE: "He went"}, says("Maria", "the diary", 3))
    judge(library, Verdict.ACCEPT, [friday.event_id], says("Eve", "", 4))
    note(library, fell, "Ask the\nfamily", says("Eve", "", 5))
    star(library, fell, says("Νίκος", "", 6), is_on=True)
    judge(library, Verdict.JOIN, [fell, claim(library, "met", "two.txt").event_id], says("Maria", "", 7))
    judge(library, Verdict.PART, [claim(library, "met", "one.txt").event_id], says("Eve", "", 8))
    source = claim(library, "fell").source_id
    add_claim(library, NewClaim(source, "June 2023", "She comes", "Anna Petrova\n came soon"), says("Maria", "", 9))
    amend(library, resigned, {Field.DATE: "unknown"}, says("Eve", "", 10))
    undo(library, resigned, says("Maria", "no", 11))
    judge(library, Verdict.REJECT, [claim(library, "met", "one.txt").event_id], says("Maria", "a plan", 12))
    judge(library, Verdict.PREFER, [fell], says("Maria", "", 13))
    recast(library, "Anna Petrova", Wish(Naming.IGNORE), says("Maria", "", 14))
    recast(library, "Anna Petrova", Wish(Naming.UNDO), says("Maria", "", 15))


def test_what_was_said_is_told_in_one_shape_the_newest_first(library: Library) -> None:
    say_all(library)
    told = page(library, Which(), 100)
    assert [each.at for each in told] == sorted((each.at for each in told), reverse=True)
    assert len(told) == count(library, Which()) == 16
    by_topic = {each.topic: each for each in told if each.undoes is None}
    date = next(each for each in reversed(told) if each.topic is Topic.DATE)
    assert (date.kind, date.who, date.old, date.new, date.reason, date.state) == (
        Kind.CLAIM, "Maria", "2024-03-05", "2024-03-06", "the diary", State.COUNTS,
    )  # fmt: skip
    resigned = claim(library, "resigned")
    assert date.about == (About(resigned.event_id, "He went", is_there=True),)
    written = by_topic[Topic.WRITTEN]
    assert (written.old, written.new, written.about[0].name) == ("2025-01-13", "2025-01-20", "four.txt")
    named = next(each for each in told if each.new == "Boris K.")
    assert (named.topic, named.old, named.about) == (
        Topic.NAME, "Boris Kovalenko", (About("Boris K.", "Boris Kovalenko", is_there=True),),
    )  # fmt: skip
    unknown = next(each for each in told if each.new == "unknown" and each.undoes is None)
    back = next(each for each in told if each.undoes == unknown.id)
    assert (unknown.state, back.state, back.who) == (State.TAKEN_BACK, State.COUNTS, "Maria")
    assert by_topic[Topic.NOTE].new == "Ask the\nfamily"
    joined = {claim(library, "fell").event_id, claim(library, "met", "two.txt").event_id}
    assert {each.id for each in by_topic[Topic.JOIN].about} == joined
    ignored = next(each for each in told if each.topic is Topic.NAME and each.new is None and each.undoes is None)
    assert (ignored.old, ignored.state) == ("Anna Petrova", State.TAKEN_BACK)


def test_an_earlier_word_of_one_field_is_overruled(library: Library) -> None:
    name = claim(library, "resigned").event_id
    for minutes, date in enumerate(("2024-03-06", "2024-03-07")):
        amend(library, name, {Field.DATE: date}, says("Maria", "", minutes))
    star(library, name, says("Maria", "", 3), is_on=True)
    star(library, name, says("Maria", "", 4), is_on=False)
    states = [(each.topic, each.new, each.state) for each in reversed(page(library, Which(), 10))]
    assert states == [
        (Topic.DATE, "2024-03-06", State.OVERRULED),
        (Topic.DATE, "2024-03-07", State.COUNTS),
        (Topic.STAR, "yes", State.OVERRULED),
        (Topic.STAR, None, State.COUNTS),
    ]


@pytest.mark.parametrize(
    ("which", "topics"),
    [
        (Which(who="Νίκος"), ["star"]),
        (Which(kind=Kind.SOURCE), ["written"]),
        (Which(kind=Kind.ACTOR), ["name", "name", "name"]),
        (Which(words="DIARY"), ["headline", "date"]),
        (Which(words="νικος"), ["star"]),
        (Which(words="famil"), ["note"]),
        (Which(words="four.txt"), ["written"]),
        (Which(words='"Boris K"'), ["name"]),
        (Which(words="2024-03-06"), ["date", "date", "date"]),
        (Which(who="Maria", kind=Kind.SOURCE, words="stamp"), ["written"]),
        (Which(who="Eve", kind=Kind.SOURCE), []),
        (Which(words='"; DROP TABLE log; --'), []),
        (Which(words="%"), []),
        (Which(who="' OR 1=1 --"), []),
    ],
    ids=str,
)
def test_entries_are_found_by_person_kind_and_words(library: Library, which: Which, topics: list[str]) -> None:
    say_all(library)
    found = page(library, which, 100)
    assert [str(each.topic) for each in found] == topics
    assert count(library, which) == len(found)


def test_pages_hold_each_entry_once(library: Library) -> None:
    say_all(library)
    whole = page(library, Which(), 100)
    for size in (1, 4, 5):
        assert [each for first in range(0, 20, size) for each in page(library, Which(), size, first)] == whole


def test_who_said_something_is_told_by_how_often(library: Library) -> None:
    assert people(library) == []
    say_all(library)
    assert people(library) == [("Maria", 10), ("Eve", 5), ("Νίκος", 1)]


def test_any_entry_can_be_taken_back_and_that_too(library: Library) -> None:
    before = contents(library)
    say_all(library)
    after = contents(library)
    said = [
        each.id for each in page(library, Which(), 100) if each.undoes is None and each.state is not State.TAKEN_BACK
    ]
    for minutes, name in enumerate(said):
        take_back_entry(library, *number_in(name), says("Zoe", "", 60 + minutes))
    assert contents(library) == before
    for minutes, name in enumerate(each.id for each in page(library, Which(who="Zoe"), 100)):
        take_back_entry(library, *number_in(name), says("Zoe", "", 120 + minutes))
    assert contents(library) == after
    assert linked_anew(library) == after


def test_the_file_is_one_that_people_can_read(library: Library) -> None:
    say_all(library)
    first, *rest = lines(library)
    assert first == '{"dateline":"corrections","version":1}\n'
    told = [json.loads(line) for line in rest]
    assert told[0] == {
        "id": "source-1", "at": "2026-11-22T12:01:00Z", "who": "Maria", "why": "the stamp", "kind": "source",
        "source": claim(library, "on Friday").source_id, "location": told[0]["location"], "old": "2025-01-13", "new": "2025-01-20",
    }  # fmt: skip
    dated = next(each for each in told if each.get("field") == "date")
    assert (dated["headline"], dated["says"], dated["old"], dated["new"]) == (
        "Kovalenko resigned on 5 March 2024", "amend", "2024-03-05", "2024-03-06",
    )  # fmt: skip
    assert all(json.dumps(each, ensure_ascii=False).isprintable() for each in told)


def test_what_is_brought_into_a_fresh_library_makes_it_the_same(library: Library, tmp_path: Path) -> None:
    say_all(library)
    file = list(lines(library))
    other = made(tmp_path, name="other")
    assert bring(other, file, "log.jsonl") == Brought(came=16, there=0)
    assert contents(other) == contents(library)
    assert list(lines(other)) == file
    changes = other.meta("changes")
    assert bring(other, file, "log.jsonl") == Brought(came=0, there=16)
    assert (list(lines(other)), other.meta("changes"), other.is_linked) == (file, changes, True)
    assert linked_anew(other) == contents(library)


@given(st.lists(STEPS, min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_any_log_makes_a_fresh_library_the_same(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[object, ...]]
) -> None:
    place = tmp_path_factory.mktemp("place")
    library = talked_over(place, steps)
    other = made(place, name="other")
    brought = bring(other, lines(library), "log.jsonl")
    assert brought.refused == []
    assert contents(other) == contents(library)
    assert list(lines(other)) == list(lines(library))
    library.close()
    other.close()


@given(st.lists(st.tuples(st.booleans(), STEPS), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_two_who_worked_on_copies_end_with_the_same(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bool, tuple[object, ...]]]
) -> None:
    place = tmp_path_factory.mktemp("place")
    libraries = [made(place), made(place, name="other")]
    ids = ids_of(libraries[0])
    for minutes, (which, step) in enumerate(steps):
        do(libraries[which], ids, step, minutes)
    files = [list(lines(each)) for each in libraries]
    for one, other in ((0, 1), (1, 0)):
        assert bring(libraries[one], files[other], "log.jsonl").refused == []
    assert contents(libraries[0]) == contents(libraries[1])
    for each in libraries:
        assert linked_anew(each) == contents(each)
        each.close()


def test_what_followed_a_text_into_its_new_version_is_brought_too(library: Library, tmp_path: Path) -> None:
    say_all(library)
    later = {name: f"It rained. {text}" if name != "four.txt" else text for name, text in TEXTS.items()}
    anew(library, later)
    other = made(tmp_path, later, name="other")
    brought = bring(other, lines(library), "log.jsonl")
    assert contents(other) == contents(library)
    reasons = ("this library holds no claim", "holds no source", "is not here")
    assert brought.refused
    assert [each for each in brought.refused if not any(reason in each for reason in reasons)] == []


HEADER = FIRST_LINE
WHO = {"at": "2026-11-22T12:00:00Z", "who": "Eve"}


def line(library: Library, **values: object) -> str:
    row = claim(library, "resigned")
    given = {"id": "a", **WHO, "kind": "claim", "says": "amend", "claims": {row.event_id: row.source_id}}
    return json.dumps({name: value for name, value in (given | values).items() if value is not ...})


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"who": ...}, "log.jsonl, line 3: claim.who: Field required"),
        ({"who": "x" * 101}, "line 3: claim.who: String should have at most 100"),
        ({"at": "yesterday"}, "line 3: claim.at"),
        ({"kind": "thing"}, "line 3: Input tag 'thing'"),
        ({"says": "doubt"}, "line 3: claim.says"),
        ({"extra": 1}, "line 3: claim.extra: Extra inputs"),
        ({"claims": {}}, "line 3: claim.claims"),
        ({"claims": {"0" * 16: "x"}, "field": "date", "new": "2020"}, "log.jsonl, a: this library holds no claim 0000"),
        ({"field": "date", "new": "soonish"}, "log.jsonl, a: 'soonish' is no date"),
        ({"field": "kind", "new": "thing"}, "is no kind"),
        ({"field": "status"}, "does not say what of the claim"),
        ({"new": "2020"}, "does not say what of the claim"),
        ({"says": "join"}, "join cannot be said of 1 claims"),
        ({"says": "note", "new": "x" * 2001}, "A note may have 2000 characters"),
        ({"says": "accept"}, "does not say which date"),
        ({"says": "add", "new": "2020"}, "does not say what the claim is"),
        ({"undoes": "claim-9"}, "what it takes back, claim-9, is not here"),
        (
            {"kind": "source", "says": ..., "claims": ..., "source": "x", "location": "a.txt", "new": "2020"},
            "holds no source x",
        ),
        ({"kind": "actor", "says": ..., "claims": ..., "actor": "Nobody", "target": "X"}, "nobody is called 'Nobody'"),
        ({"kind": "actor", "says": ..., "claims": ..., "actor": "Madrid", "target": "12"}, "'12' is no name"),
    ],
    ids=lambda each: str(each)[:40],
)
def test_a_line_that_cannot_be_said_here_is_named_and_the_rest_is_said(
    library: Library, values: dict[str, object], told: str
) -> None:
    good = line(library, id="b", field="status", new="alleged")
    brought = bring(library, [HEADER, good, line(library, **values)], "log.jsonl")
    assert brought.came == 1
    (refused,) = brought.refused
    assert told in refused
    assert claim(library, "resigned").status == "alleged"
    assert linked_anew(library) == contents(library)


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("", "log.jsonl is no log of corrections: its first line has to be {"),
        ("{}", "is no log of corrections"),
        ("[]", "is no log of corrections"),
        ("event_id,story_id", "is no log of corrections"),
        ('{"dateline": "corrections", "version": 2}', "is a log of version 2, this program reads 1"),
    ],
)
def test_another_file_is_refused_as_a_whole(library: Library, first: str, told: str) -> None:
    before = library.meta("changes")
    with pytest.raises(InputError, match=told):
        bring(library, [first, line(library, field="status", new="alleged")], "log.jsonl")
    assert (library.meta("changes"), count(library, Which())) == (before, 0)


def test_an_added_claim_cannot_take_the_place_of_one_that_was_found(library: Library) -> None:
    row = claim(library, "resigned")
    added = {"headline": "x y", "quote": "Kovalenko resigned", "sentence": ""}
    brought = bring(library, [HEADER, line(library, says="add", new="2020", added=added)], "log.jsonl")
    assert "that is another one" in brought.refused[0]
    assert claim(library, "resigned") == row


def test_the_same_is_said_twice_where_it_was_said_twice(library: Library, tmp_path: Path) -> None:
    name, at = claim(library, "fell").event_id, says("Maria")
    for is_on in (True, False, True):
        star(library, name, at, is_on=is_on)
    assert count(library, Which()) == 3
    other = made(tmp_path, name="other")
    assert bring(other, lines(library), "log.jsonl").came == 3
    assert bring(other, lines(library), "log.jsonl") == Brought(came=0, there=3)
    assert claim(other, "fell").starred


def test_the_time_is_kept_whatever_zone_it_was_written_in(library: Library) -> None:
    given = line(library, field="status", new="alleged", at="2026-11-22T14:00:00+02:00")
    bring(library, [HEADER, given], "log.jsonl")
    ((entry,), moment) = page(library, Which(), 10), datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert entry.at == moment.isoformat(timespec="seconds")
    assert datetime.fromisoformat(entry.at) - moment == timedelta(0)


def test_of_two_words_the_later_counts_wherever_it_was_said(library: Library, tmp_path: Path) -> None:
    other, name = made(tmp_path, name="other"), claim(library, "resigned").event_id
    amend(library, name, {Field.DATE: "2024-03-06"}, says("Maria", "", 10))
    amend(other, name, {Field.DATE: "2024-03-07"}, says("Eve", "", 5))
    files = list(lines(library)), list(lines(other))
    bring(library, files[1], "eve.jsonl")
    bring(other, files[0], "maria.jsonl")
    assert claim(library, "resigned").edtf == claim(other, "resigned").edtf == "2024-03-06"
