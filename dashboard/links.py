"""Links of a page's own HTML that change what is shown, followed without loading the page anew.

Each is an address by itself, to be opened in another tab or sent to somebody. Where it is followed here, with the mouse
or by keyboard, the page hears what it leads to, and the link has the keyboard again when the page is drawn anew.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.marked import safe

JS = """
const kept = {};
export default function ({ data, setTriggerValue }) {
  // A panel may be drawn anew while this stays: it is looked for each time.
  const panel = () => document.querySelector(`.st-key-${data}`);
  const follow = (event) => {
    const link = event.target.closest?.(`.st-key-${data} a[data-to]`);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    kept[data] = link.dataset.place;
    setTriggerValue('to', link.dataset.to);
  };
  const left = (event) => { if (event.relatedTarget && panel()?.contains(event.target)) delete kept[data]; };
  const look = () => {
    const here = panel();
    if (!here) return;
    if (!('followed' in here.dataset)) here.dataset.followed = '';
    const link = kept[data] && here.querySelector(`a[data-place="${CSS.escape(kept[data])}"]`);
    if (link && !here.contains(document.activeElement)) link.focus({ preventScroll: true });
  };
  const redrawn = new MutationObserver(look);
  document.addEventListener('click', follow);
  document.addEventListener('focusout', left);
  redrawn.observe(document.body, { childList: true, subtree: true });
  look();
  return () => {
    delete panel()?.dataset.followed;
    document.removeEventListener('click', follow);
    document.removeEventListener('focusout', left);
    redrawn.disconnect();
  };
}
"""
"""It holds nothing of any source; what it reads from a link is the id of a claim, or days."""

_followed = st.components.v2.component("dateline.links", js=JS)


def opening(address: str, to: str, place: str, look: str = "") -> str:
    """The start tag of a link.

    `address` is where it leads by itself and `to` what the page hears; `place` tells it from all others of its panel,
    however often the page is drawn, and `look` holds more attributes, which are HTML.
    """
    return (
        f'<a href="{safe(address)}" data-to="{safe(to)}" data-place="{safe(place)}" target="_self"'
        f"{' ' if look else ''}{look}>"
    )


def show(panel: str, html: str, heard: Callable[[str], None]) -> None:
    """Draw a panel, `panel` being its key, and hear what a link in it leads to when somebody follows it."""
    with st.container(key=panel):
        st.html(html)
    key = f"links-{panel}"

    def followed() -> None:
        if to := st.session_state[key].get("to"):
            heard(str(to))

    _followed(key=key, data=panel, height=1, on_to_change=followed)
