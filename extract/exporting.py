"""The command `export`: what a library holds as a file of any kind, with a manifest that says what it is."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.console import EXIT_CODES, LibraryOption, app, screen, told_plainly
from extract.export.form import FORMS, Format, format_of
from extract.streams import standard_output

if TYPE_CHECKING:
    from pydantic import BaseModel

    from extract.export.selection import Said, Selection
    from extract.store.columns import StoryRow
    from extract.store.library import Library


@app.command(epilog="Example: python -m extract export --library elections.db -o elections.html" + EXIT_CODES)
def export(  # noqa: PLR0913, PLR0917 - the command's options
    library: LibraryOption = Path("library.db"),
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option(help="Kind of file. Default: by the end of the file's name, else csv.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Default: standard output.")] = None,
    stories: Annotated[bool, typer.Option("--stories", help="A row a story, and not a claim; tables only.")] = False,
    key: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the N weightiest dated stories, in order of time.")
    ] = None,
    language: Annotated[str, typer.Option(help="Of the stories' titles, where there is one in it.")] = "en",
    title: Annotated[str, typer.Option(help="What a report or calendar is called.")] = "",
    manifest: Annotated[bool, typer.Option(help="Write beside the file what it holds and where it comes from.")] = True,
) -> None:
    """Write the claims to a file: tables for spreadsheets and programs, a calendar, a timeline, or a report to read."""
    from extract.export.selection import Said
    from extract.store.library import open_read_only

    form = _form(format, output)
    if key is not None and not stories:
        raise typer.BadParameter("key dates are stories: give --stories too", param_hint="--key")
    if stories and not FORMS[form].is_table:
        raise typer.BadParameter(f"{form} tells claims: take a table, as csv or xlsx", param_hint="--stories")
    said = Said(moment=datetime.now(UTC).replace(microsecond=0), title=title, language=language)
    with told_plainly(), closing(open_read_only(library)) as opened:
        if stories:
            _export_stories(opened, said, form, output, key, beside=manifest)
        else:
            _export_claims(opened, said, form, output, beside=manifest)


def _form(format: Format | None, output: Path | None) -> Format:  # noqa: A002 - the option's name
    """The kind of file that is asked for. Raises BadParameter where a name ends with what no kind has."""
    if format or output is None or not output.suffix:
        return format or Format.CSV
    if told := format_of(output.name):
        return told
    ends = ", ".join(kind.suffix for kind in FORMS.values())
    raise typer.BadParameter(
        f"{output.name} tells no kind of file: end it with {ends}, or give --format", param_hint="-o"
    )


def _export_claims(library: Library, said: Said, form: Format, output: Path | None, *, beside: bool) -> None:
    from extract.export.taken import taken
    from extract.table.filters import Filters

    with taken(library, Filters(), said, form) as (selection, rows):
        _write(selection, rows, form, output, beside=beside)


def _export_stories(
    library: Library, said: Said, form: Format, output: Path | None, key: int | None, *, beside: bool
) -> None:
    from extract.export.taken import selected
    from extract.store.columns import StoryRow
    from extract.table.columns import columns_of
    from extract.table.filters import Filters
    from extract.table.selection import EventTable

    with library.at_one_moment():
        rows = _stories(library, said.language, key)
        whole = selected(EventTable(library, columns_of(library)), Filters(), said, form)
        _write(replace(whole, model=StoryRow, rows=len(rows)), rows, form, output, beside=beside)


def _stories(library: Library, language: str, key: int | None) -> list[StoryRow]:
    """The weightiest first; the key dates alone by time."""
    from extract.story import key_dates, stories

    if key is not None:
        return key_dates(library, language, key)
    return sorted(stories(library, language), key=lambda row: (-row.weight, row.story_id))


def _write(selection: Selection, rows: Iterable[BaseModel], form: Format, output: Path | None, *, beside: bool) -> None:
    from extract.export.wording import words
    from extract.export.write import save, write

    if output is None:
        write(selection, rows, standard_output(), form)
        return
    done = save(selection, rows, output, form, manifest=beside)
    screen.print(f"{words(done.language).count('row', done.rows)} written to {output}.")
    for what, notes in (("left out", done.left_out), ("altered", done.altered)):
        for note in notes:
            screen.print(f"{note.number:,} {what}: {note.what}.")
