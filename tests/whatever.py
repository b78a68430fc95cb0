"""Whatever people may say of a small library, in any order."""

from pathlib import Path

from hypothesis import strategies as st

from extract.amend import amend
from extract.errors import CorrectionError
from extract.handmade import NewClaim
from extract.judge import add_claim, judge, take_back, undo
from extract.recast import Deed as Naming
from extract.recast import Wish, recast
from extract.redate import Deed, change, settle_others
from extract.remark import note, star
from extract.said import Field, Verdict
from extract.store.library import Library
from tests.correcting import TEXTS, claim, made, says

FILES = sorted(TEXTS)
NAMES = ["resigned", "fell", "Friday", "one.txt", "two.txt"]
STEPS = st.one_of(
    st.tuples(st.just("amend"), st.sampled_from(NAMES), st.dictionaries(
        st.sampled_from(Field), st.sampled_from(["2024-03-03", "2023-05", "unknown", "planned", "alleged", "attack", "It fell"]),
        min_size=1, max_size=2)),
    st.tuples(st.sampled_from([Verdict.ACCEPT, Verdict.REJECT, Verdict.PREFER, Verdict.PART]), st.sampled_from(NAMES)),
    st.tuples(st.just(Verdict.JOIN), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("note"), st.sampled_from(NAMES), st.sampled_from(["", "look", "Ελλάδα"])),
    st.tuples(st.just("star"), st.sampled_from(NAMES), st.booleans()),
    st.tuples(st.just("add"), st.sampled_from(["2023-06", "2024-03-03"])),
    st.tuples(st.just("undo"), st.sampled_from(NAMES)),
    st.tuples(st.just("take back"), st.integers(1, 12)),
    st.tuples(st.just("date"), st.sampled_from(FILES), st.sampled_from(["2025-01-20", "unknown"])),
    st.tuples(st.just("call"), st.sampled_from(["Boris Kovalenko", "Anna Petrova"]), st.sampled_from(["Anna Petrova", "B. K."])),
)  # fmt: skip


def do(library: Library, ids: dict[str, str], step: tuple[object, ...], minutes: int) -> None:
    """One thing that somebody says; what cannot be said is not."""
    said, (what, about, *more) = says("Maria" if minutes % 3 else "Eve", "", minutes), step
    source = lambda file: library.connection.execute(  # noqa: E731
        "SELECT source_id FROM sources WHERE location LIKE ?", (f"%{file}",)
    ).fetchone()[0]
    try:
        match what:
            case "amend":
                amend(library, ids[str(about)], more[0], said)
            case "note":
                note(library, ids[str(about)], str(more[0]), said)
            case "star":
                star(library, ids[str(about)], said, is_on=bool(more[0]))
            case "add":
                add_claim(library, NewClaim(source("three.txt"), str(about), "She comes", "Anna Petrova came"), said)
            case "undo":
                undo(library, ids[str(about)], said)
            case "take back":
                take_back(library, int(str(about)), said)
            case "date":
                settle_others(library, change(library, source(about), Deed.SET, str(more[0]), said))
            case "call":
                recast(library, str(about), Wish(Naming.CALL, str(more[0])), said)
            case _:
                judge(library, Verdict(what), [ids[str(each)] for each in (about, *more)], said)
    except CorrectionError:
        return


def ids_of(library: Library) -> dict[str, str]:
    found = {name: claim(library, name).event_id for name in NAMES[:3]}
    return found | {file: claim(library, "met", file).event_id for file in NAMES[3:]}


def talked_over(place: Path, steps: list[tuple[object, ...]]) -> Library:
    """The small library after people said all that, one after the other."""
    library = made(place)
    ids = ids_of(library)
    for minutes, step in enumerate(steps):
        do(library, ids, step, minutes)
    return library
