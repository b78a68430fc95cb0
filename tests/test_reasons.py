"""Reasons: each that the code gives has words in every language, no words are for nothing, and none is lost in keeping."""

import ast
import string
from html import escape
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue import languages as languages_of_the_interface
from extract.actors.office import Office
from extract.dates.interval import Grain, Interval, Mod, months, one_day, to_day
from extract.model import Status
from extract.reason import (
    Amount,
    Date,
    Reason,
    Unit,
    because,
    in_words_already,
    kept,
    kept_all,
    quotes,
    read,
    read_all,
    together,
)
from extract.wording import Speech, counted, languages, templates, worded

TABLES = {"units", "amounts"}
KEYS = templates().keys() - TABLES - {"between"}
OWN = templates()
DISTANCES = {"offset", "from_told", "shift"}


def calls_of(name: str) -> list[ast.Call]:
    return [
        node
        for path in sorted(Path("extract").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def parts_of(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def families() -> set[str]:
    """Keys that are made of what they are about."""
    sides = ("past", "0", "future")
    return {
        *(f"{mod}_OF" for mod in Mod),
        *(f"told_{status}" for status in Status if status is not Status.REPORTED),
        *(f"{stem}_{side}" for stem in DISTANCES for side in sides),
        *Office,
    }


def texts_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {each.value for each in ast.walk(tree) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def test_every_reason_that_is_given_has_words_with_its_parts() -> None:
    literal = [call for call in calls_of("Reason") if isinstance(call.args[0], ast.Constant)]
    assert len(literal) > 40
    for call in literal:
        key, *parts = call.args
        assert isinstance(key, ast.Constant)
        assert key.value in KEYS
        if parts and isinstance(parts[0], ast.Dict) and None not in parts[0].keys:
            given = {each.value for each in parts[0].keys if isinstance(each, ast.Constant)}
            assert given == parts_of(OWN[key.value]), key.value
    assert families() <= KEYS


def test_no_words_are_for_nothing() -> None:
    named = set().union(*map(texts_of, Path("extract").rglob("*.py")))
    assert named | families() >= KEYS


def test_every_distance_has_words_for_both_sides() -> None:
    stems = {call.args[0].value for call in calls_of("_distance") if isinstance(call.args[0], ast.Constant)}
    assert stems == DISTANCES


def test_whoever_reads_the_interface_in_a_language_reads_reasons_in_it() -> None:
    assert set(languages_of_the_interface()) <= languages()


@pytest.mark.parametrize("code", sorted(languages()))
def test_every_language_says_all_of_it(code: str) -> None:
    said = templates(code)
    assert said.keys() == OWN.keys()
    for key in KEYS:
        assert parts_of(said[key]) == parts_of(OWN[key]), key
        assert all(part.isidentifier() for part in parts_of(said[key])), key
        assert said[key].endswith(".") == OWN[key].endswith("."), key
        assert not set(said[key]) & set("<>&"), key
        assert worded(Reason(key, dict.fromkeys(parts_of(said[key]), "x")), Speech(code))


@pytest.mark.parametrize("code", sorted(languages()))
@pytest.mark.parametrize("grain", list(Grain))
def test_every_unit_has_a_name_and_words_for_one_and_for_many(code: str, grain: Grain) -> None:
    speech, forms = Speech(code), templates(code)["amounts"][grain]
    assert worded(Reason("offset_0", {"unit": Unit(grain)}), speech)
    assert set(forms) <= Locale.parse(code).plural_form.tags | {"other"}
    one, many = counted(Amount(1, grain), speech), counted(Amount(-33, grain), speech)
    assert many.startswith("33 ")
    assert one.removeprefix("1 ") != many.removeprefix("33 ") or code == "ar"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(1, Grain.CENTURY), "1 century"),
        (Amount(2, Grain.CENTURY), "2 centuries"),
        (Amount(1.5, Grain.HOUR), "1.5 hours"),
        (Amount(0, Grain.DAY), "0 days"),
        (Amount(-3, Grain.WEEK), "3 weeks"),
    ],
)
def test_counts_in_words(amount: Amount, words: str) -> None:
    assert counted(amount) == words


@pytest.mark.parametrize(
    ("code", "count", "words"),
    [("ar", 1, "شهر واحد"), ("ar", 2, "شهران"), ("ar", 3, "3 أشهر"), ("ar", 11, "11 شهرًا"), ("ar", 100, "100 شهر"),
     ("el", 1, "1 μήνα"), ("el", 1.5, "1.5 μήνες")],
)  # fmt: skip
def test_counts_in_the_forms_of_a_language(code: str, count: float, words: str) -> None:
    assert counted(Amount(count, Grain.MONTH), Speech(code)) == words


JUNE = Date(months(2024, 6), Grain.MONTH)
WRITTEN = Date(one_day(to_day(2025, 1, 13)), Grain.DAY)
LAST_JUNE = Reason("written", {"reason": Reason("because", {"reason": Reason("past"), "words": "signed"}),
                               "written": WRITTEN, "result": JUNE})  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (
            LAST_JUNE,
            "Told as past, so the last one up to the time of writing (“signed”); written 13 January 2025; so June 2024.",
        ),
        (Reason("told_planned", {"explanation": LAST_JUNE, "words": "will"}), None),
        (Reason("plain", {"reason": Reason("full"), "result": Date(JUNE.interval, Grain.MONTH, Mod.APPROX)}),
         "The words say it all: about June 2024."),
        (Reason("offset_past", {"count": Amount(3, Grain.WEEK)}), "3 weeks before the one of writing"),
        (Reason("unfitting", {"why": (Reason("tells_of", {"words": "2023"}), Reason("is_near", {"words": "May"}))}),
         "does not fit: it tells of “2023”; “May” is near"),
        (because(Reason("set_by", {"who": "Maria", "day": WRITTEN}), "the index"),
         "Maria set it on 13 January 2025: “the index”"),
        (because(Reason("set_by", {"who": "Maria", "day": WRITTEN}), ""), "Maria set it on 13 January 2025"),
        (in_words_already("as ever {so}"), "as ever {so}"),
        (together([Reason("full"), Reason("vague")]), "the words say it all; too vague for a place in the calendar"),
    ],
)  # fmt: skip
def test_a_reason_is_worded_with_its_parts(reason: Reason, words: str | None) -> None:
    assert worded(reason) == (words or f"{worded(LAST_JUNE)} Told as planned (“will”).")


