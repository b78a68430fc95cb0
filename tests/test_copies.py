"""What the library keeps of voices is what all its texts together give, however they came."""

from collections import defaultdict
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import copies
from extract.build import build
from extract.by import by
from extract.copies import keep_voices
from extract.redate import Deed, change, settle_others
from extract.store.library import Library, create_or_open
from extract.store.voices import in_cells
from extract.text.sketch import are_copies, cells, sketch
from tests import library_factory
from tests.texts import READ_ON, write

MARIA = by("Maria", "seen", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))
NOTICE = " ".join(f"all{number}" for number in range(40))
"""What a site prints under each of its texts."""


def words(chance: Random, count: int) -> list[str]:
    return [f"w{chance.randrange(10**6)}" for _ in range(count)]


def family(chance: Random, count: int) -> list[str]:
    """A text, and others made of it by cutting, adding and changing more and more."""
    text = words(chance, 60)
    found = [" ".join(text)]
    for _ in range(count - 1):
        text = text[: chance.randint(40, len(text))] + words(chance, chance.randint(0, 15))
        found.append(" ".join([*words(chance, chance.randint(0, 8)), *text]))
    return found


def pile(seed: int, families: int = 4, each: int = 6) -> list[str]:
    """Texts of some families, half of them with the site's notice, and a few lines that prove nothing."""
    chance = Random(seed)  # noqa: S311 - the same texts on every run
    found = [text for _ in range(families) for text in family(chance, each)]
    noted = [f"{text} {NOTICE}" if chance.random() < 0.5 else text for text in found]
    return [*dict.fromkeys(noted), "Photo: Reuters", "Photo: AFP"]


def due(texts: dict[str, str], heads: int) -> dict[str, str]:
    """The voices of all texts, found at once: the smallest name spreads along pairs until nothing changes."""
    made = {name: sketch(text) for name, text in texts.items()}
    met: defaultdict[int, list[str]] = defaultdict(list)
    for name in sorted(made):
        for cell in cells(made[name]):
            met[cell].append(name)
    pairs = {pair for names in met.values() for pair in combinations(names, 2) if pair[0] in names[:heads]}
    pairs = {(one, other) for one, other in pairs if are_copies(made[one], made[other])}
    voices = {name: name for name in texts}
    while any(voices[one] != voices[other] for one, other in pairs):
        for one, other in pairs:
            voices[one] = voices[other] = min(voices[one], voices[other])
    return voices


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return create_or_open(tmp_path / "library.db")


def put(library: Library, come: dict[str, str], gone: tuple[str, ...] = ()) -> None:
    with library.writing():
        library.connection.executemany("DELETE FROM sources WHERE source_id = ?", [(name,) for name in gone])
        for name, text in come.items():
            library.put(library_factory.document(name, "en", text, []), "digest")
        keep_voices(library)


def kept(library: Library) -> dict[str, str]:
    return dict(iter(library.connection.execute("SELECT source_id, voice FROM voices")))


def holds(library: Library, heads: int = copies.HEADS) -> bool:
    """Whether every source has the voice that it should, and what else is kept fits."""
    texts = dict(iter(library.connection.execute("SELECT source_id, text FROM sources")))
    under = {(cell, name) for name, text in texts.items() for cell in cells(sketch(text))}
    held = {tuple(row) for row in library.connection.execute("SELECT cell, source_id FROM voice_cells")}
    (left,) = library.connection.execute("SELECT count(*) FROM unvoiced").fetchone()
    return (kept(library), held, left) == (due(texts, heads), under, 0)


def test_copies_are_one_voice_called_by_the_smallest_id(library: Library) -> None:
    one, two, *_ = family(Random(1), 2)  # noqa: S311
    put(library, {"b": one, "c": " ".join(words(Random(2), 60)), "d": two})  # noqa: S311
    assert kept(library) == {"b": "b", "c": "c", "d": "b"}
    put(library, {"a": two + " end"})
    assert kept(library) == {"a": "a", "b": "a", "c": "c", "d": "a"}
    put(library, {}, ("a",))
    assert kept(library) == {"b": "b", "c": "c", "d": "b"}


def test_what_held_copies_together_leaves_them_apart_when_it_goes(library: Library) -> None:
    text = words(Random(3), 120)  # noqa: S311
    texts = {name: " ".join(text[first : first + 60]) for name, first in (("a", 0), ("b", 15), ("c", 30))}
    put(library, texts)
    assert set(kept(library).values()) == {"a"}
    put(library, {"b": "something else"})
    assert kept(library) == {"a": "a", "b": "b", "c": "c"}
    put(library, {"b": texts["b"]})
    assert set(kept(library).values()) == {"a"}


@pytest.mark.parametrize("heads", [1, 2, 3, copies.HEADS])
@pytest.mark.parametrize("seed", range(3))
def test_voices_do_not_depend_on_the_order_in_which_texts_come_and_go(
    library: Library, monkeypatch: pytest.MonkeyPatch, seed: int, heads: int
) -> None:
    monkeypatch.setattr(copies, "HEADS", heads)
    chance = Random(seed)  # noqa: S311
    texts = pile(seed)
    names = chance.sample([f"{number:02}" for number in range(len(texts))], len(texts))
    for _ in range(25):
        come = {name: chance.choice(texts) for name in chance.sample(names, chance.randint(0, 6))}
        put(library, come, tuple(chance.sample(names, chance.randint(0, 4))))
        assert holds(library, heads)
    assert len(set(kept(library).values())) < len(kept(library))


