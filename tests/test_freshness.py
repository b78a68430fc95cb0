"""How recent texts usually are: a choice that a text leaves is decided by its collection's age."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.days import believe, days_of
from extract.dates.freshness import LARGEST_LOSS, MOST_SUPPORT, recent, support
from extract.dates.interval import Interval, from_day, one_day, to_day
from extract.model import Document
from extract.pipeline import Collection, analyse, settle
from tests.test_anchor import READ_ON, source

WITHIN = Interval(to_day(1966), READ_ON + 1)

OLD = {
    "en": "President Bill Clinton and Prime Minister Tony Blair spoke on Monday. They will meet on Thursday, May 14.",
    "en2": "Chancellor Helmut Kohl said on Wednesday that he met President Boris Yeltsin. In April 1998 they spoke of gas.",
    "el": "Ο πρόεδρος των ΗΠΑ Μπιλ Κλίντον μίλησε τη Δευτέρα. Τον Απρίλιο του 1998 είχε συναντήσει τον Μπόρις Γέλτσιν.",
    "de": "Bundeskanzler Helmut Kohl traf am Montag Präsident Boris Jelzin. Im April 1998 hatten sie über Gas gesprochen.",
    "ar": "قال الرئيس الأمريكي بيل كلينتون يوم الاثنين إنه سيزور الصين. وفي أبريل 1998 وافق على ذلك.",
}
NEW = {
    "en": "President Emmanuel Macron spoke in Paris yesterday. In September 2026 he met the press.",
    "en2": "The bridge was opened on Monday. In October 2026 it was painted.",
    "el": "Η γέφυρα άνοιξε τη Δευτέρα. Τον Οκτώβριο του 2026 την έβαψαν.",
}
YEARLESS = "The bridge was closed yesterday, Tuesday. The repairs will begin on Thursday, May 14, and people are angry."
"""14 May is a Thursday in 1987, 1992, 1998, 2009, 2015, 2020 and 2026."""


def together(*texts: str) -> list[Document]:
    return settle([analyse(source(text, f"s{n}")) for n, text in enumerate(texts)], Collection())


@given(st.integers(0, 20_000), st.integers(0, 2000))
def test_the_farther_back_the_less_likely_and_never_impossible(age: int, more: int) -> None:
    days = days_of(Interval(READ_ON - 30_000, READ_ON + 1))
    bits = recent(READ_ON).weigh(days)
    assert bits[-1] == 0
    assert bits[-1 - age - more] <= bits[-1 - age] <= 0
    assert bits.min() == -LARGEST_LOSS


def test_the_last_two_years_are_alike() -> None:
    bits = recent(READ_ON).weigh(days_of(Interval(READ_ON - 729, READ_ON + 1)))
    assert not bits.any()


@pytest.mark.parametrize(
    ("day", "sign"), [(to_day(2026, 3, 3), 1), (to_day(2025, 1, 5), 1), (to_day(1998, 5, 5), -1), (to_day(1970), -1)]
)
def test_a_date_speaks_for_its_collection_or_against_it(day: int, sign: int) -> None:
    assert 0 < sign * support(one_day(day), WITHIN) <= MOST_SUPPORT


def test_a_text_that_may_be_of_any_year_says_nothing_of_its_collection() -> None:
    assert abs(support(believe([], days_of(WITHIN)), WITHIN)) < 1e-9


@given(st.integers(WITHIN.start - 400, WITHIN.end + 400))
def test_no_document_says_more_than_its_share(day: int) -> None:
    assert -MOST_SUPPORT <= support(one_day(day), WITHIN) <= MOST_SUPPORT


def test_a_belief_in_one_day_says_what_that_day_says() -> None:
    days = days_of(WITHIN)
    day = to_day(1998, 5, 5)
    belief = believe([recent(day)], days)
    belief.shares[:] = np.where(days.numbers == day, 1.0, 0.0)
    assert support(belief, WITHIN) == pytest.approx(support(one_day(day), WITHIN))


@pytest.mark.parametrize(("texts", "old"), [(OLD, True), (NEW, False)])
def test_documents_sum_up_the_age_of_their_collection(texts: dict[str, str], old: bool) -> None:
    collection = Collection()
    settle([analyse(source(text, name)) for name, text in texts.items()], collection)
    assert (collection.recency < 0) == old


def test_in_an_old_collection_a_yearless_text_is_not_of_the_last_years() -> None:
    new = together(*NEW.values(), YEARLESS)[-1].anchor
    old = together(*OLD.values(), YEARLESS)[-1].anchor
    assert new.interval
    assert from_day(new.interval.start)[0] == 2026
    assert old.interval is None or from_day(old.interval.last)[0] < 2024
    assert old.confidence < new.confidence


def test_the_texts_of_an_old_collection_keep_their_own_years() -> None:
    found = [document.anchor.interval for document in together(*OLD.values())]
    years = {from_day(day)[0] for each in found if each for day in (each.start, each.last)}
    assert years == {1998}


def test_a_text_with_years_of_its_own_keeps_them_in_any_collection() -> None:
    text = "In March 2026 the bridge was closed. The repairs will begin on Thursday, May 14."
    for found in (together(text)[0].anchor.interval, together(*OLD.values(), text)[-1].anchor.interval):
        assert found
        assert from_day(found.start)[0] == from_day(found.last)[0] == 2026
