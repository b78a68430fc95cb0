"""The commands by which people correct what was found: dates, actors, claims; and the log of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from extract.console import (
    EXIT_CODES,
    LibraryOption,
    UndoOption,
    WhoOption,
    WhyOption,
    app,
    refuse,
    screen,
    told_plainly,
    user,
)
from extract.model import ActorType, Status
from extract.said import Field, Verdict


class ActorKind(StrEnum):
    """What an actor can be, for people."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@app.command(
    epilog='Example: python -m extract date interview.txt 1998-05 --why "the index of the archive"' + EXIT_CODES
)
def date(
    source: Annotated[str, typer.Argument(help="Its id or the beginning of it, its path, or the name of its file.")],
    written: Annotated[
        str | None, typer.Argument(metavar="[DATE]", help="2025-01-13, 2025-01, 2025, in words, or unknown.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Let the evidence count again.")] = False,
    undo: UndoOption = False,
    why: WhyOption = "",
    who: WhoOption = None,
    library: LibraryOption = Path("library.db"),
) -> None:
    """Tell when a source was written and why, or say when: a person's word goes before all evidence, and is kept."""
    from extract.redate import Deed
    from extract.say_when import change, tell
    from extract.store.library import open_read_only, open_to_change

    if (written is not None) + clear + undo > 1:
        raise typer.BadParameter("give a date, --clear or --undo: only one of them can be meant")
    deed = Deed.UNDO if undo else Deed.CLEAR if clear else Deed.SET if written is not None else None
    if deed is None and (why or who):
        raise typer.BadParameter("--why and --who go with a change: give a date, --clear or --undo")
    with told_plainly():
        if deed is None:
            with closing(open_read_only(library)) as opened:
                print(tell(opened, source))
        else:
            with closing(open_to_change(library)) as opened:
                print(change(opened, source, deed, written or "", who or user(), why))


@app.command(epilog='Example: python -m extract remove interview.txt --why "not of this affair"' + EXIT_CODES)
def remove(
    source: Annotated[str, typer.Argument(help="Its id or the beginning of it, its path, or the name of its file.")],
    undo: Annotated[bool, typer.Option("--undo", help="Let the next build take it in again.")] = False,
    why: WhyOption = "",
    who: WhoOption = None,
    library: LibraryOption = Path("library.db"),
) -> None:
    """Take a source out of the library, whatever builds come; what people said of it is kept."""
    from datetime import UTC, datetime

    from extract.by import by
    from extract.remove import let_in
    from extract.remove import remove as remove_from
    from extract.store.library import open_to_change
    from extract.store.shelf import find

    with told_plainly(), closing(open_to_change(library)) as opened:
        if undo:
            print(f"The next build takes {let_in(opened, source).name} in again.")
        else:
            out = remove_from(opened, find(opened, source), by(who or user(), why, datetime.now(UTC)))
            print(f"{out.name} is out of the library. Take that back: remove {out.source_id} --undo, and build again.")


@app.command(
    epilog='Example: python -m extract actor "Zelenskiy" --same-as "Volodymyr Zelensky" --why "one spelling of his"'
    + EXIT_CODES
)
def actor(  # noqa: PLR0913, PLR0917 - the command's options
    name: Annotated[str, typer.Argument(help="Its name, as the table gives it.")],
    same_as: Annotated[
        str | None, typer.Option("--same-as", metavar="NAME", help="It is this actor, or is to be called so.")
    ] = None,
    forms: Annotated[
        str | None, typer.Option(metavar='"FORM; FORM"', help="Only where texts name it by these words.")
    ] = None,
    kind: Annotated[ActorKind | None, typer.Option("--type", help="What it is.")] = None,
    ignore: Annotated[bool, typer.Option("--ignore", help="It is nobody.")] = False,
    undo: UndoOption = False,
    why: WhyOption = "",
    who: WhoOption = None,
    library: LibraryOption = Path("library.db"),
) -> None:
    """Tell how texts name an actor, or say who it is: another one, another name, nobody. What is said is kept."""
    from extract.recast import Deed, Wish
    from extract.say_who import change, tell
    from extract.store.library import open_read_only, open_to_change

    said = [same_as is not None or kind is not None, ignore, undo]
    if sum(said) > 1:
        raise typer.BadParameter("give --same-as, --ignore or --undo: only one of them can be meant")
    if not any(said) and (why or who or forms):
        raise typer.BadParameter("--forms, --why and --who go with a change: give --same-as, --ignore or --undo")
    with told_plainly():
        if not any(said):
            with closing(open_read_only(library)) as opened:
                print(tell(opened, name))
            return
        some = tuple((forms or "").split(";"))
        deed = Deed.UNDO if undo else Deed.IGNORE if ignore else Deed.CALL
        wish = Wish(deed, name if same_as is None else same_as, ActorType[kind.name] if kind else None, some)
        with closing(open_to_change(library)) as opened:
            print(change(opened, name, wish, who or user(), why))