POOL = pile(7, families=2, each=4)
STEPS = st.lists(
    st.tuples(
        st.dictionaries(st.integers(0, 9).map(str), st.sampled_from(POOL), max_size=4),
        st.lists(st.integers(0, 9).map(str), max_size=2),
    ),
    max_size=6,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS, st.integers(1, 3))
def test_whatever_comes_and_goes(library: Library, monkeypatch: pytest.MonkeyPatch, steps, heads: int) -> None:
    monkeypatch.setattr(copies, "HEADS", heads)
    put(library, {}, tuple(kept(library)))
    for come, gone in steps:
        put(library, come, tuple(gone))
        assert holds(library, heads)


def test_the_same_text_again_changes_no_voice(library: Library) -> None:
    texts = {f"{number:02}": text for number, text in enumerate(pile(5))}
    put(library, texts)
    before = kept(library)
    put(library, texts)
    assert kept(library) == before
    assert holds(library)


def test_what_a_whole_site_has_in_common_neither_joins_its_texts_nor_is_compared_with_all(library: Library) -> None:
    chance = Random(11)  # noqa: S311
    texts = {f"{number:03}": f"{' '.join(words(chance, 60))} {NOTICE}" for number in range(200)}
    put(library, texts)
    assert set(kept(library).values()) == set(texts)
    last = {"199": sketch(texts["199"])}
    crowds = [len(sources) for sources in in_cells(library, cells(last["199"])).values()]
    assert max(crowds) > 3 * copies.HEADS
    assert 0 < len(set(copies._pairs(library, last))) <= sum(min(crowd, copies.HEADS) for crowd in crowds)


def test_a_crowd_that_comes_and_goes_parts_and_joins_as_it_would_at_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two short texts are alike by the notice alone; so many longer ones have it that these head all their cells."""
    monkeypatch.setattr(copies, "HEADS", 1)
    chance = Random(13)  # noqa: S311
    short = {name: f"{' '.join(words(chance, 15))} {NOTICE}" for name in ("000", "800", "900")}
    first = short.pop("000")
    crowd = {f"{number:03}": f"{' '.join(words(chance, 60))} {NOTICE}" for number in range(100, 220)}
    put(library, short)
    assert kept(library) == {"800": "800", "900": "800"}
    put(library, crowd)
    assert (kept(library)["900"], holds(library, 1)) == ("900", True)
    put(library, {"000": first})
    assert (kept(library)["900"], holds(library, 1)) == ("000", True)
    put(library, {}, ("000",))
    assert (kept(library)["900"], holds(library, 1)) == ("900", True)
    put(library, {}, tuple(crowd))
    assert (kept(library)["900"], holds(library, 1)) == ("800", True)
    put(library, {}, tuple(short))
    put(library, short | crowd)
    assert (kept(library)["900"], holds(library, 1)) == ("900", True)


def test_the_copies_of_a_text_find_one_another_in_a_crowd(library: Library) -> None:
    text = words(Random(12), 60)  # noqa: S311
    put(library, {f"{number:02}": " ".join([*text[:-1], f"end{number}"]) for number in range(5 * copies.HEADS)})
    assert set(kept(library).values()) == {"00"}
    put(library, {}, tuple(f"{number:02}" for number in range(2 * copies.HEADS)))
    assert set(kept(library).values()) == {f"{2 * copies.HEADS:02}"}


def test_builds_keep_voices_as_files_come_change_move_and_go(tmp_path: Path, library: Library) -> None:
    chance = Random(21)  # noqa: S311
    texts = {f"{number:02}.txt": f"Published: 18 January 2025\n\n{text}" for number, text in enumerate(pile(21))}
    folder = tmp_path / "texts"
    for first in range(0, len(texts), 9):
        build([write(folder, dict(list(texts.items())[first : first + 9]))], library, READ_ON)
        assert holds(library)
    assert len(set(kept(library).values())) < len(kept(library))
    for name in chance.sample(sorted(texts), 6):
        build([write(folder, {name: texts[chance.choice(sorted(texts))]})], library, READ_ON)
        assert holds(library)
    one, other = sorted(texts)[:2]
    (folder / one).rename(folder / "moved.txt")
    (folder / other).rename(folder / one)
    build([folder], library, READ_ON)
    assert holds(library)


def test_another_date_leaves_every_voice(tmp_path: Path, library: Library) -> None:
    texts = {f"{number}.txt": f"On Friday it fell.\n{text}" for number, text in enumerate(pile(22, families=2))}
    build([write(tmp_path / "texts", texts)], library, READ_ON)
    before = kept(library)
    settle_others(library, change(library, min(before), Deed.SET, "2025-03-03", MARIA))
    assert kept(library) == before
    assert holds(library)


def test_the_seeds_are_five_voices(library: Library) -> None:
    build([Path("seeds")], library, READ_ON)
    assert len(set(kept(library).values())) == 5
