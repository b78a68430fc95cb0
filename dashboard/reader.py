"""The reader: one source with every date marked, and its claims beside it."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from urllib.parse import quote

import streamlit as st

from dashboard import add, cite, download, evidence, judged, state, steps, written
from dashboard.evidence import no_claim
from dashboard.marked import Span, marked, name, outside, safe
from dashboard.steps import Step
from dashboard.tongue import _, number, p_
from dashboard.view import View
from dashboard.why import in_text
from dashboard.wording import date_in_words, number_of
from extract.label import isolated, label, language_name
from extract.store import reading
from extract.store.cast import titles_in
from extract.store.library import Library
from extract.store.reading import ActorRow, Claim, MentionRow, Reading
from extract.store.shelf import Shelved, shelved

SHOW_CHOSEN = "<script id='at-{place}'>document.getElementById('chosen')?.scrollIntoView({{block: 'center'}})</script>"
"""The page's one script: the same for every source, it holds of it but the number of the claim that is chosen."""


def show(library: Library) -> None:
    """Draw the page."""
    state.leave()
    names = reading.sources(library)
    if not names:
        st.html(f'<p class="note">{_("This library holds no source yet.")}</p>')
        return
    event = st.query_params.get("event", "")
    _arrive(library, event, list(names))
    head, choice, button = st.columns([1.35, 2.55, 0.55], gap="small", vertical_alignment="center")
    head.html(f'<h1>{_("Reader")}</h1><p class="counts">{number_of(len(names), "source")}</p>')
    with choice:
        source_id = st.selectbox(
            _("Source"), list(names), key="source",
            format_func=lambda key: isolated(label(names[key], 90)),
            label_visibility="collapsed", on_change=_forget_event,
        )  # fmt: skip
    with button:
        download.of(library, View(src=(source_id,)), _("{claims} of this source."))
    source = reading.reading(library, source_id)
    if source:
        _show(library, source, event)


def _arrive(library: Library, event: str, known: list[str]) -> None:
    claim = reading.claim(library, event) if event else None
    if event and not claim:
        st.html(f'<p class="note">{no_claim(event)}</p>')
    asked = claim.row.source_id if claim else st.query_params.get("source", "")
    if asked in known and st.session_state.get("asked") != (event, asked):
        st.session_state["source"] = asked
    st.session_state["asked"] = (event, asked)


def _forget_event() -> None:
    st.query_params.from_dict({"source": st.session_state["source"]})
    st.session_state["asked"] = ("", st.session_state["source"])


def _choose(source_id: str, event: str) -> None:
    st.query_params.from_dict({"event": event})
    st.session_state["asked"] = (event, source_id)


def _show(library: Library, source: Reading, event: str) -> None:
    claims = sorted(
        reading.of_source(library, source.source_id), key=lambda one: (one.row.char_start, one.row.event_id)
    )
    place = next((at for at, one in enumerate(claims) if one.row.event_id == event), None)
    text, beside = st.columns([1.7, 1], gap="large")
    mentions = reading.mentions(library, source.source_id)
    about = shelved(library, source.source_id)
    with text, st.container(key="panel-text"):
        st.html(opening(source, about, len(mentions)))
        with st.expander(_("When was it written?"), key="panel-when"):
            written.show(library, about)
        with st.expander(_("Add a claim"), key="panel-add"):
            add.show(library, source.source_id)
        st.html(article(source, mentions, reading.actors(library, source.source_id), event))
        if place is not None:
            st.html(SHOW_CHOSEN.format(place=place), unsafe_allow_javascript=True)
    with beside, st.container(key="panel-claims"):
        if claims:
            _steps(claims, place, source.source_id)
        if place is not None:
            _chosen(library, claims[place])
        st.html(listed(claims, event))


def _steps(claims: list[Claim], place: int | None, source_id: str) -> None:
    """Draw the buttons that lead from claim to claim in the order of the text, with their keys."""
    where = number_of(len(claims), "claim")
    if place is not None:
        where = _("Claim {number} of {count}", number=number(place + 1), count=number(len(claims)))
    ids = [claim.row.event_id for claim in claims]
    previous = ids[place - 1] if place else None
    following = next(iter(ids[0 if place is None else place + 1 :]), None)
    earlier = Step(_("Previous"), "reader-previous", previous)
    later = Step(_("Next"), "reader-next", following)
    steps.show(where, earlier, later, partial(_choose, source_id))


def _chosen(library: Library, claim: Claim) -> None:
    """Draw what is known of the claim that is chosen, and what people say of it."""
    event = quote(claim.row.event_id, safe="")
    with st.container(key="panel-evidence"):
        st.html(evidence.opening(claim, titles_in(library, claim.row.source_id)))
        st.html(f'<p class="from"><a href="/?event={event}" target="_self">{_("on the timeline")}</a></p>')
        cite.show(claim.row)
        judged.show(library, claim.row.event_id, reading.of_story(library, claim.row.story_id))


def article(source: Reading, mentions: list[MentionRow], named: list[ActorRow], event: str) -> str:
    """The source's text as HTML with its dates and those who are named in it marked."""
    dates = [
        Span(
            one.start, one.end, title=f"{one.edtf or one.timex3}: {in_text(one.explanation)}",
            link=f"/reader?event={quote(one.event_id, safe='')}" if one.event_id else "",
            chosen=one.event_id == event and bool(event),
        )
        for one in mentions
    ]  # fmt: skip
    starts = [one.start for one in mentions]
    actors = [
        Span(one.start, one.end, title=label(one.actor, 120), kind="actor")
        for one in named
        if not (before := bisect_left(starts, one.end)) or mentions[before - 1].end <= one.start
    ]
    paragraphs = marked(source.text, [*dates, *actors]).split("\n")
    body = "".join(f'<p dir="auto">{paragraph}</p>' for paragraph in paragraphs if paragraph.strip())
    return f'<article lang="{safe(source.language)}">{body}</article>'


def opening(source: Reading, about: Shelved, dates: int) -> str:
    """The source's title and when it was written, as HTML."""
    parts = [name(language_name(source.language)), number_of(dates, "date"), name(label(source.location, 80))]
    if source.publisher:
        parts.append(name(label(source.publisher)))
    if address := outside(source.url):
        parts.append(address)
    title = f'<h2 class="title" dir="auto" lang="{safe(source.language)}">{safe(source.name)}</h2>'
    return f'{title}{written.line(about)}<p class="from">{" · ".join(parts)}</p>'


def listed(claims: list[Claim], event: str) -> str:
    """A source's claims as HTML, each a link to the timeline."""
    items = "".join(_item(claim, claim.row.event_id == event) for claim in claims)
    return f'<h3 class="caps">{number_of(len(claims), "claim")}</h3><ol class="claims">{items}</ol>'


def _item(claim: Claim, chosen: bool) -> str:
    row = claim.row
    when = p_("a claim", "Undated")
    if claim.interval and row.grain:
        when = date_in_words(claim.interval, row.grain, row.mod)
    event = quote(row.event_id, safe="")
    return (
        f'<li{" class=chosen" if chosen else ""}><a href="/?event={event}" target="_self">{when}</a> '
        f'<span class="source" dir="auto">{safe(row.headline)}</span> '
        f'<a class="quiet" href="/reader?event={event}" target="_self">{_("in the text")}</a></li>'
    )
