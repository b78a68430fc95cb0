"""What holds of every anchor, whatever texts come together: on texts put together from dates, names and noise."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.collection import Collection
from extract.dates.interval import Grain, iso_day, to_day
from extract.model import Anchor, AnchorBasis, Source
from extract.pipeline import analyse, settle

READ_ON = to_day(2026, 11, 21)
ROUNDING = 1e-9

PHRASES = [
    "on 17 January",
    "on Friday",
    "on Friday, 17 January",
    "yesterday",
    "today, Monday,",
    "tomorrow",
    "in December 2024",
    "last December",
    "in 1998",
    "in 2031",
    "on 29 February",
    "on 30 February 2023",
    "by the end of the month",
    "in 44 BC",
    "in the year 9999",
    "within days",
    "on the eve of 3 March",
    "σήμερα, Δευτέρα,",
    "στις 17 Ιανουαρίου",
    "τον Ιούνιο του 2024",
    "الاثنين",
    "في 17 كانون الثاني/يناير",
    "العام الماضي",
    "вчера, 5 мая,",
    "le 14 juillet",
    "2024-02-29",
    "13.01.2025, 10:45",
]
NAMES = [
    "President Barack Obama",
    "Chancellor Angela Merkel",
    "the former president Bill Clinton",
    "Vladimir Putin and Masoud Pezeshkian",
    "the president-elect Donald Trump",
    "the Soviet Union",
    "ο Κυριάκος Μητσοτάκης",
    "الرئيس الأمريكي جو بايدن",
    "nobody",
]
DEEDS = ["met", "will meet", "said he would come", "signed", "υπέγραψε", "θα υπογράψει", "التقى", "سيلتقي"]
HEADS = [
    "",
    "Published: 13 January 2025\n",
    "Published: 1 January 2030\n",
    "Updated: 21 November 2026 / Published: 3 May 2019\n",
    "Retrieved: 20 November 2026\n",
    "آخر تحديث: ١٣ يناير ٢٠٢٥\n",
    "Δευτέρα, 13 Ιανουαρίου 2025 - 10:45\n",
    "ATHENS, Jan 13 (Example) - ",
    "ATHENS, January 13, 2025 (Example) - ",
    "3 March 0001\n",
]
FEET = ["", "\n© 2026 Example Media", "\n\x00\u202e \U0001f600", "\nAll rights reserved 2031"]

sentences = st.builds(
    "{} {} {} {}.".format,
    st.sampled_from(NAMES),
    st.sampled_from(DEEDS),
    st.sampled_from(PHRASES),
    st.sampled_from(PHRASES),
)
texts = st.builds(
    lambda head, body, foot: head + " ".join(body) + foot,
    st.sampled_from(HEADS),
    st.lists(sentences, max_size=3),
    st.sampled_from(FEET),
)
dates = st.sampled_from([None, "2025-01-13", "2015", "2030-01-01", "0001", "2024-02-30", "soon", "-0044-03-15"])
urls = st.sampled_from([None, "https://example.org/2025/01/13/a", "https://example.org/2031/01/a", "https://[", "x"])
read_days = st.sampled_from([None, READ_ON, to_day(2001, 2, 3), to_day(1, 1, 1)])


@st.composite
def sources(draw: st.DrawFn, number: int) -> Source:
    text = draw(texts | st.text(max_size=80))
    return Source(
        source_id=f"s{number}",
        location=f"s{number}",
        raw=text,
        text=text,
        url=draw(urls),
        stated_date=draw(dates),
        read_on=draw(read_days),
    )


def check(anchor: Anchor, source: Source) -> None:
    assert 0 <= anchor.confidence <= 1
    assert (anchor.interval is None) == (anchor.basis is AnchorBasis.NONE)
    shares = [anchor.confidence, *(share for _, share in anchor.wider)]
    assert all(one <= other + ROUNDING for one, other in pairwise(shares))
    assert all(0 <= share <= 1 + ROUNDING for share in shares)
    if anchor.interval is None:
        assert (anchor.confidence, anchor.wider, anchor.grain) == (0.0, (), Grain.YEAR)
        return
    assert anchor.told
    assert anchor.told.start <= anchor.interval.start < anchor.interval.end <= anchor.told.end
    inner = anchor.interval
    for each, _ in anchor.wider:
        assert each.start <= inner.start
        assert inner.end <= each.end
        inner = each
    is_inferred = anchor.basis in (AnchorBasis.INFERRED, AnchorBasis.NEIGHBOURS) or bool(anchor.wider)
    if source.read_on is not None and is_inferred:
        assert anchor.interval.last <= source.read_on, iso_day(anchor.interval.last)
    if source.read_on is not None and anchor.interval.start > source.read_on + 1:
        assert anchor.basis is AnchorBasis.GIVEN
        assert anchor.doubts
    if anchor.header:
        first, last = anchor.header
        assert 0 <= first < last <= len(source.text)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(sources(0), sources(1)))
def test_any_texts_are_settled_and_their_anchors_are_sound(found: tuple[Source, ...]) -> None:
    for document in settle([analyse(each) for each in found], Collection()):
        check(document.anchor, document.source)
        for event in document.events:
            assert document.anchor.header != (event.timex.start, event.timex.end)
            assert all(0 <= share <= 1 + ROUNDING for _, share in event.lent)
