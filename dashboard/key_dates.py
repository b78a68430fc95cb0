"""Key dates: the dates of the weightiest stories of what is filtered, in order of time; a click opens the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from dashboard import dress, state
from dashboard.ask import ask
from dashboard.lanes import Chart
from dashboard.tongue import _, n_, number
from dashboard.view import KEY_DATES, View
from dashboard.wording import number_of, sources_of, when, without_markdown
from extract.chart.bars import Bar, Dress, stories_by_time
from extract.store.weights import Title, Weighed
from extract.table import lanes, stories
from extract.table.lanes import LaneBy
from extract.table.selection import EventTable

LANE = "key"

TITLE_LETTERS = 130
"""What a line holds on a wide screen; on others the style sheet lets it wrap."""


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A story, the claims of the view that tell it, and how much it matters."""

    bar: Bar
    weighed: Weighed


def found(table: EventTable, view: View) -> list[KeyDate]:
    """The key dates of a view, by time."""
    heaviest = {each.story_id: each for each in ask(table, stories.weightiest, view.filters, view.key)}
    if not heaviest:
        return []
    called = dress.titles(table.library, view, tuple(heaviest))
    marks = ask(table, lanes.marks, view.filters, LaneBy.STORY, tuple(heaviest), dress.bearers(called))
    return [KeyDate(bar, heaviest[bar.mark.story_id]) for bar in stories_by_time(marks, Dress(called))]


def first(table: EventTable, view: View) -> str | None:
    """The claim to show before anybody has chosen one: that of the weightiest story; None where nothing is dated."""
    return next((date.bar.mark.event_id for date in found(table, replace(view, key=1))), None)


def show(dates: Sequence[KeyDate], total: int, chosen: str) -> None:
    """Draw the list, the `chosen` story marked, and how many there are to be of the `total` of dated stories."""
    with st.container(key="panel-key", gap=None):
        with st.container(horizontal=True, vertical_alignment="center", key="panel-key-head"):
            st.html(f'<h2 class="caps">{_("Key dates")}{_left_out(len(dates), total)}</h2>')
            st.segmented_control(
                _("How many key dates"),
                KEY_DATES,
                key="key",
                format_func=lambda most: number(most) if most else _("none"),
                required=True,
                label_visibility="collapsed",
            )
        for date in dates:
            mark = date.bar.mark
            st.button(
                words(date),
                key=f"key-{mark.event_id}",
                type="secondary" if chosen == mark.story_id else "tertiary",
                on_click=partial(state.choose, mark.event_id),
                width="stretch",
            )


def _left_out(shown: int, total: int) -> str:
    if shown >= total:
        return ""
    return f" · {n_('{shown} of {count} story', '{shown} of {count} stories', total, shown=number(shown))}"


def chart(dates: Sequence[KeyDate], worn: Dress) -> Chart:
    """The key dates in a lane of their own, for where all claims are too many to be drawn."""
    called = {date.bar.mark.story_id: Title(date.bar.mark.event_id, date.bar.name) for date in dates}
    marks = [replace(date.bar.mark, lane=LANE) for date in dates]
    return Chart(marks, {LANE: _("Key dates")}, replace(worn, titles=called))


def words(date: KeyDate) -> str:
    """Date, title and who tells it, as Markdown in which nothing of the source is markup.

    The style sheet makes three columns of the parts, and lets the title run in its own direction.
    """
    weighed = date.weighed
    told = f"{sources_of(weighed.sources, weighed.voices)} · {number_of(weighed.languages, 'language')}"
    title = without_markdown(date.bar.name, TITLE_LETTERS)
    return f"**{without_markdown(when(date.bar.mark))}** *{title}* :gray[{told}]"
