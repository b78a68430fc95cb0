"""The browser's way back: from page to page it leads as somebody went, with no stop at a page's bare address.

Who goes to another page comes to its bare address first, and the view that goes along is written to it then. Streamlit
keeps both in the browser's history: the way back would stop at the bare one, which is another view.
"""

from __future__ import annotations

import streamlit as st

SCRIPT = """<script id='way-back'>
if (!window.datelineWayBack) {
  window.datelineWayBack = true;
  const push = history.pushState.bind(history);
  let arriving = false;  // until somebody does something on the page
  for (const act of ['pointerdown', 'keydown']) addEventListener(act, () => { arriving = false; }, true);
  history.pushState = (state, title, url) => {
    const to = new URL(url ?? location.href, location.href);
    const stays = to.pathname === location.pathname;
    if (stays && arriving && !location.search) return history.replaceState(state, title, url);
    arriving = !stays;
    return push(state, title, url);
  };
}
</script>"""


def show() -> None:
    """Let the browser skip bare addresses from now on."""
    st.html(SCRIPT, unsafe_allow_javascript=True)
