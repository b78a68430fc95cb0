"""The evidence panel: what is claimed, why it is dated so, and the very sentences of all sources that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from urllib.parse import quote

import streamlit as st

from dashboard import judged, state
from dashboard.ask import ask
from dashboard.marked import Span, explained, marked, name, outside, safe
from dashboard.view import View
from dashboard.wording import (
    BASIS_WORDS,
    date_in_words,
    grain_in_words,
    kind_name,
    label,
    language_name,
    number_of,
    said_to_be,
    sources_of,
)
from extract.events.disagreement import About, Difference
from extract.kind import Kind
from extract.model import Status
from extract.store import reading, summary
from extract.store.cast import Title, titles_in
from extract.store.columns import EventRow
from extract.store.judged import rejected
from extract.store.library import Library
from extract.store.reading import Claim
from extract.store.summary import Place
from extract.story import differences_of, said_by, voices
from extract.written import NOBODY_KNOWS, WRITTEN_WORDS, when

LONG_EVIDENCE = 140
"""Characters of evidence for a source's date; what is longer is folded."""

POINTS = {About.DATE: "the date", About.STATUS: "whether it happened"}
"""What sources differ on, besides what they count."""

MOST_VOICES = 30
"""Other claims shown with one; a story of more is read in the table."""


def show(library: Library, view: View, event_id: str | None) -> None:
    """Draw the panel for a claim."""
    claim = reading.claim(library, event_id) if event_id else None
    with st.container(key="panel-evidence"):
        if not claim or not event_id:
            _without(library, event_id)
            return
        place = ask(library, summary.place, view.filters, claim.row.event_id)
        _steps(place, ask(library, summary.count, view.filters).claims)
        story = reading.of_story(library, claim.row.story_id)
        st.html(panel(claim, story, titles_in(library, claim.row.source_id)))
        judged.show(library, event_id, story)


def _without(library: Library, event_id: str | None) -> None:
    """Say why there is nothing to show; what a person rejected can be taken back."""
    gone = dict(rejected(library)).get(event_id or "")
    if gone is None or event_id is None:
        st.html(_missing(event_id))
        return
    st.html(f'<h2 dir="auto">{safe(gone)}</h2><p class="when">A person rejected this claim.</p>')
    judged.show(library, event_id, [])


def _steps(place: Place | None, total: int) -> None:
    where, earlier, later = st.columns([2, 1, 1], vertical_alignment="center")
    where.html(f'<p class="caps">{_place(place, total)}</p>')
    beside = ((earlier, "Earlier", place and place.before), (later, "Later", place and place.after))
    for column, text, event in beside:
        column.button(
            text,
            key=text,
            type="tertiary",
            on_click=partial(state.choose, event or ""),
            disabled=not event,
            width="stretch",
        )


def _missing(event_id: str | None) -> str:
    if event_id:
        return (
            f"<p>This library holds no claim {name(label(event_id))}: it may have been built anew since the link was "
            "made. Choose a bar or a row of the table.</p>"
        )
    return "<p>Choose a bar or a row of the table to read its evidence here.</p>"


def panel(claim: Claim, story: list[Claim], titles: Mapping[str, Title]) -> str:
    """The panel as HTML; `titles` are what the claim's source says that its actors are."""
    row = claim.row
    others = [one for one in story if one.row.event_id != row.event_id]
    leads = _leads([claim, *others])
    others.sort(key=lambda one: one.row.event_id in leads)
    return "".join(
        (
            f'<h2 dir="auto">{safe(row.headline)}</h2>',
            f'<p class="when">{_when(claim)}</p>',
            f'<p class="chips">{_chips(row, titles)}</p>',
            '<h3 class="caps">Why this date</h3>',
            f"<dl>{''.join(f'<dt>{term}</dt><dd>{words}</dd>' for term, words in _ladder(claim))}</dl>",
            f'<h3 class="caps">Evidence · {_tellers(story)}</h3>',
            *(quoted(one, leads.get(one.row.event_id)) for one in (claim, *others[:MOST_VOICES])),
            _more(len(others)),
            _differences(story),
        )
    )


