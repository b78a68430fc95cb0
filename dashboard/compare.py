"""The page Compare: a row a story, a column a language, source or publisher, and who agrees with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import columns, dress, evidence, facets, filters, grid, head, links, state
from dashboard.ask import ask
from dashboard.opened import table_of
from dashboard.terms import AGREEMENTS, ALONE
from dashboard.tongue import _, n_, number
from dashboard.view import View
from extract.agreement import Agreement
from extract.store import reading
from extract.store.library import Library
from extract.store.reading import Claim
from extract.table import comparison, order, stories
from extract.table.comparison import Compared, Stories
from extract.table.filters import Alone
from extract.table.selection import EventTable

PAGE = 50
"""Stories drawn at once: with the columns some hundreds of dates, as many as are read before turning to the filters."""

COMPARED = (Agreement.CONFLICT, Agreement.COMPATIBLE, Agreement.AGREE)
"""What those can do who tell a story together with others."""

PANEL = "panel-compared"


def show(library: Library) -> None:
    """Draw the page."""
    opened = table_of(library)
    view = head.show(opened, "compare", _("Compare"))
    head.mistakes(view)
    total = ask(opened, stories.count_dated, view.filters)
    shown = Stories(view.filters, view.sort, _first(opened, view, total), PAGE)
    tellers = columns.tellers(opened, view, shown)
    _controls(opened, view, columns.told(view, len(tellers)))
    if not total:
        st.html(head.nothing(opened, view))
        return
    with st.container(key="panel-body"):
        table, panel = st.columns([2.45, 1], gap="large")
    with table:
        chosen = _table(opened, view, shown, tellers, total)
    with panel:
        st.html('<span id="evidence" tabindex="-1"></span>')
        evidence.show(opened, view, chosen)


def _controls(opened: EventTable, view: View, told: str) -> None:
    """Draw which stories are left, how many stand how, what the columns stand for, and in which order stories come."""
    standing = ask(opened, comparison.tally, view.filters)
    alone = ask(opened, comparison.only, view.filters)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="panel-standing"):
        head.time(opened, view)
        facets.pills(_("Do they agree?"), "agree", {one: standing[one] for one in COMPARED}, _agreement)
        facets.pills(_("Told by only"), "only", alone, lambda one: _(ALONE[Alone(one)]))
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="panel-across"):
        columns.choose(opened, view)
        filters.order("sort")
        st.html(f'<p class="key">{told}</p>')


def _agreement(one: str) -> str:
    agreement = Agreement(one)
    return f"{grid.SIGNS[agreement]} {_(AGREEMENTS[agreement])}"


def _table(opened: EventTable, view: View, page: Stories, tellers: tuple[str, ...], total: int) -> str:
    """Draw one page of the table, and which claim is chosen on it."""
    rows = ask(opened, comparison.page, page, view.across, tellers)
    titles = dress.titles(opened.library, view, [row.story_id for row in rows])
    claims = _claims(opened, rows, dress.bearers(titles))
    first = next((row for row in rows if row.event_id in claims), None)
    chosen = view.event or (grid.dated_by(first, titles, claims).row.event_id if first else "")
    shown = grid.Shown(
        view,
        columns.named(opened, view.across, tellers),
        rows,
        claims,
        titles,
        reading.story_of(opened.library, chosen),
    )
    caption = n_("{count} story", "{count} stories", total)
    if total > PAGE:
        bounds = {"first": number(page.first + 1), "last": number(page.first + len(rows))}
        caption = _("Stories {first} to {last} of {count}", count=number(total), **bounds)
    links.show(PANEL, grid.legend(caption) + grid.table(shown, caption), state.choose)
    if total > PAGE:
        st.pagination(-(-total // PAGE), key=_key(view), default=page.first // PAGE + 1)
    return chosen


def _first(opened: EventTable, view: View, total: int) -> int:
    """The first story of the page that is open; who arrives by an address finds the chosen one on it."""
    if _key(view) in st.session_state:
        return min((int(st.session_state[_key(view)]) - 1) * PAGE, max(total - 1, 0) // PAGE * PAGE)
    story = reading.story_of(opened.library, view.event) if view.event else ""
    at = ask(opened, comparison.position, view.filters, view.sort, story) if story else None
    return (at or 0) // PAGE * PAGE


def _key(view: View) -> str:
    """What the page numbers of one list of stories are known by: another list begins with its first page."""
    return f"compared-{hash((view.filters, view.sort))}"


def _claims(opened: EventTable, rows: Sequence[Compared], bearers: Sequence[str]) -> Mapping[str, Claim]:
    """The claims that some rows name, and those that bear their titles."""
    given = (each.event_id for row in rows for cell in row.cells.values() for each in cell.given)
    events = dict.fromkeys((*(row.event_id for row in rows), *given, *bearers))
    return {claim.row.event_id: claim for claim in ask(opened, order.claims_of, tuple(events))}
