"""The sentences next to a claim's own: as many as fit, of the text's own, and none where the text is another."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.build import build
from extract.by import by
from extract.dates.interval import Grain, months, to_day
from extract.handmade import NewClaim
from extract.judge import add_claim
from extract.passage import LETTERS, Passage, passage_of
from extract.store import reading
from extract.store.library import create_or_open, open_read_only
from tests import library_factory
from tests.library_factory import Told, document

YEAR = (months(2019, 1, 12), Grain.YEAR)
LONG = " ".join(["word"] * 200)


@pytest.fixture
def round_(tmp_path):
    """What stands round the one claim of a text; its sentence is a line."""

    def made(text, language="en", words="2019"):
        path = library_factory.build(tmp_path / "l.db", [document("a", language, text, [Told(words, YEAR)])])
        library = open_read_only(path)
        found = passage_of(library, reading.claim(library, "a.0"))
        library.close()
        return found

    return made


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("It fell in 2019.", None, None),
        ("It fell in 2019.\n***\n", None, None),
        ("It fell in 2019.\nA. B c. Then more. And more.", "", "\nA. B c. Then more."),
        ("One. Two. Three.\nIt fell in 2019.", "Two. Three.\n", ""),
        ("One.\n\n* * *\n\nIt fell in 2019.\n\nTwo.", "One.\n\n* * *\n\n", "\n\nTwo."),
        ("Dr. Lee came. He left at 5.30.\nIt fell in 2019.", "Dr. Lee came. He left at 5.30.\n", ""),
        ("Fin!\nIt fell in 2019.\nYes? No. Maybe.", "Fin!\n", "\nYes? No."),
        ("\U0001f600 One.\nIt fell in 2019.\n\U0001f600 Two.", "\U0001f600 One.\n", "\n\U0001f600 Two."),
    ],
)
def test_two_sentences_on_either_side(round_, text, before, after):
    assert round_(text) == (None if before is None else Passage(before, after))


def test_in_other_scripts(round_):
    arabic = "سقطت المدينة. هل عادت؟ نعم عادت.\nحدث ذلك في 2019.\nثم انتهى كل شيء. وبعد ذلك؟ لا أحد يعرف."
    assert round_(arabic, "ar") == Passage("هل عادت؟ نعم عادت.\n", "\nثم انتهى كل شيء. وبعد ذلك؟")
    assert round_("一。二。三。\n2019年。\n四。五。六。", "zh") == Passage("二。三。\n", "\n四。五。")


def test_long_sentences_are_cut_between_words(round_):
    found = round_(f"{LONG}.\nIt fell in 2019.\n{LONG}.")
    assert found.before.startswith("\u2026word word")
    assert found.before.endswith("word.\n")
    assert found.after.startswith("\nword")
    assert found.after.endswith("word\u2026")
    assert len(found.before) <= LETTERS + 1
    assert len(found.after) <= LETTERS + 1


def test_what_has_no_spaces_is_cut_where_it_must_be(round_):
    found = round_(f"{'w' * 5_000}\nIt fell in 2019.\n{'w' * 5_000}")
    assert found == Passage("\u2026" + "w" * (LETTERS - 1) + "\n", "\n" + "w" * (LETTERS - 1) + "\u2026")


def test_whole_sentences_of_a_long_text_are_not_cut(round_):
    many = " ".join(f"Sentence number {number} is here." for number in range(200))
    found = round_(f"{many}\nIt fell in 2019.\n{many}")
    assert found.before == "Sentence number 198 is here. Sentence number 199 is here.\n"
    assert found.after == "\nSentence number 0 is here. Sentence number 1 is here."


def test_another_text_has_no_neighbours_of_the_sentence(tmp_path):
    path = library_factory.build(
        tmp_path / "l.db", [document("a", "en", "One.\nIt fell in 2019.", [Told("2019", YEAR)])]
    )
    library = create_or_open(path)
    claim = reading.claim(library, "a.0")
    with library.writing():
        library.connection.execute("UPDATE sources SET text = 'Another. Text. That is there by now.'")
    assert passage_of(library, claim) is None
    with library.writing():
        library.connection.execute("DELETE FROM sources")
    assert passage_of(library, claim) is None
    library.close()


def test_every_claim_of_the_seeds_has_its_sentence_in_its_place(tmp_path):
    library = create_or_open(tmp_path / "l.db")
    build([Path("seeds")], library, to_day(2026, 11, 21))
    for claim in reading.claims(library, "1"):
        before, after = reading.around(library, claim, 10_000)
        whole = reading.reading(library, claim.row.source_id).text
        assert before + claim.row.sentence + after == whole
        assert passage_of(library, claim)
    library.close()


def test_a_claim_that_a_person_added(tmp_path):
    path = library_factory.build(tmp_path / "l.db", [document("a", "en", "One. The bridge fell one night. Two.", [])])
    library = create_or_open(path)
    maria = by("Maria", "", datetime(2026, 11, 22, tzinfo=UTC))
    (event,) = add_claim(library, NewClaim("a", "2019", "The bridge fell", "one night"), maria).claims
    assert passage_of(library, reading.claim(library, event)) == Passage("One. ", " Two.")
    library.close()
