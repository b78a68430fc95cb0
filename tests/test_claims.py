from dataclasses import replace

from extract.collection import Collection
from extract.dates.interval import Grain, one_day
from extract.events.claims import Dated, Page, actors_of, claims, event_id
from extract.model import ActorMention, ActorType, DateBasis, Manner, Sentence, Source, Status, Timex, TimexType
from extract.pipeline import analyse, settle

TEXT = "Putin met Pezeshkian on Friday. Putin ruled 20 years."
FIRST, SECOND = Sentence(0, 31, TEXT[:31]), Sentence(32, len(TEXT), TEXT[32:])


def timex(words: str, kind: TimexType) -> Timex:
    start = TEXT.index(words)
    interval = one_day(739268) if kind is TimexType.DATE else None
    return Timex(
        start, start + len(words), words, kind, "x", None, None, interval, Grain.DAY, DateBasis.RELATIVE, "because", 0.9
    )


def actor(start: int, name: str) -> ActorMention:
    return ActorMention(start, start + 5, TEXT[start : start + 5], ActorType.PERSON, name)


ACTORS = [
    actor(0, "Vladimir Putin"),
    actor(10, "Masoud Pezeshkian"),
    actor(11, "Vladimir Putin"),
    actor(32, "Vladimir Putin"),
]


PAGE = Page("source", TEXT, "en", ACTORS, ())


def test_a_date_makes_a_claim_and_a_length_makes_none() -> None:
    friday, years = timex("Friday", TimexType.DATE), timex("20 years", TimexType.DURATION)
    planned = Manner(status=Status.PLANNED)
    (found,) = claims(PAGE, [Dated(friday, planned, FIRST), Dated(years, Manner(), SECOND)])
    assert (found.timex, found.status, found.sentence) == (friday, Status.PLANNED, FIRST.text)
    assert found.headline == "Putin met Pezeshkian on Friday"
    assert list(found.actors) == ["Vladimir Putin", "Masoud Pezeshkian"]


def test_a_length_counted_from_an_undated_event_waits_for_its_date() -> None:
    years = replace(timex("20 years", TimexType.DURATION), basis=DateBasis.EVENT)
    (found,) = claims(PAGE, [Dated(years, Manner(), SECOND)])
    assert found.timex == years


def test_actors_are_those_of_the_sentence_each_once() -> None:
    assert actors_of(SECOND, ACTORS) == {"Vladimir Putin": ActorType.PERSON}
    assert actors_of(Sentence(31, 32, " "), ACTORS) == {}
    named = [replace(ACTORS[0], type=ActorType.PLACE), *ACTORS]
    assert actors_of(FIRST, named)["Vladimir Putin"] is ActorType.PLACE  # as what it is named first


def test_an_id_is_the_same_on_every_machine_and_another_for_other_words() -> None:
    assert event_id("abc", 3, 9) == "84696aa6f8eadb63"
    assert len({event_id(source, start, 9) for source in ("abc", "abd") for start in (3, 4)}) == 4


def told(text: str) -> list[tuple[str, str, str | None]]:
    source = Source("test", "test", text, text, stated_date="2025-01-15", stated_language="en")
    (document,) = settle([analyse(source)], Collection())
    return [(event.timex.text, event.timex.value, event.timex.edtf) for event in document.events]


def test_the_two_ends_of_a_range_make_one_claim() -> None:
    assert told("They met in Rome from 3 to 7 March 2024, and again on 9 May 2024.") == [
        ("3 to 7 March 2024", "2024-03-03/2024-03-07", "2024-03-03/2024-03-07"),
        ("9 May 2024", "2024-05-09", "2024-05-09"),
    ]


def test_the_members_of_a_list_make_a_claim_each() -> None:
    assert [words for words, _, _ in told("They met on 3 and 7 March 2024.")] == ["3", "7 March 2024"]


def test_now_dates_no_claim() -> None:
    assert told("They are now in Rome, and currently meet on 9 May 2024.") == [
        ("9 May 2024", "2024-05-09", "2024-05-09")
    ]
