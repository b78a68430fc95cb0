"""What the keyboard reaches: what opens with a button comes after the button, and what scrolls can be scrolled by keys.

Streamlit draws what a button opens at the end of the page: by Tab it would come after all the rest.
"""

from __future__ import annotations

import streamlit as st

JS = """
const OPENED = '[data-testid="stPopoverBody"]';
const STOPS = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';
const ALWAYS = '.st-key-panel-compared';
const NARROW = matchMedia('(max-width: 640px)');  // as in the style sheet
const SCROLLED = '.st-key-panel-strip, .st-key-panel-lanes, .st-key-panel-key-lane, .st-key-panel-compared';
const reached = new WeakSet();
let opener = null;

const stops = (within) => [...within.querySelectorAll(STOPS)].filter((each) => each.offsetParent && each.tabIndex >= 0);
const unit = (stop) => stop?.closest('[role="toolbar"], [role="radiogroup"]') ?? stop;  // arrows go through these
const opened = () => document.querySelector(OPENED);
const leave = () => {
  const button = opener;
  opener = null;
  if (button?.isConnected) button.focus();
};
const look = () => {
  for (const each of document.querySelectorAll(SCROLLED)) {
    const scrolls = NARROW.matches || each.matches(ALWAYS);
    if (scrolls === each.hasAttribute('tabindex')) continue;
    if (scrolls) each.tabIndex = 0; else each.removeAttribute('tabindex');
  }
  const body = opened();
  if (!body) {
    if (opener && (document.activeElement === document.body || !document.activeElement)) leave();
    return;
  }
  if (reached.has(body)) return;
  const first = stops(body)[0];
  if (!first) return;
  reached.add(body);
  opener = document.querySelector('button[aria-haspopup][aria-expanded="true"]');
  if (!body.contains(document.activeElement)) first.focus({ preventScroll: true });
};
const pressed = (event) => {
  const body = opened();
  if (!body || !opener || !body.contains(document.activeElement)) return;
  if (event.key === 'Escape') return void setTimeout(leave);
  if (event.key !== 'Tab') return;
  const every = stops(body);
  const end = unit(event.shiftKey ? every[0] : every[every.length - 1]);
  if (end && end !== unit(document.activeElement)) return;
  event.preventDefault();
  event.stopPropagation();
  opener.click();
  leave();
};

export default function () {
  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => { asked = 0; look(); });
  };
  const drawn = new MutationObserver(soon);
  drawn.observe(document.body, { childList: true, subtree: true });
  NARROW.addEventListener('change', soon);
  document.addEventListener('keydown', pressed, true);
  look();
  return () => {
    drawn.disconnect();
    cancelAnimationFrame(asked);
    NARROW.removeEventListener('change', soon);
    document.removeEventListener('keydown', pressed, true);
  };
}
"""
"""It holds nothing of any source, and reads nothing of the page but where things stand."""

_reached = st.components.v2.component("dateline.reach", js=JS)


def show() -> None:
    """Let the keyboard reach all of the page that is drawn after this."""
    _reached(key="reach")