def test_what_is_somebodys_own_is_quoted_as_the_reader_is_told() -> None:
    speech = Speech("el", lambda interval, grain, mod: f"[{grain}]", str, lambda words: f"<{words}>")
    assert worded(LAST_JUNE, speech) == (
        "Αναφέρεται ως περασμένη, άρα η τελευταία έως τον χρόνο γραφής («<signed>»)· χρόνος γραφής: [day]· άρα: [month]."
    )


@pytest.mark.parametrize(("words", "stands"), [("signed", True), ("past", False), ("June", False), ("sign", False)])
def test_whether_words_stand_in_a_reason(words: str, stands: bool) -> None:
    assert quotes(LAST_JUNE, words) is stands


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
GRAINS = st.sampled_from(Grain)
ELEMENTS = st.one_of(
    TEXT,
    st.builds(Unit, GRAINS),
    st.builds(Amount, st.integers() | st.floats(allow_nan=False, allow_infinity=False), GRAINS),
    st.builds(
        lambda start, days, grain, mod: Date(Interval(start, start + days), grain, mod),
        st.integers(-10**6, 10**6), st.integers(1, 10**5), GRAINS, st.none() | st.sampled_from(Mod),
    ),
)  # fmt: skip
REASONS = st.recursive(
    st.builds(Reason, st.sampled_from(sorted(KEYS)), st.dictionaries(TEXT, ELEMENTS, max_size=3)),
    lambda inner: st.builds(
        Reason, st.sampled_from(sorted(KEYS)), st.dictionaries(TEXT, inner | st.lists(inner).map(tuple), max_size=3)
    ),
    max_leaves=6,
)


@given(st.lists(REASONS, max_size=3))
def test_what_is_kept_is_read_again(reasons: list[Reason]) -> None:
    assert read_all(kept_all(reasons)) == tuple(reasons)
    for reason in reasons:
        assert read(kept(reason)) == reason
        assert hash(read(kept(reason))) == hash(reason)


@pytest.mark.parametrize(
    "text",
    [
        "[Maria] added it on 1 May 2025",
        "[]",
        "2023",
        '"x"',
        "null",
        "[[1]]",
        '["full", 3]',
        '["as_it_is", {"words": {"days": [1, 1, "day"]}}]',
        '["as_it_is", {"words": {"unit": []}}]',
        f'["as_it_is", {{"words": {{"count": {10**400}, "of": "day"}}}}]',
        f"[{'[' * 100_000}",
    ],
)
def test_whatever_stands_there_can_be_read(text: str) -> None:
    assert worded(read(text)) == text
    if text[0] == "[" and text != "[]":
        assert [*map(worded, read_all(f"[{text}]"))] == [f"[{text}]"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('["{words:>99999}", {"words": "x"}]', "{words:>99999}"),
        ('["{"]', "{"),
        ('["units"]', "units"),
        ('["lent"]', "lent"),
    ],
)
def test_what_has_no_words_or_not_all_its_parts_is_told_by_its_key(text: str, words: str) -> None:
    assert worded(read(text)) == words


def test_a_key_is_no_markup() -> None:
    assert worded(Reason("<b>x</b>"), Speech(quoted=escape)) == "&lt;b&gt;x&lt;/b&gt;"


def test_words_of_a_later_program_are_told_by_their_key() -> None:
    assert worded(Reason("by_the_moon", {"words": "new moon"}), Speech("el")) == "by_the_moon"


def test_equal_reasons_are_one_among_others() -> None:
    one, other = Reason("lent", {"words": "a", "name": "b"}), Reason("lent", {"name": "b", "words": "a"})
    assert len({one, other}) == 1


def test_words_of_earlier_libraries_stay() -> None:
    assert worded(read("The words say it all: 2023.")) == "The words say it all: 2023."
    assert worded(read("")) == ""
    assert [*map(worded, read_all('["it was read on 3 May 2024"]'))] == ["it was read on 3 May 2024"]
