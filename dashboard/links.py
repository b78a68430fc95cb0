"""Links of a page's own HTML that change what is shown, followed without loading the page anew.

Each is an address by itself, to be opened in another tab or sent to somebody. Where it is followed here, with the mouse
or by keyboard, the page hears which claim it leads to, and the link has the keyboard again when the page is drawn anew.
"""

from __future__ import annotations

import streamlit as st

from dashboard import state
from dashboard.marked import safe
from dashboard.view import View

PLACE = "data-place"
"""What tells a link from all others of its panel, however often the page is drawn."""

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
    const link = event.target.closest?.('a[data-event]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    kept[data] = link.dataset.place;
    setTriggerValue('event', link.dataset.event);
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
"""It holds nothing of any source; what it reads from a link is the id of a claim."""

_followed = st.components.v2.component("dateline.links", js=JS)


def opening(view: View, event: str, place: str) -> str:
    """The start tag of a link to a claim in the same view."""
    return f'<a href="{safe(view.link(event))}" data-event="{safe(event)}" {PLACE}="{safe(place)}" target="_self">'


def follow(panel: str) -> None:
    """Hear which link of a panel somebody follows; `panel` is its key. To be called after the panel is drawn."""
    key = f"links-{panel}"

    def chosen() -> None:
        if event := st.session_state[key].get("event"):
            state.choose(str(event))

    _followed(key=key, data=panel, height=1, on_event_change=chosen)
