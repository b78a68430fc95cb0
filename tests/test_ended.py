import pytest

from extract.dates.interval import iso_day
from tests.dates_of import dates_of


@pytest.mark.parametrize(
    ("language", "text", "words", "value", "first", "last"),
    [
        ("en", "It lost money in the year ended March 31.", "the year", "P1Y", "2023-04-01", "2024-03-31"),
        ("en", "It lost money in the fiscal year ended Jan. 31, 2023.", "year", "P1Y", "2022-02-01", "2023-01-31"),
        ("en", "It lost money in the year ended Dec. 31, 2023.", "the year", "2023", "2023-01-01", "2023-12-31"),
        ("en", "It lost money in the quarter ended Sept. 30.", "the quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
        ("en", "It lost money in the quarter ended July 31.", "the quarter", "P1Q", "2024-05-01", "2024-07-31"),
        ("en", "Six months ended Oct. 1 brought nothing.", "Six months", "P6M", "2024-04-02", "2024-10-01"),
        ("en", "It counts the year ending tomorrow.", "the year", "P1Y", "2024-01-17", "2025-01-16"),
        ("el", "Τα κέρδη για το έτος που έληξε στις 31 Μαρτίου αυξήθηκαν.", "το έτος", "P1Y", "2023-04-01", "2024-03-31"),
        ("ar", "أرباح السنة المنتهية في 31 مارس ارتفعت.", "السنة", "P1Y", "2023-04-01", "2024-03-31"),
        ("es", "Ganó en el año terminado el 31 de marzo.", "el año", "P1Y", "2023-04-01", "2024-03-31"),
        ("fr", "Bénéfice de l'année close le 31 mars.", "année", "P1Y", "2023-04-01", "2024-03-31"),
        ("it", "Utili nel trimestre chiuso al 30 settembre.", "trimestre", "2024-Q3", "2024-07-01", "2024-09-30"),
        ("ru", "Прибыль за год, закончившийся 31 марта, выросла.", "год", "P1Y", "2023-04-01", "2024-03-31"),
        ("fa", "سود سال مالی منتهی به ۲۹ اسفند ۱۴۰۲ رشد کرد.", "سال", "P1Y", "2023-03-20", "2024-03-19"),
    ],
)  # fmt: skip
def test_a_stretch_reaches_up_to_the_date_on_which_it_ended(
    language: str, text: str, words: str, value: str, first: str, last: str
) -> None:
    stretch, end = dates_of(text, language, "2025-01-15")
    assert (stretch.text, stretch.value) == (words, value)
    assert stretch.interval
    assert (iso_day(stretch.interval.start), iso_day(stretch.interval.last)) == (first, last)
    assert end.value == last


@pytest.mark.parametrize("text", ["In the year ended March 31 it grew.", "In the years ended March 31 it grew."])
def test_where_the_writing_is_not_dated_the_stretch_is_a_mere_length(text: str) -> None:
    found = dates_of(text, "en", None)
    assert [each.interval for each in found] == [None] * len(found)
