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
  const panel = document.querySelector(`.st-key-${data}`);
  if (!panel) return;
  const focus = () => {
    const link = kept[data] && panel.querySelector(`a[data-place="${CSS.escape(kept[data])}"]`);
    if (link && !panel.contains(document.activeElement)) link.focus({ preventScroll: true });
  };
  const follow = (event) => {
    const link = event.target.closest?.('a[data-to]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    kept[data] = link.dataset.place;
    setTriggerValue('to', link.dataset.to);
  };
  const redrawn = new MutationObserver(focus);
  const left = (event) => { if (event.relatedTarget) delete kept[data]; };
  panel.addEventListener('click', follow);
  panel.addEventListener('focusout', left);
  redrawn.observe(panel, { childList: true, subtree: true });
  panel.dataset.followed = '';
  focus();
  return () => {
    delete panel.dataset.followed;
    panel.removeEventListener('click', follow);
    panel.removeEventListener('focusout', left);
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


def follow(panel: str, heard: Callable[[str], None]) -> None:
    """Hear to what a link of a panel leads that somebody follows.

    `panel` is its key. To be called after the panel is drawn.
    """
    key = f"links-{panel}"

    def followed() -> None:
        if to := st.session_state[key].get("to"):
            heard(str(to))

    _followed(key=key, data=panel, height=1, on_to_change=followed)