@app.command(
    epilog="Example: python -m extract claim 1c2f9a --correct 'date=May 1998' --why 'the register'" + EXIT_CODES
)
def claim(  # noqa: PLR0913, PLR0917 - the command's options
    name: Annotated[str, typer.Argument(metavar="ID", help="Its event_id, or the beginning of it.")],
    accept: Annotated[bool, typer.Option("--accept", help="It was checked, and its date is right.")] = False,
    correct: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE", help="date, status, kind or headline is otherwise; may be given again."),
    ] = None,
    reject: Annotated[bool, typer.Option("--reject", help="It is no claim, or a wrong one.")] = False,
    same_as: Annotated[
        str | None, typer.Option("--same-as", metavar="ID", help="It is of the same event as that one.")
    ] = None,
    apart: Annotated[bool, typer.Option("--apart", help="It is of another event than the rest of its story.")] = False,
    prefer: Annotated[bool, typer.Option("--prefer", help="Its date is that of its story.")] = False,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What is to be known of it; empty takes it away.")
    ] = None,
    star: Annotated[
        bool | None, typer.Option("--star/--no-star", help="It is to be come back to, or no more.", show_default=False)
    ] = None,
    undo: UndoOption = False,
    why: WhyOption = "",
    who: WhoOption = None,
    library: LibraryOption = Path("library.db"),
) -> None:
    """Tell who else tells of a claim's event, or say what the claim is worth. What is said is kept."""
    from extract.say_what import Wish, say, tell
    from extract.store.library import open_read_only, open_to_change

    verdicts = {
        Verdict.ACCEPT: accept,
        Verdict.REJECT: reject,
        Verdict.JOIN: same_as is not None,
        Verdict.PART: apart,
        Verdict.PREFER: prefer,
    }
    said = [verdict for verdict, wished in verdicts.items() if wished]
    wishes = len(said) + bool(correct) + (note is not None) + (star is not None) + undo
    told = "--accept, --correct, --reject, --same-as, --apart, --prefer, --note, --star or --undo"
    if wishes > 1:
        raise typer.BadParameter(f"give {told}: only one of them can be meant")
    if not wishes and (why or who):
        raise typer.BadParameter(f"--why and --who go with a change: {told}")
    wish = Wish(said[0] if said else None, same_as, _fields(correct or []), note, star)
    with told_plainly():
        if not wishes:
            with closing(open_read_only(library)) as opened:
                print(tell(opened, name))
            return
        with closing(open_to_change(library)) as opened:
            print(say(opened, name, wish, who or user(), why))


def _fields(given: Sequence[str]) -> dict[Field, str]:
    """What is otherwise, by its field. Raises BadParameter where one is no field, or has no value."""
    values: dict[Field, str] = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign or name.strip() not in set(Field):
            hint = f"{each!r}: write FIELD=VALUE, where the field is one of {', '.join(Field)}"
            raise typer.BadParameter(hint, param_hint="--correct")
        values[Field(name.strip())] = value
    return values


@app.command(
    epilog='Example: python -m extract add interview.txt 1998-05 "The mill closes" --quote "they shut the mill"'
    + EXIT_CODES
)
def add(  # noqa: PLR0913, PLR0917 - the command's options
    source: Annotated[str, typer.Argument(help="Its id or the beginning of it, its path, or the name of its file.")],
    when: Annotated[str, typer.Argument(metavar="DATE", help="2025-01-13, 2025-01, 2025, in words, or unknown.")],
    what: Annotated[str, typer.Argument(help="What happened, in a line.")],
    quote: Annotated[str, typer.Option(help="The words of the source that tell it.")],
    status: Annotated[Status, typer.Option(help="How the source puts it.")] = Status.REPORTED,
    why: WhyOption = "",
    who: WhoOption = None,
    library: LibraryOption = Path("library.db"),
) -> None:
    """Add a claim that a source makes and nobody found. `claim ID --undo` takes it back."""
    from extract.handmade import NewClaim
    from extract.say_what import add as add_to
    from extract.store.library import open_to_change
    from extract.store.shelf import find

    with told_plainly(), closing(open_to_change(library)) as opened:
        print(add_to(opened, NewClaim(find(opened, source), when, what, quote, status), who or user(), why))


@app.command(epilog="Example: python -m extract log --library elections.db -o corrections.jsonl" + EXIT_CODES)
def log(  # noqa: PLR0913, PLR0917 - the command's options
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write all of it to this file.")] = None,
    given: Annotated[
        Path | None,
        typer.Option("--import", metavar="FILE", help="Let what such a file says be said here; - reads it."),
    ] = None,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="What has to be looked at again.")] = False,
    undo: Annotated[str | None, typer.Option(metavar="ENTRY", help="Take this entry back, as claim-17.")] = None,
    people: Annotated[str, typer.Option("--by", metavar="NAME", help="Only what this person said.")] = "",
    words: Annotated[str, typer.Option(metavar="WORDS", help="Only what holds these words.")] = "",
    most: Annotated[int, typer.Option(min=1, metavar="N", help="So many entries, the newest first.")] = 50,
    why: WhyOption = "",
    who: WhoOption = None,
    library: LibraryOption = Path("library.db"),
) -> None:
    """Tell what people corrected and what has to be looked at again; take it to a file, or from one."""
    from extract import say_log
    from extract.store.library import open_read_only, open_to_change
    from extract.store.logged import Which

    if sum((output is not None, given is not None, conflicts, undo is not None)) > 1:
        raise typer.BadParameter("give one of --output, --import, --conflicts and --undo")
    refused: Sequence[str] = ()
    with told_plainly():
        opens = open_read_only if given is None and undo is None else open_to_change
        with closing(opens(library)) as opened:
            if output is not None:
                screen.print(say_log.write(opened, output))
            elif given is not None:
                told, refused = say_log.bring_file(opened, given)
                print(told)
            elif undo is not None:
                print(say_log.take_back(opened, undo, who or user(), why))
            else:
                print(
                    say_log.tell_conflicts(opened)
                    if conflicts
                    else say_log.tell(opened, Which(people, None, words), most)
                )
    refuse(refused)
