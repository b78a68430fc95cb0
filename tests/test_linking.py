"""What the library keeps of stories is what all its claims together give, however they came."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from extract import linking
from extract.build import build
from extract.by import by
from extract.events import stories as pure
from extract.linking import Linker
from extract.others import link_all
from extract.recast import Deed, Wish, recast
from extract.redate import Deed as Dating
from extract.redate import change, settle_others
from extract.store.known import EVERY
from extract.store.library import Library, create_or_open
from extract.store.tellings import told_claims
from tests import weighing
from tests.texts import READ_ON, write

MARIA = by("Maria", "seen", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))
PEOPLE = ("Vladimir Putin", "Masoud Pezeshkian", "Emmanuel Macron", "Narendra Modi", "Xi Jinping")
PLACES = ("Russia", "Iran", "France", "India", "China")
DEEDS = ("signed a treaty", "met", "will hold talks", "announced sanctions", "exchanged prisoners", "attended a summit")
TIMES = (
    "on 17 January 2025", "on Friday", "in January", "last year", "in 2023", "in June 2024", "yesterday",
    "on 19 June 2024", "last week", "soon", "before the end of the year", "in the near future", "in early June",
)  # fmt: skip


def chance_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same texts on every run


def texts(count: int, chance: Random) -> dict[str, str]:
    """Reports about the same few people and times."""
    found = {}
    for number in range(count):
        who = chance.sample(range(len(PEOPLE)), 2)
        names = [PEOPLE[each] for each in who] + [PLACES[each] for each in who]
        lines = [
            f"{chance.choice(names[:2])} and {chance.choice(names[2:])} {chance.choice(DEEDS)} {chance.choice(TIMES)}."
            for _ in range(chance.randint(2, 6))
        ]
        head = f"Published: {chance.randint(13, 24)} January 2025\n\n{' and '.join(names)} have much to talk about.\n"
        found[f"{number:02}.txt"] = head + "\n".join(lines)
    return found


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return create_or_open(tmp_path / "library.db")


def kept(library: Library) -> dict[str, str]:
    return dict(iter(library.connection.execute("SELECT event_id, story_id FROM events")))


def due(library: Library) -> dict[str, str]:
    """What all claims together give, compared anew and in memory."""
    return pure.stories(Linker(library).tellables(told_claims(library, EVERY)))


def holds(library: Library) -> bool:
    """Whether every claim has the story that it should, and what is kept of tellings and stories fits."""
    linked = kept(library)
    lost = library.connection.execute(
        "SELECT count(*) FROM tellings AS t WHERE NOT EXISTS (SELECT 1 FROM events AS e WHERE e.telling_id = t.telling_id)"
        " OR story_id NOT IN (SELECT telling_id FROM tellings) OR leads_to NOT IN (SELECT telling_id FROM tellings)"
    ).fetchone()
    idle = library.connection.execute(
        "SELECT count(*) FROM tellings WHERE start_day IS NULL AND NOT is_planned"
    ).fetchone()
    stray = library.connection.execute(
        "SELECT count(*) FROM telling_cells WHERE telling_id NOT IN (SELECT telling_id FROM tellings)"
    ).fetchone()
    weighed = weighing.kept(library) == weighing.due(library)
    return linked == due(library) and weighed and (lost[0], stray[0], idle[0]) == (0, 0, 0)


@pytest.mark.parametrize("seed", range(4))
def test_stories_do_not_depend_on_the_order_in_which_documents_come(
    tmp_path: Path, library: Library, seed: int
) -> None:
    chance = chance_of(seed)
    found = texts(24, chance)
    names = chance.sample(sorted(found), len(found))
    while names:
        now, names = names[: (size := chance.randint(1, 9))], names[size:]
        build([write(tmp_path / "texts", {name: found[name] for name in now})], library, READ_ON)
        assert holds(library)
    assert len(set(kept(library).values())) < len(kept(library))
    before, weights = kept(library), weighing.kept(library)
    link_all(library)
    assert kept(library) == before
    assert weighing.kept(library) == weights


def test_a_text_that_changes_takes_its_claims_out_of_stories(tmp_path: Path, library: Library) -> None:
    chance = chance_of(9)
    found = texts(16, chance)
    folder = write(tmp_path / "texts", found)
    build([folder], library, READ_ON)
    for name, text in zip(sorted(found), texts(16, chance).values(), strict=True):
        write(folder, {name: text})
        build([folder], library, READ_ON)
        assert holds(library)


SIGNED = (
    "Published: 18 January 2025\n\nRussia and Iran: Vladimir Putin and Masoud Pezeshkian signed a treaty on 17 January."
)


def test_a_plan_that_comes_last_finds_what_came_of_it(tmp_path: Path, library: Library) -> None:
    plan = "Published: 31 October 2024\n\nVladimir Putin and Masoud Pezeshkian will sign a treaty soon. Russia and Iran wait."
    build([write(tmp_path / "texts", {"signed.txt": SIGNED})], library, READ_ON)
    build([write(tmp_path / "texts", {"plan.txt": plan})], library, READ_ON)
    assert len(set(kept(library).values())) == 1
    assert holds(library)


def test_another_date_and_another_name_change_what_tells_the_same(tmp_path: Path, library: Library) -> None:
    build([write(tmp_path / "texts", texts(16, chance_of(5)))], library, READ_ON)
    for (source,) in library.connection.execute("SELECT source_id FROM sources ORDER BY 1 LIMIT 4").fetchall():
        settle_others(library, change(library, source, Dating.SET, "2025-03-03", MARIA))
        assert holds(library)
    recast(library, "Vladimir Putin", Wish(Deed.CALL, target="Xi Jinping"), MARIA)
    assert holds(library)
    recast(library, "Xi Jinping", Wish(Deed.UNDO), MARIA)
    assert holds(library)


@pytest.mark.parametrize("most", [1, 2, 4])
def test_cells_that_fill_and_empty_change_what_is_found_in_them(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(linking, "MOST_IN_CELL", most)
    monkeypatch.setattr(pure, "MOST_IN_CELL", most)
    found = texts(20, chance_of(3))
    folder = tmp_path / "texts"
    for name in sorted(found):
        build([write(folder, {name: found[name]})], library, READ_ON)
        assert holds(library)
    for name in sorted(found)[::2]:
        build([write(folder, {name: "Published: 20 January 2025\n\nIt rained on Monday."})], library, READ_ON)
        assert holds(library)


def test_a_source_that_moves_and_one_that_goes_are_weighed_no_more(tmp_path: Path, library: Library) -> None:
    found = texts(8, chance_of(2))
    folder = write(tmp_path / "texts", found)
    build([folder], library, READ_ON)
    first, second = sorted(found)[:2]
    (folder / first).rename(folder / second)  # the second text is gone, the first stands in its place
    build([folder], library, READ_ON)
    assert holds(library)
    assert len(library.connection.execute("SELECT source_id FROM sources").fetchall()) == len(found) - 1


def test_what_a_manifest_says_of_languages_and_dates_weighs(tmp_path: Path, library: Library) -> None:
    folder = write(tmp_path / "texts", texts(8, chance_of(4)))
    build([folder], library, READ_ON)
    weights = weighing.kept(library)
    told = [f'[[source]]\nfile = "0{n}.txt"\nlanguage = "el"\ndate = "2025-0{n + 2}-13"\n' for n in range(4)]
    (folder / "manifest.toml").write_text("\n".join(told), encoding="utf-8")
    build([folder], library, READ_ON)
    assert holds(library)
    assert weighing.kept(library) != weights


def test_all_are_linked_in_turns_as_they_are_at_once(tmp_path: Path, library: Library, monkeypatch) -> None:
    build([write(tmp_path / "texts", texts(24, chance_of(7)))], library, READ_ON)
    before = kept(library)
    monkeypatch.setattr(linking, "CLAIMS_AT_ONCE", 3)
    link_all(library)
    assert kept(library) == before
    assert holds(library)
