"""Key dates: the dates of the weightiest stories of what is filtered, in order of time; a click opens the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from dashboard import dress, state
from dashboard.ask import ask
from dashboard.bars import Bar, stories_by_time
from dashboard.dress import Dress
from dashboard.lanes import Chart
from dashboard.view import KEY_DATES, View
from dashboard.wording import date_in_words, number_of, sources_of, without_markdown
from extract.dates.interval import Interval
from extract.store import summary, weights
from extract.store.library import Library
from extract.store.summary import LaneBy, Mark
from extract.store.weights import Title, Weighed

LANE = "key"

TITLE_LETTERS = 130
"""What a line holds on a wide screen; on others the style sheet lets it wrap."""


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A story, the claims of the view that tell it, and how much it matters."""

    bar: Bar
    weighed: Weighed


def found(library: Library, view: View) -> list[KeyDate]:
    """The key dates of a view, by time."""
    heaviest = {each.story_id: each for each in ask(library, weights.weightiest, view.filters, view.key)}
    if not heaviest:
        return []
    marks = ask(library, summary.marks, view.filters, LaneBy.STORY, tuple(heaviest))
    called = Dress(dress.titles(library, view, tuple(heaviest)))
    return [KeyDate(bar, heaviest[bar.mark.story_id]) for bar in stories_by_time(marks, called)]


def first(library: Library, view: View) -> str | None:
    """The claim to show before anybody has chosen one: that of the weightiest story; None where nothing is dated."""
    return next((date.bar.mark.event_id for date in found(library, replace(view, key=1))), None)


def show(dates: Sequence[KeyDate], total: int, chosen: str) -> None:
    """Draw the list, and how many there are to be of the `total` of dated stories."""
    with st.container(key="panel-key", gap=None):
        with st.container(horizontal=True, vertical_alignment="center", key="panel-key-head"):
            left_out = f" · {len(dates)} of {number_of(total, 'story', 'stories')}" if len(dates) < total else ""
            st.html(f'<h2 class="caps">Key dates{left_out}</h2>')
            st.segmented_control(
                "How many key dates",
                KEY_DATES,
                key="key",
                format_func=lambda number: str(number or "none"),
                required=True,
                label_visibility="collapsed",
            )
        for date in dates:
            mark = date.bar.mark
            st.button(
                words(date),
                key=f"key-{mark.event_id}",
                type="secondary" if chosen in date.bar.events else "tertiary",
                on_click=partial(state.choose, mark.event_id),
                width="stretch",
            )


def chart(dates: Sequence[KeyDate], worn: Dress) -> Chart:
    """The key dates in a lane of their own, for where all claims are too many to be drawn."""
    called = {date.bar.mark.story_id: Title(date.bar.mark.event_id, date.bar.name) for date in dates}
    marks = [replace(date.bar.mark, lane=LANE) for date in dates]
    return Chart(marks, {LANE: "Key dates"}, replace(worn, titles=called))


def words(date: KeyDate) -> str:
    """Date, title and who tells it, as Markdown in which nothing of the source is markup.

    The style sheet makes three columns of the parts, and lets the title run in its own direction.
    """
    weighed = date.weighed
    told = f"{sources_of(weighed.sources, weighed.voices)} · {number_of(weighed.languages, 'language')}"
    title = without_markdown(date.bar.name, TITLE_LETTERS)
    return f"**{without_markdown(when(date.bar.mark))}** *{title}* :gray[{told}]"


def when(mark: Mark) -> str:
    """The date of a mark in words."""
    if mark.grain is None:
        return mark.date
    return date_in_words(Interval(mark.start, mark.end), mark.grain, mark.mod)
