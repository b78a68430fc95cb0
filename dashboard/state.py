"""The view kept in three places that must agree: the widgets, the address bar and the session.

The address is read when somebody arrives or goes back, and written after every change; so a view is a link.
"""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import Any

import streamlit as st

from dashboard.view import DRAWN, USUAL, Address, View, read, write

KEPT = "view"
"""The view as it was last shown: widgets forget theirs while another page is open."""

WRITTEN = "address"
"""The address as this session last wrote it; another one means that somebody went there by a link or by going back."""

OVERTAKEN = "addresses overtaken"
"""Those in whose place it wrote another one since the browser last sent the one written.

On a slow machine they come back with the next thing that somebody types.
"""

PAGE = "page"
"""The page that is open: who goes to another one by its name alone finds the view there as it was left here."""

ELSEWHERE = ""
"""Any page that shows no view."""


def arrive(page: str) -> None:
    """Take over the address, where it is another than the one last written. Call it before any widget.

    `page` is one of those that show the same view, each in its way.
    """
    address = _address()
    returns = st.session_state.get(PAGE, page) != page
    st.session_state[PAGE] = page
    if address == st.session_state.get(WRITTEN):
        st.session_state[OVERTAKEN] = ()
    if returns and not address and KEPT in st.session_state:
        _set(st.session_state[KEPT])
    elif returns or (st.session_state.get(WRITTEN) != address and not _is_overtaken(address)):
        _set(read(address))
    for name, value in _values(st.session_state.get(KEPT, View())).items():
        st.session_state.setdefault(name, value)  # a widget that was not drawn last time has forgotten its own


def _is_overtaken(address: Address) -> bool:
    """Whether an address is one of before the last changes, sent with another change: nobody went back to it."""
    kept = st.session_state
    return KEPT in kept and address in kept.get(OVERTAKEN, ()) and held() != kept[KEPT]


def leave() -> None:
    """Say that a page is open which shows no view."""
    st.session_state[PAGE] = ELSEWHERE


def held() -> View:
    """The view as the widgets have it."""
    kept = ((each.name, st.session_state[each.name]) for each in fields(View))
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept}
    return View(**values)


def current() -> View:
    """The view as the widgets have it, written to the address."""
    view = held()
    address, sent = write(view), _address()
    if address != sent:
        st.query_params.from_dict(address)
        st.session_state[OVERTAKEN] = (*st.session_state.get(OVERTAKEN, ()), sent)
    st.session_state[WRITTEN] = address
    st.session_state[KEPT] = view
    return view


def choose(event_id: str) -> None:
    """Select a claim."""
    st.session_state["event"] = event_id


def set_window(since: str, until: str) -> None:
    """Set the window of time."""
    st.session_state["since"], st.session_state["until"] = since, until


def clear() -> None:
    """Show everything, drawn in the same way and with the same claim beside it."""
    view = held()
    _set(View(**{name: getattr(view, name) for name in DRAWN}))


def show(view: View) -> None:
    """Show another view."""
    _set(view)


def without(name: str, value: str) -> None:
    """Take one value off a filter."""
    kept = getattr(held(), name)
    rest: Any = tuple(each for each in kept if each != value) if isinstance(kept, tuple) else getattr(USUAL, name)
    _set(replace(held(), **{name: rest}))


def _set(view: View) -> None:
    for name, value in _values(view).items():
        st.session_state[name] = value


def _values(view: View) -> dict[str, object]:
    """A view as widgets have it."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(view).items()}


def _address() -> Address:
    return {name: st.query_params.get_all(name) for name in st.query_params}
