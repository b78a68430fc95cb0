"""A bare surname of several people is given to the one who keeps the company that the document names, or to nobody."""

from pathlib import Path

import pytest

from extract.build import build
from extract.collection import Collection
from extract.dates.interval import to_day
from extract.pipeline import analyse, settle
from extract.read.documents import make_source
from extract.read.pieces import Text
from extract.store.library import create_or_open

READ_ON = to_day(2026, 11, 22)

BASHAR = "President Bashar al-Assad met Vladimir Putin and Masoud Pezeshkian in Moscow. Bashar al-Assad thanked Iran."
HAFEZ = "President Hafez al-Assad met Henry Kissinger and Golda Meir's envoys in Damascus in May 1974."
OF_BASHAR = "Assad spoke with Vladimir Putin, and Masoud Pezeshkian welcomed the deal, said Assad on Monday."
OF_HAFEZ = "Assad received Henry Kissinger again, said a diplomat, as Golda Meir waited, Assad said."
OF_EITHER = "Assad was silent, and Assad said nothing more on Monday."
OF_BOTH = "Assad spoke of Vladimir Putin and Masoud Pezeshkian, Henry Kissinger and Golda Meir, Assad said."


def names(*texts: str) -> list[set[str]]:
    documents = settle(
        [analyse(make_source(Text(text), f"{n}.txt", read_on=READ_ON)) for n, text in enumerate(texts)], Collection()
    )
    return [{each.canonical for each in document.actors if "Assad" in each.text} for document in documents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OF_BASHAR, "Bashar al-Assad"),
        (OF_HAFEZ, "Hafez al-Assad"),
        (OF_EITHER, "Assad"),
        (OF_BOTH, "Assad"),
    ],
)
def test_company_tells_who_is_meant(text: str, expected: str) -> None:
    assert names(BASHAR, HAFEZ, text)[-1] == {expected}
    assert names(text, HAFEZ, BASHAR)[0] == {expected}


def test_one_surname_that_only_one_has_needs_no_company() -> None:
    assert names(BASHAR, OF_EITHER)[-1] == {"Bashar al-Assad"}


def test_a_settled_name_is_nobodys_surname() -> None:
    texts = [
        "Michael Jordan met Vladimir Putin and Masoud Pezeshkian.",
        "Vernon Jordan met Henry Kissinger and Golda Meir.",
        "Jordan closed its border, Vladimir Putin told Masoud Pezeshkian.",
    ]
    documents = settle(
        [analyse(make_source(Text(text), f"{n}", read_on=READ_ON)) for n, text in enumerate(texts)], Collection()
    )
    assert "Jordan" in {each.canonical for each in documents[-1].actors}


def test_a_library_knows_the_company_of_those_it_holds(tmp_path: Path) -> None:
    library, folder = create_or_open(tmp_path / "library.db"), tmp_path / "texts"
    folder.mkdir()
    for name, text in {"a": BASHAR, "b": HAFEZ, "c": OF_BASHAR, "d": OF_HAFEZ, "e": OF_EITHER}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        build([folder / f"{name}.txt"], library, READ_ON)
    named = dict(
        library.connection.execute(
            "SELECT substr(location, -5, 1), group_concat(DISTINCT canonical) FROM actor_mentions"
            " JOIN sources USING (source_id) WHERE actor_mentions.text = 'Assad' GROUP BY 1"
        ).fetchall()
    )
    assert named == {"c": "Bashar al-Assad", "d": "Hafez al-Assad", "e": "Assad"}
