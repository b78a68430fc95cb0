"""How recent texts usually are: a choice that a text leaves is decided by its collection's age."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.build import build
from extract.collection import Collection
from extract.dates.days import Belief, believe, days_of
from extract.dates.interval import Interval, from_day, one_day, to_day
from extract.dates.vintage import (
    FEW_TEXTS,
    LARGEST_LOSS,
    MOST_SUPPORT,
    PARTS,
    is_news,
    together,
    usual,
    vintage_of,
    without_months,
)
from extract.era import Vintage
from extract.model import AnchorBasis, Document
from extract.pipeline import analyse, settle
from extract.store.known import source_ids, vintage_heard, vintage_told
from extract.store.library import create_or_open
from extract.wording import worded
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


def settled(*texts: str) -> list[Document]:
    return settle([analyse(source(text, f"s{n}")) for n, text in enumerate(texts)], Collection())


@given(st.integers(0, 20_000), st.integers(0, 2000))
def test_the_farther_back_the_less_likely_and_never_impossible(age: int, more: int) -> None:
    days = days_of(Interval(READ_ON - 30_000, READ_ON + 1))
    bits = usual(Vintage(), days.interval).weigh(days)
    assert bits[-1] == 0
    assert bits[-1 - age - more] <= bits[-1 - age] <= 0
    assert bits.min() == -LARGEST_LOSS


def test_the_last_two_years_are_alike() -> None:
    within = Interval(READ_ON - 729, READ_ON + 1)
    bits = usual(Vintage(), within).weigh(days_of(within))
    assert not bits.any()


@pytest.mark.parametrize(
    ("day", "sign"), [(to_day(2026, 3, 3), 1), (to_day(2025, 1, 5), 1), (to_day(1998, 5, 5), -1), (to_day(1970), -1)]
)
def test_a_date_speaks_for_its_collection_or_against_it(day: int, sign: int) -> None:
    assert 0 < sign * vintage_of(one_day(day), WITHIN).recency <= MOST_SUPPORT


def test_a_text_that_may_be_of_any_year_says_nothing_of_its_collection() -> None:
    assert abs(vintage_of(believe([], days_of(WITHIN)), WITHIN).recency) < 1e-9


@given(st.integers(WITHIN.start - 400, WITHIN.end + 400))
def test_no_document_says_more_than_its_share(day: int) -> None:
    assert -MOST_SUPPORT <= vintage_of(one_day(day), WITHIN).recency <= MOST_SUPPORT


def test_a_belief_in_one_day_says_what_that_day_says() -> None:
    days = days_of(WITHIN)
    day = to_day(1998, 5, 5)
    belief = believe([], days)
    belief.shares[:] = np.where(days.numbers == day, 1.0, 0.0)
    assert vintage_of(belief, WITHIN).recency == pytest.approx(vintage_of(one_day(day), WITHIN).recency)


@pytest.mark.parametrize(("texts", "old"), [(OLD, True), (NEW, False)])
def test_documents_sum_up_the_age_of_their_collection(texts: dict[str, str], old: bool) -> None:
    collection = Collection()
    settle([analyse(source(text, name)) for name, text in texts.items()], collection)
    assert (collection.vintage.recency < 0) == old


def test_in_an_old_collection_a_yearless_text_is_not_of_the_last_years() -> None:
    new = settled(*NEW.values(), YEARLESS)[-1].anchor
    old = settled(*OLD.values(), YEARLESS)[-1].anchor
    assert new.interval
    assert from_day(new.interval.start)[0] == 2026
    assert old.interval is None or from_day(old.interval.last)[0] < 2024
    assert old.confidence < new.confidence


def test_the_texts_of_an_old_collection_keep_their_own_years() -> None:
    found = [document.anchor.interval for document in settled(*OLD.values())]
    years = {from_day(day)[0] for each in found if each for day in (each.start, each.last)}
    assert years == {1998}


def test_a_text_with_years_of_its_own_keeps_them_in_any_collection() -> None:
    text = "In March 2026 the bridge was closed. The repairs will begin on Thursday, May 14."
    for found in (settled(text)[0].anchor.interval, settled(*OLD.values(), text)[-1].anchor.interval):
        assert found
        assert from_day(found.start)[0] == from_day(found.last)[0] == 2026


def test_texts_of_one_year_lend_it_to_those_that_are_gathered_with_them() -> None:
    alone, among = settled(YEARLESS)[0].anchor, settled(*OLD.values(), YEARLESS)[-1].anchor
    assert alone.basis is AnchorBasis.INFERRED
    assert "gathered" not in worded(alone.evidence)
    assert among.told
    assert {from_day(day)[0] for day in (among.told.start, among.told.last)} == {1998}
    assert among.basis is AnchorBasis.NEIGHBOURS
    assert worded(among.evidence).endswith("the texts gathered with it are of 1998")


def test_no_text_speaks_for_itself() -> None:
    for text in (*OLD.values(), *NEW.values(), YEARLESS):
        collection = Collection()
        (alone,) = settle([analyse(source(text))], collection)
        assert alone.anchor == settle([analyse(source(text))], Collection())[0].anchor
        asked = without_months(collection.vintage, alone.vintage)
        assert not asked.months
        assert asked.recency == collection.vintage.recency


def test_texts_that_know_nothing_of_their_year_lend_none() -> None:
    empty = [document.vintage.months for document in settled("It rained on Monday.", "On Tuesday it did not.")]
    assert empty == [{}, {}]
    many = settled(*["It rained on Monday."] * 30, YEARLESS)[-1]
    assert many.anchor == settled(YEARLESS)[0].anchor


def test_a_stated_day_is_one_text_of_its_month() -> None:
    assert vintage_of(one_day(to_day(1998, 5, 14)), WITHIN).months == {(1998 - 1970) * 12 + 4: PARTS}
    year = Interval(to_day(1998), to_day(1999))
    months = vintage_of(year, WITHIN).months
    assert min(months) == (1998 - 1970) * 12
    assert len(months) == 12
    assert sum(months.values()) == pytest.approx(PARTS, abs=12)


@given(st.floats(0.01, 1.0), st.integers(0, 27), st.integers(0, 11))
def test_the_less_a_text_knows_its_year_the_less_it_lends(sure: float, year: int, month: int) -> None:
    days = days_of(WITHIN)
    there = days.months == year * 12 + month
    shares = np.where(there, sure / there.sum(), (1 - sure) / (~there).sum())
    lent = vintage_of(Belief(days, shares), WITHIN).months
    assert sum(lent.values()) <= PARTS * max(sure, 1 - sure) ** 2 + len(lent)


MONTHS = st.dictionaries(st.integers(-600, 680), st.integers(1, PARTS), max_size=5)


@given(st.lists(MONTHS, min_size=1, max_size=5))
def test_what_is_told_together_can_be_told_apart(months: list[dict[int, int]]) -> None:
    said = [Vintage(1.5, each) for each in months]
    assert without_months(together(said), said[0]).months == together(said[1:]).months
    assert together(said) == together(reversed(said))


@given(MONTHS, st.booleans())
def test_a_day_near_the_texts_of_a_collection_is_likelier_and_none_impossible(
    months: dict[int, int], old: bool
) -> None:
    days = days_of(WITHIN)
    bits = usual(Vintage(-1.0 if old else 1.0, months), WITHIN).weigh(days)
    assert np.isfinite(bits).all()
    assert bits.max() == 0
    heard = [month for month, parts in months.items() if parts == max(months.values())]
    for month in heard:
        if old and (there := days.months == month).any():
            assert bits[there].mean() >= bits.mean()


@pytest.mark.parametrize(
    ("told", "news"),
    [
        (Vintage(1.0, {336: 10 * PARTS}), False),
        (Vintage(0.0, {336: 10 * PARTS}), False),
        (Vintage(-1.0, {336: 10 * PARTS}), True),
        (Vintage(1.0, {336: 10 * PARTS, 337: PARTS - 1}), False),
        (Vintage(1.0, {336: 11 * PARTS}), True),
        (Vintage(1.0, {336: 9 * PARTS, 337: PARTS}), True),
        (Vintage(1.0, {}), True),
    ],
)
def test_what_moves_the_collection_is_news(told: Vintage, news: bool) -> None:
    assert is_news(told, Vintage(1.0, {336: 10 * PARTS}), FEW_TEXTS + 20) == news


def test_the_first_that_is_dated_is_news_however_many_are_not() -> None:
    assert is_news(Vintage(1.0, {336: 10}), Vintage(), 10_000)
    assert not is_news(Vintage(), Vintage(), 0)


@given(MONTHS, MONTHS)
def test_among_few_texts_whatever_moves_is_news(told: dict[int, int], heard: dict[int, int]) -> None:
    assert is_news(Vintage(1.0, told), Vintage(1.0, heard), FEW_TEXTS) == (told != heard)


def test_a_library_built_in_parts_dates_as_one_built_whole(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    in_parts = create_or_open(tmp_path / "parts.db")
    for name, text in {"a": YEARLESS, **OLD, **NEW}.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
        build([texts], in_parts, READ_ON)
    whole = create_or_open(tmp_path / "whole.db")
    build([texts], whole, READ_ON)
    dated = "SELECT source_id, source_date, source_date_basis, source_date_evidence FROM sources ORDER BY source_id"
    assert in_parts.connection.execute(dated).fetchall() == whole.connection.execute(dated).fetchall()
    assert vintage_heard(whole).months == vintage_heard(in_parts).months == vintage_told(whole).months


def test_what_a_library_tells_but_for_some_is_what_it_tells_without_them(tmp_path: Path) -> None:
    texts, library = tmp_path / "texts", create_or_open(tmp_path / "library.db")
    texts.mkdir()
    for name, text in {"a": YEARLESS, **OLD, **NEW}.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    build([texts], library, READ_ON)
    sources = source_ids(library)
    some = sources[::2]
    told = vintage_told(library, some)
    with library.writing():
        library.connection.executemany("DELETE FROM sources WHERE source_id = ?", [(each,) for each in some])
    assert vintage_told(library) == told != Vintage()
    assert vintage_told(library, sources) == Vintage()


STORY = "The war began on 3 May 1911. In 1912 peace was near, yet in March 1913 it failed. On June 5 they fled; in 1914 it ended."


def test_the_days_of_a_story_date_neither_it_nor_those_that_are_gathered_with_it() -> None:
    story, *_, yearless = settled(STORY, STORY.replace("19", "18"), YEARLESS)
    assert story.anchor.interval is None
    assert story.vintage == Vintage()
    assert yearless.anchor == settled(YEARLESS)[0].anchor
