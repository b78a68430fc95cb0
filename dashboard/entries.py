"""One date of the page of key dates: when, what, in whose words, who tells it, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from dashboard import evidence, quoting, rail
from dashboard.ask import ask
from dashboard.key_dates import KeyDate
from dashboard.marked import name, safe
from dashboard.tongue import _, n_
from dashboard.view import View
from dashboard.wording import sources_of, when
from extract.dates.interval import Interval
from extract.label import label, language_name
from extract.store import reading
from extract.store.reading import Claim
from extract.table import order
from extract.table.selection import EventTable
from extract.table.speakers import Speakers, speakers

QUOTES = 2
"""Sentences of each date, each in another language."""

NAMED_SOURCES = 4
"""Sources called by name; the others are counted."""

SOURCE_LETTERS = 50

MOST_READ = 300
"""Claims of a story that are read to say on what they differ; of more the evidence tells."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a page of dates is drawn from."""

    view: View
    speakers: Mapping[str, Speakers]
    """Of stories."""
    claims: Mapping[str, Claim]
    """Those that are quoted."""
    disputed: Mapping[str, Sequence[Claim]]
    """All claims of the stories of which some conflict."""
    sources: Mapping[str, str]
    """What they are called."""


def told(opened: EventTable, view: View, dates: Sequence[KeyDate]) -> Told:
    """All that there is to say of some dates."""
    dating = tuple((date.bar.mark.story_id, date.bar.mark.event_id) for date in dates)
    heard = ask(opened, speakers, view.filters, dating, QUOTES)
    quotes = tuple(event for each in heard.values() for event in each.quotes)
    read = tuple(story for story, each in heard.items() if each.is_disputed and each.claims <= MOST_READ)
    return Told(
        view,
        heard,
        {claim.row.event_id: claim for claim in ask(opened, order.claims_of, quotes)},
        ask(opened.library, reading.of_stories, read),
        ask(opened.library, reading.sources),
    )


def entry(told: Told, date: KeyDate, shown: Interval) -> str:
    """A date as HTML; `shown` is what its strip reaches over."""
    mark = date.bar.mark
    heard = told.speakers.get(mark.story_id)
    quotes = [told.claims[event] for event in heard.quotes if event in told.claims] if heard else []
    quoted = "".join(f"<div>{quoting.quoted(claim, most=quoting.EXCERPT)}</div>" for claim in quotes)
    return (
        f'<article class="entry"><div class="at"><p class="when">{safe(when(mark))}</p>'
        f"{rail.strip(Interval(mark.start, mark.end), shown)}</div>"
        f'<div class="what"><h3 class="source" dir="auto">{safe(date.bar.name)}</h3><div class="quotes">{quoted}</div>'
        f"{_who(told, date, heard) if heard else ''}</div></article>"
    )


def _who(told: Told, date: KeyDate, heard: Speakers) -> str:
    """Who tells it, where that is told more fully, and on what they differ."""
    parts = [
        f"<b>{sources_of(date.weighed.sources, date.weighed.voices)}</b>{_called(told, heard)}",
        _(", ").join(name(language_name(one)) for one in heard.languages),
        *_links(told.view, date.bar.mark.event_id),
    ]
    who = f'<p class="from who">{" · ".join(parts)}</p>'
    if not heard.is_disputed:
        return who
    if story := told.disputed.get(date.bar.mark.story_id):
        return who + evidence.differences(story)
    return f'{who}<p class="note">{_("Its sources differ: see the evidence.")}</p>'


def _called(told: Told, heard: Speakers) -> str:
    """The names of sources that are not all quoted."""
    if len(heard.sources) <= 1:
        return ""
    called = (told.sources.get(one, one) for one in heard.sources[:NAMED_SOURCES])
    named = _("; ").join(name(label(one, SOURCE_LETTERS)) for one in called)
    rest = len(heard.sources) - NAMED_SOURCES
    return f" ({n_('{named} and {count} more', '{named} and {count} more', rest, named=named) if rest > 0 else named})"


def _links(view: View, event: str) -> Iterator[str]:
    """Where to go on from a date; on paper each has its shortest address."""
    for words, path in ((_("evidence"), "/"), (_("compare"), "/compare")):
        address, short = f"{path}{view.link(event)}", f"{path}?event={quote(event, safe='')}"
        yield f'<a href="{safe(address)}" data-short="{safe(short)}" target="_self">{words}</a>'
