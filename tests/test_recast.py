"""Who is who as people say: one actor instead of two, another name, nobody; kept by builds, and taken back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from extract.__main__ import app
from extract.actors.changes import as_said, in_order
from extract.build import build
from extract.by import by
from extract.errors import CorrectionError
from extract.model import ActorMention, ActorType
from extract.others import settle_all
from extract.recast import Deed, Recast, Wish, recast
from extract.said import ActorChange
from extract.store.library import Library
from extract.store.who import entries
from tests import tables
from tests.texts import READ_ON, built

MARIA = by("Maria", "one man", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))
PER, ORG = ActorType.PERSON, ActorType.ORGANISATION
TEXTS = {
    "one.txt": "On 3 March 2024 Boris Kovalenko met Anna Petrova in Madrid. Kovalenko left on 5 March 2024.",
    "two.txt": "On 3 March 2024 Borys Kovalchuk met Anna Petrova in Madrid.",
    "three.txt": "Published: 4 March 2024\nAnna Petrova came on Monday. Mirador Holdings paid on 1 March 2024.",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return built(tmp_path, TEXTS)


@pytest.fixture
def folder(library: Library) -> Path:
    return library.path.parent / "texts"


def names(library: Library) -> list[list[str]]:
    """The actors of each claim, in the order of the claims."""
    return [row.actors for row in library.rows(tail="ORDER BY source_id, char_start")]


def everyone(library: Library) -> set[str]:
    return {name for actors in names(library) for name in actors}


def contents(library: Library) -> list[tuple[object, ...]]:
    """All that is known of claims and names, but for where their rows lie and what was said."""
    tables = (
        "SELECT event_id, story_id, start, explanation, confidence, actors FROM event_table ORDER BY 1",
        "SELECT * FROM actor_mentions ORDER BY source_id, char_start",
        "SELECT e.event_id, w.words FROM events AS e JOIN event_words AS w ON w.rowid = e.id ORDER BY 1",
    )
    return [tuple(row) for table in tables for row in library.connection.execute(table)]


def call(library: Library, actor: str, target: str, *forms: str, kind: ActorType | None = None) -> Recast:
    return recast(library, actor, Wish(Deed.CALL, target, kind, forms), MARIA)


def test_two_actors_are_one_and_their_claims_one_story(library: Library) -> None:
    assert {"Boris Kovalenko", "Borys Kovalchuk"} <= everyone(library)
    made = call(library, "Borys Kovalchuk", "Boris Kovalenko")
    assert (made.mentions, made.sources) == (1, 1)
    assert "Borys Kovalchuk" not in everyone(library)
    together = [row for row in library.rows() if row.start and row.start == "2024-03-03"]
    assert len({row.story_id for row in together}) == 1
    assert len({row.source_id for row in together}) == 2
    assert library.is_linked


def test_a_new_name_is_found_by_search_and_filter(library: Library) -> None:
    call(library, "Mirador Holdings", "Mirador Group")
    assert everyone(library) >= {"Mirador Group"}
    assert len(tables.ids(library, actors=("Mirador Group",))) == 1
    assert len(tables.ids(library, words="Mirador Group")) == 1
    assert not tables.ids(library, actors=("Mirador Holdings",))


def test_a_form_of_a_name_is_somebody_else(library: Library) -> None:
    call(library, "Boris Kovalenko", "Another Kovalenko", "Kovalenko")
    assert {"Boris Kovalenko", "Another Kovalenko"} <= everyone(library)
    assert sum("Another Kovalenko" in actors for actors in names(library)) == 1


def test_who_is_ignored_is_in_no_claim_and_comes_back(library: Library) -> None:
    before = contents(library)
    recast(library, "Anna Petrova", Wish(Deed.IGNORE), MARIA)
    assert "Anna Petrova" not in everyone(library)
    recast(library, "Anna Petrova", Wish(Deed.UNDO), MARIA)
    assert contents(library) == before


def test_a_new_build_keeps_it_and_applies_it_to_new_documents(folder: Path, library: Library) -> None:
    call(library, "Borys Kovalchuk", "Boris Kovalenko")
    recast(library, "Mirador Holdings", Wish(Deed.IGNORE), MARIA)
    before = contents(library)
    build([folder], library, READ_ON)
    assert contents(library) == before
    (folder / "four.txt").write_text("On 9 March 2024 Borys Kovalchuk paid Mirador Holdings.", encoding="utf-8")
    build([folder], library, READ_ON)
    assert everyone(library) == {"Boris Kovalenko", "Anna Petrova", "Madrid"}
    recast(library, "Mirador Holdings", Wish(Deed.UNDO), MARIA)
    assert sum("Mirador Holdings" in actors for actors in names(library)) == 2


def test_another_type_is_a_change(library: Library) -> None:
    call(library, "Mirador Holdings", "Mirador Holdings", kind=PER)
    kinds = {kind for (kind,) in library.connection.execute(
        "SELECT type FROM actor_mentions WHERE canonical = 'Mirador Holdings'"
    )}  # fmt: skip
    assert kinds == {PER}


@pytest.mark.parametrize(
    ("actor", "wish", "told"),
    [
        ("Nobody Known", Wish(Deed.CALL, "X Y"), "Nobody is called 'Nobody Known'"),
        ("Boris Kovalenka", Wish(Deed.IGNORE), "is it Boris Kovalenko"),
        ("Boris Kovalenko", Wish(Deed.CALL, "  "), "Say who it is"),
        ("Boris Kovalenko", Wish(Deed.CALL, "12"), "is no name"),
        ("Boris Kovalenko", Wish(Deed.CALL, "x" * 201), "is no name"),
        ("Boris Kovalenko", Wish(Deed.CALL, "Boris Kovalenko"), "It is called Boris Kovalenko already"),
        ("Boris Kovalenko", Wish(Deed.CALL, "B", forms=("Petrova",)), "No text names Boris Kovalenko by 'petrova'"),
        ("Boris Kovalenko", Wish(Deed.UNDO), "Nobody has said anything of 'Boris Kovalenko'"),
    ],
)
def test_what_cannot_be_said_changes_nothing(library: Library, actor: str, wish: Wish, told: str) -> None:
    before = contents(library)
    with pytest.raises(CorrectionError, match=told):
        recast(library, actor, wish, MARIA)
    assert contents(library) == before
    assert entries(library) == []


def test_the_log_is_only_added_to(library: Library) -> None:
    call(library, "Borys Kovalchuk", "Boris Kovalenko")
    (said,) = entries(library)
    assert (said.who, said.reason, said.at) == ("Maria", "one man", "2026-11-22T06:10:00+00:00")
    for statement in ("UPDATE actor_changes SET who = 'x'", "DELETE FROM actor_changes"):
        with pytest.raises(Exception, match="only added to"):
            library.connection.execute(statement)


ACTORS = ["Boris Kovalenko", "Borys Kovalchuk", "Anna Petrova", "Mirador Holdings", "Madrid"]
STEPS = st.tuples(
    st.sampled_from(ACTORS),
    st.one_of(
        st.sampled_from([*ACTORS, "Somebody New"]).map(lambda name: Wish(Deed.CALL, name)),
        st.sampled_from([Wish(Deed.IGNORE), Wish(Deed.UNDO)]),
    ),
)


@given(st.lists(STEPS, min_size=1, max_size=5))
@settings(max_examples=20)
def test_after_any_changes_all_is_as_a_whole_pass_leaves_it(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, Wish]]
) -> None:
    library = built(tmp_path_factory.mktemp("place"), TEXTS)
    for actor, wish in steps:
        try:
            recast(library, actor, wish, MARIA)
        except CorrectionError:
            continue
    after = contents(library)
    settle_all(library)
    assert contents(library) == after
    library.close()


def mention(name: str, text: str = "") -> ActorMention:
    return ActorMention(0, 5, text or name, PER, name)


def test_changes_are_replayed_in_order() -> None:
    said = (ActorChange("A", "B"), ActorChange("B", "C", ORG), ActorChange("A", "D"))
    found = as_said(mention("A"), in_order(said))
    assert (found.canonical, found.type, found.found) == ("C", ORG, ("A", PER))
    assert as_said(found, in_order(said)) == found
    assert as_said(found, {}) == mention("A")
    assert as_said(mention("A"), in_order((*said, ActorChange("C", None)))).ignored


def test_the_command_line_tells_and_changes(library: Library) -> None:
    base = ["actor", "--library", str(library.path)]
    run = CliRunner().invoke(app, [*base, "Boris Kovalenko"])
    assert "Boris Kovalenko, person." in run.output
    assert "Named 2 times in 1 sources: Boris Kovalenko (1), Kovalenko (1)." in run.output
    run = CliRunner().invoke(app, [*base, "Borys Kovalchuk", "--same-as", "Boris Kovalenko", "--who", "Ann"])
    assert "Ann said on" in run.output
    assert "that Borys Kovalchuk is Boris Kovalenko." in run.output
    run = CliRunner().invoke(app, [*base, "Borys Kovalchuk", "--undo", "--who", "Bo"])
    assert "Taken back: Ann said" in run.output
    assert CliRunner().invoke(app, [*base, "Boris Kovalenka"]).exit_code == 1
    assert CliRunner().invoke(app, [*base, "Anna Petrova", "--ignore", "--undo"]).exit_code == 2
    assert CliRunner().invoke(app, [*base, "Anna Petrova", "--why", "x"]).exit_code == 2
