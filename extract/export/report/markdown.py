"""The report as Markdown (CommonMark): what sources say is escaped sign by sign, so that nothing in it is markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from urllib.parse import quote

from extract.export.form import Format
from extract.export.manifest import Outcome, amount_in_words, lines_of, manifest_of
from extract.export.outbound import reader_link
from extract.export.report.overview import actors_of, other_dates, period_in_words, period_of, title_of
from extract.export.report.told import Story, Told, gathered
from extract.export.selection import Selection
from extract.export.telling import date_of, grain_of, host_of, language_of, source_of, written_of
from extract.export.wording import Words, words
from extract.kind import Kind
from extract.label import in_line, isolated
from extract.model import Status
from extract.store.columns import EventRow

SIGNS = {ord(sign): f"\\{sign}" for sign in "\\`*_{}[]<>()#|~&:@$^!=/"}
"""What Markdown, or a dialect of it, may read as its own; a backslash before a sign makes it only a sign.

What means something at the beginning of a line alone is not among them: no line begins with a source's words."""

IN_ADDRESS = "%/:?&=+,;@~#!$'*."
"""Signs that an address keeps; all others are encoded, those among them that could end a link."""

HARD_BREAK = "  \n"


def write_markdown(rows: Iterable[EventRow], stream: BinaryIO, selection: Selection) -> Outcome:
    """A text of the rows by their stories, in order of time."""
    told = words(selection.said.language)
    with gathered(rows, selection.stories) as stories:
        stream.writelines(piece.encode() for piece in _text(stories, selection, told))
    return Outcome()


def plain(text: str) -> str:
    """Text in one line in which every sign stands for itself."""
    return in_line(text).translate(SIGNS).replace("www.", "www\\.")


def _isolated(text: str) -> str:
    return isolated(plain(text))


def _link(url: str, shown: str = "") -> str:
    """A link to a web address, named by its host; nothing for addresses of other kinds."""
    host = host_of(url)
    if not host:
        return ""
    named = f"{shown}, {host}" if shown else host
    return f"[{plain(named)}](<{quote(in_line(url), safe=IN_ADDRESS)}>)"


def _text(stories: Told, selection: Selection, told: Words) -> Iterator[str]:
    yield f"# {plain(title_of(selection, told))}\n\n{plain(amount_in_words(selection.chosen, told))}\n\n"
    for name, value in selection.said.filters:
        yield f"- {_isolated(name)}: {_isolated(value)}\n"
    grain, _ = stories.periods()
    at: object = ()
    for story in stories.by_time():
        period = period_of(story, grain)
        if period != at:
            at = period
            yield f"\n## {plain(period_in_words(period, grain, told))}\n"
        yield _story(story, selection, told)
    yield f"\n## {plain(told.say('manifest.title'))}\n\n"
    for name, value in lines_of(manifest_of(selection, Format.MD, Outcome())):
        yield f"- {_isolated(name)}: {_isolated(value)}\n"


def _story(story: Story, selection: Selection, told: Words) -> str:
    best = story.best
    others = other_dates(story)
    about = [
        told.say(f"status.{best.status}"),
        *([told.say(f"kind.{best.kind}")] if best.kind is not Kind.OTHER else []),
        *map(isolated, actors_of(story, told)),
        *([told.say("report.others", dates=", ".join(others))] if others else []),
        told.count("voice", story.voices),
    ]
    date = f"**{plain(date_of(best) or told.say('told.undated'))}** {plain(grain_of(best))}".rstrip()
    claims = "".join(_claim(row, selection, told) for row in story.rows)
    return f"\n### {_isolated(story.named.headline)}\n\n{date}{HARD_BREAK}{' · '.join(map(plain, about))}\n{claims}"


def _claim(row: EventRow, selection: Selection, told: Words) -> str:
    """The sentence as a quotation, then where it stands and why it is dated so."""
    written = written_of(row, told)
    parts = [
        _isolated(source_of(row, told)),
        plain(language_of(row.language)),
        plain(told.say("report.written", date=written)) if written else "",
        f"**{plain(row.edtf or row.timex3)}**" if in_line(row.edtf or row.timex3) else "",
        "" if row.status is Status.REPORTED else plain(told.say(f"status.{row.status}")),
        _link(row.link) if host_of(row.source_url) else "",
        _link(reader_link(row.event_id, selection.said.reader), told.say("report.reader")),
    ]
    why = f"{HARD_BREAK}{plain(told.say('told.why'))}: {plain(row.explanation)}" if in_line(row.explanation) else ""
    return f"\n> {_isolated(row.sentence)}\n\n{' · '.join(filter(None, parts))}{why}\n"