def _leads(story: Iterable[Claim]) -> dict[str, Claim]:
    """For each claim of a copy, by its id, the first claim of another source of the same text."""
    first: dict[str, Claim] = {}
    every = [(one, first.setdefault(one.voice, one)) for one in story]
    return {one.row.event_id: lead for one, lead in every if lead.row.source_id != one.row.source_id}


def _tellers(story: list[Claim]) -> str:
    """How many sources tell a story, how many of them are independent where not all are, and in how many languages."""
    sources, languages = ({getattr(one.row, what) for one in story} for what in ("source_id", "language"))
    return f"{sources_of(len(sources), voices(story))}, {number_of(len(languages), 'language')}"


def quoted(claim: Claim, lead: Claim | None = None) -> str:
    """A claim's sentence with its date marked, and where it stands; `lead` is of a source of the same text."""
    row = claim.row
    start, end = claim.marked
    date = safe(row.edtf or row.timex3)
    status = f" · {row.status}" if row.status is not Status.REPORTED else ""
    parts = [
        name(label(claim.source_name, 50)),
        *([f"same text as {name(label(lead.source_name, 30))}"] if lead else []),
        name(language_name(row.language)),
        f'<span class="date">{date}</span>{status}',
        f'<a href="/reader?event={quote(row.event_id, safe="")}" target="_self">read in place</a>',
    ]
    if address := outside(row.link if row.source_url else None):
        parts.append(address)
    return (
        f'<blockquote dir="auto" lang="{safe(row.language)}">{marked(row.sentence, [Span(start, end)])}</blockquote>'
        f'<p class="from">{" · ".join(parts)}</p>'
    )


def _place(place: Place | None, total: int) -> str:
    return f"Claim {place.position:,} of {total:,}" if place else "Outside the filters"


def _when(claim: Claim) -> str:
    row = claim.row
    interval = claim.interval
    if interval is None or row.grain is None:
        return "<b>Undated</b> · no place on the timeline"
    grain = grain_in_words(interval, row.grain, row.mod, row.edtf)
    return f"<b>{date_in_words(interval, row.grain, row.mod)}</b> · {grain}"


def _chips(row: EventRow, titles: Mapping[str, Title]) -> str:
    chips = [f'<span class="chip {row.status}">{row.status}</span>']
    if row.kind is not Kind.OTHER:
        chips.append(f'<span class="chip kind">{safe(kind_name(row.kind))}</span>')
    for actor in row.actors:
        told = f' title="{safe(said_to_be(titles[actor]))}"' if actor in titles else ""
        chips.append(f'<span class="chip"{told}>{name(label(actor, 40))}</span>')
    return "".join(chips)


def _ladder(claim: Claim) -> Iterable[tuple[str, str]]:
    row = claim.row
    yield "words", f'<span class="source" dir="auto">{safe(row.date_text)}</span>'
    yield "written", _written(claim)
    yield "rule", explained(row.explanation or BASIS_WORDS[row.date_basis])
    yield "so", f"<b>{safe(row.edtf or row.timex3)}</b>, confidence {row.confidence:.2f}"


def _written(claim: Claim) -> str:
    days = when(claim.anchor_start, claim.anchor_end)
    if days is None:
        return NOBODY_KNOWS
    return with_evidence(f"{days}, {WRITTEN_WORDS[claim.row.source_date_basis]}", claim.source_evidence)


def with_evidence(what: str, evidence: str) -> str:
    """What is known with the reason for it; a long reason is folded."""
    if len(evidence) <= LONG_EVIDENCE:
        return f"{what}: {explained(evidence)}"
    return f"<details><summary>{what}</summary>{explained(evidence)}</details>"


def _more(others: int) -> str:
    if others <= MOST_VOICES:
        return ""
    return f"<p>{number_of(others - MOST_VOICES, 'more claim')} of this story in the table.</p>"


def _differences(story: list[Claim]) -> str:
    """On what the sources of a story differ, what each side says, and who."""
    names = {one.row.event_id: name(label(one.source_name, 30)) for one in story}
    return "".join(_difference(each, names) for each in differences_of(story))


def _difference(difference: Difference, names: Mapping[str, str]) -> str:
    sides = "; ".join(
        f"<b>{name(words)}</b> ({said_by(speakers, names)})" for words, speakers in difference.sides.items()
    )
    point = difference.thing or POINTS[difference.about]
    return f'<p class="note">Sources differ on {point}: {sides}</p>'
