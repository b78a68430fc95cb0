"""The report as one HTML page: it opens offline, prints, and holds no script; it asks nobody for anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import BinaryIO

from extract.dates.interval import Grain, one_day
from extract.dates.write import in_words
from extract.export.form import Format
from extract.export.manifest import Outcome, amount_in_words, lines_of, manifest_of
from extract.export.outbound import reader_link
from extract.export.report.drawing import drawn
from extract.export.report.markup import anchor, explained, isolated, line, link, marked
from extract.export.report.overview import (
    actors_of,
    drawing_of,
    other_dates,
    period_in_words,
    period_of,
    title_of,
    under_drawing,
)
from extract.export.report.told import Story, Told, gathered
from extract.export.selection import Selection
from extract.export.telling import date_of, grain_of, host_of, language_of, source_of, written_of
from extract.export.wording import Words, words
from extract.kind import Kind
from extract.model import Status
from extract.store.columns import EventRow

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page lets a browser do: nothing but apply the style sheet that stands in it."""


def write_html(rows: Iterable[EventRow], stream: BinaryIO, selection: Selection) -> Outcome:
    """A page of the rows by their stories, in order of time."""
    told = words(selection.said.language)
    with gathered(rows, selection.stories) as stories:
        stream.writelines(piece.encode() for piece in _page(stories, selection, told))
    return Outcome()


def _page(stories: Told, selection: Selection, told: Words) -> Iterator[str]:
    yield from _head(selection, told)
    yield from _timeline(stories, told)
    grain, periods = stories.periods()
    yield from _contents(grain, periods, told)
    yield "<main>\n"
    yield from _stories(stories, grain, selection, told)
    yield "</main>\n"
    yield _about(selection, told)
    yield "</body>\n</html>\n"


def _head(selection: Selection, told: Words) -> Iterator[str]:
    title = line(title_of(selection, told))
    style = files("extract.export.report").joinpath("report.css").read_text(encoding="utf-8")
    yield (
        f'<!doctype html>\n<html lang="{told.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )
    said = selection.said
    day = in_words(one_day(said.moment.date().toordinal()), Grain.DAY)
    amount = line(amount_in_words(selection.chosen, told))
    yield f'<header>\n<p class="caps">{line(told.say("report.head", day=day))}</p>\n<h1 dir="auto">{title}</h1>\n'
    yield f'<p class="amount">{amount}</p>\n'
    yield _pairs([(name, value) for name, value in said.filters])
    yield "</header>\n"


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    lines = [f"<dt>{line(name)}</dt><dd>{isolated(value)}</dd>\n" for name, value in pairs]
    return f"<dl>\n{''.join(lines)}</dl>\n" if lines else ""


def _timeline(stories: Told, told: Words) -> Iterator[str]:
    drawing = drawing_of(stories)
    if drawing is None:
        return
    yield '<figure>\n<div class="scroll">\n'
    yield from drawn(drawing, told)
    yield '</div>\n<figcaption>\n<p class="key">'
    for kind in ("sure", "pale", "planned", "alleged", "denied", "differing"):
        yield f'<span><i class="swatch {kind}"></i>{line(told.say(f"report.{kind}"))}</span> '
    yield f"</p>\n<p>{line(' '.join(under_drawing(drawing, stories, told)))}</p>\n</figcaption>\n</figure>\n"


def _contents(grain: Grain, periods: dict[int | None, int], told: Words) -> Iterator[str]:
    """The periods with their numbers of stories, where there are several."""
    if len(periods) < 2:
        return
    yield f'<nav aria-label="{line(told.say("report.contents"))}">\n<ul>\n'
    for first, number in periods.items():
        name = line(period_in_words(first, grain, told))
        yield f'<li><a href="#{_period_anchor(first)}">{name}</a> <span>{number:,}</span></li>\n'
    yield "</ul>\n</nav>\n"


def _period_anchor(first: int | None) -> str:
    return "p-undated" if first is None else f"p-{first}"


def _stories(stories: Told, grain: Grain, selection: Selection, told: Words) -> Iterator[str]:
    at: object = ()
    for story in stories.by_time():
        period = period_of(story, grain)
        if period != at:
            at = period
            name = line(period_in_words(period, grain, told))
            yield f'<h2 id="{_period_anchor(period)}">{name}</h2>\n'
        yield _story(story, selection, told)


def _story(story: Story, selection: Selection, told: Words) -> str:
    named = story.named
    claims = "".join(_claim(row, selection, told) for row in story.rows)
    return (
        f'<article id="{anchor("s", story.story_id)}">\n<p class="when">{_when(story, told)}</p>\n<div>\n'
        f'<h3 dir="auto" lang="{line(named.language)}">{line(named.headline)}</h3>\n'
        f'<p class="chips">{_chips(story, told)}</p>\n{claims}</div>\n</article>\n'
    )


def _when(story: Story, told: Words) -> str:
    """Its date, how fine that is, what others say, and how many tell it."""
    best = story.best
    parts = [grain_of(best)]
    if others := other_dates(story):
        parts.append(told.say("report.others", dates=", ".join(others)))
    parts.append(told.count("voice", story.voices))
    date = date_of(best) or told.say("told.undated")
    return f"<b>{line(date)}</b> {'<br>'.join(line(part) for part in parts if part)}"


def _chips(story: Story, told: Words) -> str:
    """How it is told, what sort of thing it is, and who."""
    best = story.best
    chips = [f'<span class="chip {best.status}">{line(told.say(f"status.{best.status}"))}</span>']
    if best.kind is not Kind.OTHER:
        chips.append(f'<span class="chip">{line(told.say(f"kind.{best.kind}"))}</span>')
    return "".join((*chips, *(f'<span class="chip">{isolated(actor)}</span>' for actor in actors_of(story, told))))


def _claim(row: EventRow, selection: Selection, told: Words) -> str:
    status = "" if row.status is Status.REPORTED else told.say(f"status.{row.status}")
    source = isolated(source_of(row, told))
    written = written_of(row, told)
    reader = reader_link(row.event_id, selection.said.reader)
    parts = [
        source,
        isolated(language_of(row.language)) if row.language else "",
        line(told.say("report.written", date=written)) if written else "",
        f"<b>{line(row.edtf or row.timex3)}</b>",
        line(status),
        link(row.link) if host_of(row.source_url) else "",
        link(reader, told.say("report.reader")),
    ]
    why = f'<p class="why"><i>{line(told.say("told.why"))}</i> {explained(row.explanation)}</p>\n'
    return (
        f'<div class="claim" id="{anchor("e", row.event_id)}">\n'
        f'<blockquote dir="auto" lang="{line(row.language)}">{marked(row.sentence, row.date_text)}</blockquote>\n'
        f'<p class="from">{" · ".join(filter(None, parts))}</p>\n{why if row.explanation else ""}</div>\n'
    )


def _about(selection: Selection, told: Words) -> str:
    manifest = manifest_of(selection, Format.HTML, Outcome())
    pairs = "".join(f"<dt>{line(name)}</dt><dd>{_value(value)}</dd>\n" for name, value in lines_of(manifest))
    return f"<footer>\n<h2>{line(told.say('manifest.title'))}</h2>\n<dl>\n{pairs}</dl>\n</footer>\n"


def _value(value: str) -> str:
    """A value of the manifest, an address as a link."""
    if not host_of(value):
        return isolated(value)
    return f'<a href="{line(value)}" rel="noopener noreferrer">{line(value)}</a>'
