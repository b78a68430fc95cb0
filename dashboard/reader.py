"""The reader: one source with every date marked, and its claims beside it."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from dashboard import add, state, written
from dashboard.marked import Span, marked, name, outside, safe
from dashboard.wording import (
    ISOLATE,
    ISOLATE_END,
    date_in_words,
    label,
    language_name,
    number_of,
)
from extract.store import reading
from extract.store.library import Library
from extract.store.reading import Claim, MentionRow, Reading
from extract.store.shelf import Shelved, shelved

SHOW_CHOSEN = "<script>document.getElementById('chosen')?.scrollIntoView({block: 'center'})</script>"
"""The page's one script: it is the same for every source and holds nothing of it."""


def show(library: Library) -> None:
    """Draw the page."""
    state.leave()
    names = reading.sources(library)
    if not names:
        st.html('<p class="note">This library holds no source yet.</p>')
        return
    event = st.query_params.get("event", "")
    _arrive(library, event, list(names))
    head, choice = st.columns([1.35, 2.95], gap="medium", vertical_alignment="center")
    head.html(f'<h1>Reader</h1><p class="counts">{number_of(len(names), "source")}</p>')
    with choice:
        source_id = st.selectbox(
            "Source", list(names), key="source",
            format_func=lambda key: f"{ISOLATE}{label(names[key], 90)}{ISOLATE_END}",
            label_visibility="collapsed", on_change=_forget_event,
        )  # fmt: skip
    source = reading.reading(library, source_id)
    if source:
        _show(library, source, event)


def _arrive(library: Library, event: str, known: list[str]) -> None:
    claim = reading.claim(library, event) if event else None
    if event and not claim:
        st.html(
            f'<p class="note">This library holds no claim {name(label(event))}: it may have been built anew since '
            "the link was made.</p>"
        )
    asked = claim.row.source_id if claim else st.query_params.get("source", "")
    if asked in known and st.session_state.get("asked") != (event, asked):
        st.session_state["source"] = asked
    st.session_state["asked"] = (event, asked)


def _forget_event() -> None:
    st.query_params.from_dict({"source": st.session_state["source"]})
    st.session_state["asked"] = ("", st.session_state["source"])


def _show(library: Library, source: Reading, event: str) -> None:
    claims = reading.of_source(library, source.source_id)
    text, beside = st.columns([1.7, 1], gap="large")
    mentions = reading.mentions(library, source.source_id)
    about = shelved(library, source.source_id)
    with text, st.container(key="panel-text"):
        st.html(opening(source, about, len(mentions)))
        with st.expander("When was it written?", key="panel-when"):
            written.show(library, about)
        with st.expander("Add a claim", key="panel-add"):
            add.show(library, source.source_id)
        st.html(article(source, mentions, event))
        if event:
            st.html(SHOW_CHOSEN, unsafe_allow_javascript=True)
    with beside, st.container(key="panel-claims"):
        st.html(listed(claims, event))


def article(source: Reading, mentions: list[MentionRow], event: str) -> str:
    """The source's text as HTML with its dates marked."""
    spans = [
        Span(
            one.start, one.end, title=f"{one.edtf or one.timex3}: {one.explanation}",
            link=f"/?event={quote(one.event_id, safe='')}" if one.event_id else "",
            chosen=one.event_id == event and bool(event),
        )
        for one in mentions
    ]  # fmt: skip
    paragraphs = marked(source.text, spans).split("\n")
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
    when = "Undated"
    if claim.interval and row.grain:
        when = date_in_words(claim.interval, row.grain, row.mod)
    event = quote(row.event_id, safe="")
    return (
        f'<li{" class=chosen" if chosen else ""}><a href="/?event={event}" target="_self">{when}</a> '
        f'<span class="source" dir="auto">{safe(row.headline)}</span> '
        f'<a class="quiet" href="/reader?event={event}" target="_self">in the text</a></li>'
    )
