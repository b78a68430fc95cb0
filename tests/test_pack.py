from pathlib import Path

import pytest

from extract.dates.lexicon import build
from extract.dates.pack import Example, header_labels, load_pack, pack_codes, read_pack
from extract.dates.vocabulary import vocabulary
from extract.errors import LanguageError
from tests.dates_of import dates_of

EXAMPLES = [(code, example) for code in pack_codes() if (pack := load_pack(code)) for example in pack.examples]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else "")
def test_the_examples_of_a_language_file_hold(code: str, example: Example) -> None:
    found = {timex.text: timex.value for timex in dates_of(example.text, code, example.written)}
    assert found == example.finds


def test_every_language_file_has_examples() -> None:
    assert {code for code, _ in EXAMPLES} == set(pack_codes())


def language_file(folder: Path, text: str, name: str = "el.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('code = "el"\nmonth = { 1 = ["a"] }', "month: Extra inputs"),
        ('code = "el"\norder = "DYM"', "order: "),
        ('code = "el"\n[edges]\nEARLY = ["αρχές"]', "edges.EARLY"),
        ('code = "el"\n[offsets]\n"χθες" = { hours = -1 }', "offsets.χθες.hours"),
        ('code = "el"\ndrop = [', "Invalid value"),
        ('code = "fr"', "another file's name"),
        ("", "code: Field required"),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_key(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(LanguageError) as error:
        read_pack(language_file(tmp_path, text))
    assert str(error.value).startswith("el.toml: ")
    assert told in str(error.value)


def test_words_that_the_libraries_supply_are_refused(tmp_path: Path) -> None:
    pack = read_pack(language_file(tmp_path, 'code = "el"\nmonths = { 1 = ["Ιανουάριος", "Γενάρης"] }'))
    with pytest.raises(LanguageError, match=r"el\.toml: already supplied .*: ιανουαριοσ \(months\)$"):
        build(vocabulary("el"), pack)


def test_a_header_label_of_any_language_counts() -> None:
    assert {"published", "δημοσιευση", "اخر تحديث"} <= header_labels()
