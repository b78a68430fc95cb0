"""Every sentence of tests/cases: its dates, all of them, with their values, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extract.dates.interval import unit_of
from extract.dates.write import in_words
from extract.wording import worded
from tests.dates_of import dates_of

CASES = Path(__file__).parent / "cases"
MARKED = re.compile(r"\[(?P<words>[^\]=]+) = (?P<value>\S+?)(?: (?P<mod>[A-Z]+))?\]")


@dataclass(frozen=True)
class Case:
    language: str
    line: int
    written: str
    marked: str

    @property
    def text(self) -> str:
        return MARKED.sub(lambda found: found["words"], self.marked)

    @property
    def dates(self) -> list[tuple[str, str, str | None]]:
        return [(found["words"], found["value"], found["mod"]) for found in MARKED.finditer(self.marked)]


def read_cases(path: Path) -> Iterator[Case]:
    written = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("written "):
            written = line.removeprefix("written ").strip()
            continue
        assert written, f"{path.name}, line {number}: say first when it was written"
        rest = MARKED.sub("", line)
        assert "[" not in rest, f"{path.name}, line {number}: a bracket that is not of the form [words = value]"
        assert "]" not in rest, f"{path.name}, line {number}: a bracket that is not of the form [words = value]"
        yield Case(path.stem, number, written, line)


ALL = [case for path in sorted(CASES.glob("*.txt")) for case in read_cases(path)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}:{case.line}")
def test_every_date_of_the_sentence_and_no_other(case: Case) -> None:
    assert [
        (timex.text, timex.value, timex.mod) for timex in dates_of(case.text, case.language, case.written)
    ] == case.dates


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}:{case.line}")
def test_each_says_why(case: Case) -> None:
    for timex in dates_of(case.text, case.language, case.written):
        if timex.interval and timex.grain:
            assert in_words(unit_of(timex.interval.start, timex.grain), timex.grain) in worded(timex.explanation) or (
                in_words(timex.interval, timex.grain) in worded(timex.explanation)
            )
        else:
            assert worded(timex.explanation).startswith("Not placed: ")


def test_each_language_with_a_file_has_cases() -> None:
    packs = {path.stem for path in Path("extract/dates/languages").glob("*.toml")}
    assert packs == {case.language for case in ALL}
