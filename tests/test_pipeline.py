"""What a document tells is the same whether it was made where it was read, or among all others."""

from pathlib import Path

import pytest

from extract.collection import Collection
from extract.dates.interval import to_day
from extract.dates.vintage import together
from extract.era import Vintage
from extract.pipeline import analyse, settle, told_alone, told_beside
from extract.read.documents import make_source
from extract.read.pieces import Text

READ_ON = to_day(2026, 11, 23)
SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("0*.txt"))]
NAMESAKES = [
    "Published: 3 March 1975\n\nGerald Ford met Henry Kissinger in Washington on Monday. Ford left on 2 March 1975.",
    "Published: 5 March 1975\n\nFord said on Tuesday that the talks had failed. Ford will speak again on 9 March.",
    "Published: 6 March 1975\n\nΟ Τζέραλντ Φορντ συνάντησε τον Χένρι Κίσινγκερ στην Ουάσιγκτον στις 3 Μαρτίου 1975.",
    "Henry Kissinger and Gerald Ford met on Monday. G. Ford spoke on 3 March.",
]


@pytest.mark.parametrize("texts", [SEEDS, NAMESAKES, [*SEEDS, *NAMESAKES]])
def test_documents_are_told_alone_as_among_others(texts: list[str]) -> None:
    sources = [make_source(Text(text), f"{number}.txt", read_on=READ_ON) for number, text in enumerate(texts)]
    analyses = [analyse(source) for source in sources]
    alone = [told_alone(analysis) for analysis in analyses]
    assert any(each.alone for each in alone)
    assert settle(alone, Collection()) == settle(analyses, Collection())


def test_only_what_states_its_date_is_told_alone() -> None:
    analyses = [analyse(make_source(Text(text), f"{n}.txt", read_on=READ_ON)) for n, text in enumerate(NAMESAKES)]
    assert [told_alone(each).alone is not None for each in analyses] == [True, True, True, False]


UNDATED = [
    "Helmut Schmidt will meet Valéry Giscard on Friday. The talks of 2 March 1975 had failed, Schmidt said today.",
    "Ο Ελευθέριος Βενιζέλος έφτασε χθες στο Παρίσι. Η συνάντηση της 3ης Μαρτίου 1975 αναβλήθηκε.",
]
"""They share nobody with the others, so that nothing dates them but what the collection says of its age."""


def test_what_states_no_date_is_told_by_the_age_of_its_collection_as_among_others() -> None:
    texts = [*NAMESAKES[:3], *UNDATED]
    sources = [make_source(Text(text), f"{number}.txt", read_on=READ_ON) for number, text in enumerate(texts)]
    first = [told_alone(analyse(source)) for source in sources]
    said = {each.source.source_id: each.alone.vintage if each.alone else each.vintage for each in first}
    age = together(said.values())
    told = [each if each.alone else told_beside(age, each) for each in first]
    among = settle([analyse(source) for source in sources], Collection())
    assert settle(told, Collection(vintage=age, own=said.__getitem__)) == among
    assert [each.is_unsure for each in among] == [False, False, False, True, True]
    assert among[3].anchor != told_beside(Vintage(), first[3]).alone.anchor
