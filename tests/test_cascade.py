import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extract.dates.cascade import Cell, Rule, Stage, rewrite
from extract.dates.expression import Length, Vague
from extract.dates.interval import Grain

WEEK = Length(1, Grain.WEEK)


def cells_of(row: str) -> list[Cell]:
    """Cells of two characters each, with one between them; the value of each is its place."""
    return [Cell(letter, place, 3 * place, 3 * place + 2) for place, letter in enumerate(row)]


def rule(name: str, pattern: str, build=None, needs: str = "") -> Rule:
    return Rule(name, re.compile(pattern), build or (lambda parts: Vague(name)), needs)


def stage(*rules: Rule, trigger: str = "") -> Stage:
    return Stage(rules, re.compile(trigger))


def letter_of(expression) -> str:
    return "6" if isinstance(expression, Length) else "8"


def rewritten(row: str, *stages: Stage, allows=lambda rule, cells: True) -> list[Cell]:
    return rewrite(cells_of(row), stages, letter_of, allows)


def row_of(cells: list[Cell]) -> str:
    return "".join(cell.letter for cell in cells)


def names_of(cells: list[Cell]) -> list[str]:
    return [cell.value.value for cell in cells if isinstance(cell.value, Vague)]


def test_the_longest_rule_wins_and_of_equally_long_ones_the_first() -> None:
    short, long, late = rule("short", "a"), rule("long", "ab"), rule("late", "a[bc]")
    assert names_of(rewritten("xab", stage(short, late, long))) == ["late"]
    assert names_of(rewritten("xab", stage(short, long, late))) == ["long"]


def test_the_leftmost_rule_wins_over_a_longer_one_that_begins_in_it() -> None:
    assert names_of(rewritten("abbb", stage(rule("first", "ab"), rule("longer", "bbb")))) == ["first"]


def test_a_rule_that_makes_nothing_gives_way_to_a_shorter_one() -> None:
    nothing = rule("nothing", "ab", lambda parts: None)
    found = rewritten("ab", stage(nothing, rule("short", "a")))
    assert row_of(found) == "8b"
    assert names_of(found) == ["short"]


def test_a_rule_that_is_not_allowed_gives_way_and_one_without_needs_is_not_asked_about() -> None:
    asked = []

    def allows(asking: Rule, cells) -> bool:
        asked.append((asking.name, row_of(cells)))
        return False

    found = rewritten("xab", stage(rule("needy", "ab", needs="company"), rule("plain", "a")), allows=allows)
    assert names_of(found) == ["plain"]
    assert asked == [("needy", "ab")]


def test_what_a_rule_makes_spans_its_cells_and_leaves_the_others() -> None:
    found = rewritten("xabcx", stage(rule("all", "abc")))
    assert [(cell.letter, cell.start, cell.end) for cell in found] == [("x", 0, 2), ("8", 3, 11), ("x", 12, 14)]


def test_a_rule_gets_the_values_of_its_named_parts_whatever_number_their_names_end_in() -> None:
    given_parts = []
    build = given_parts.append
    rewritten("xab", stage(rule("all", "(?P<day>c)(?P<month>b)|(?P<day2>a)(?P<month2>b)(?P<year>c)?", build)))
    assert given_parts == [{"day": 1, "month": 2}]


def test_a_rule_that_makes_several_keeps_what_stands_between_and_drops_the_parts_that_it_does_not_name() -> None:
    shape = rule("two", "(?P<first>a)-(?P<noun>n)(?P<last>b)", lambda parts: {"first": WEEK, "last": Vague("end")})
    found = rewritten("xa-nbx", stage(shape))
    assert [(cell.letter, cell.start) for cell in found] == [("x", 0), ("6", 3), ("-", 6), ("8", 12), ("x", 15)]


def test_what_one_stage_makes_is_one_letter_for_the_next() -> None:
    made = rewritten("abab", stage(rule("pair", "ab", lambda parts: WEEK)), stage(rule("both", "66")))
    assert [(cell.letter, cell.start, cell.end) for cell in made] == [("8", 0, 11)]


def test_a_stage_does_not_read_what_it_made_itself() -> None:
    again = stage(rule("pair", "ab", lambda parts: WEEK), rule("both", "6"))
    assert row_of(rewritten("abab", again)) == "66"


def test_a_stage_whose_trigger_is_not_there_does_nothing() -> None:
    assert row_of(rewritten("ab", stage(rule("pair", "ab"), trigger="c"))) == "ab"
    assert row_of(rewritten("abc", stage(rule("pair", "ab"), trigger="c"))) == "8c"


def test_a_pattern_that_takes_no_cell_is_passed_over() -> None:
    assert row_of(rewritten("ab", stage(rule("empty", "c*")))) == "ab"


def test_the_same_letters_with_other_words_are_asked_anew() -> None:
    only_even = stage(rule("even", "(?P<n>a)", lambda parts: WEEK if parts["n"] % 2 == 0 else None))
    assert row_of(rewritten("aaaa", only_even)) == "6a6a"
    odd_first = [Cell(cell.letter, cell.value + 1, cell.start, cell.end) for cell in cells_of("aaaa")]
    assert row_of(rewrite(odd_first, [only_even], letter_of, lambda rule, cells: True)) == "a6a6"


@given(st.text("abc-", max_size=30), st.sets(st.integers(0, 3)))
def test_cells_stay_in_order_and_apart_and_no_bound_is_made_up(row: str, chosen: set[int]) -> None:
    rules = [
        rule("run", "a+b*"),
        rule("none", "(?P<x>c)b", lambda parts: None),
        rule("two", "(?P<first>a)-(?P<last>[bc])", lambda parts: {"first": WEEK, "last": WEEK}),
        rule("one", "b", lambda parts: WEEK),
    ]
    found = rewritten(row, stage(*[rules[number] for number in sorted(chosen)]), stage(rule("next", "[68]+")))
    bounds = [(cell.start, cell.end) for cell in found]
    assert bounds == sorted(bounds)
    assert all(before[1] < after[0] for before, after in pairwise(bounds))
    assert {start for start, _ in bounds} <= {cell.start for cell in cells_of(row)}
    assert {end for _, end in bounds} <= {cell.end for cell in cells_of(row)}
    if row:
        assert (bounds[0][0], bounds[-1][1]) == (0, 3 * len(row) - 1)
