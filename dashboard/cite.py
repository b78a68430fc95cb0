"""How to cite the source of a claim: a footnote and what reference managers read, to be copied; made on demand."""

from __future__ import annotations

import streamlit as st

from dashboard import download
from dashboard.tongue import N_, _, language
from extract.store.columns import EventRow

PANEL = "panel-cite"

FOOTNOTE = "footnote"

FORMS = {FOOTNOTE: N_("Footnote"), "csl": "CSL-JSON", "ris": "RIS"}
"""Each form of a citation, and what it is called."""


@st.fragment
def show(row: EventRow) -> None:
    """Draw the button, and what opens with it; opening it draws nothing else of the page anew."""
    opened = st.popover(_("Cite"), key="open-cite", type="tertiary", on_change="rerun")
    # What opens has its height from the first, so that it opens where there is room for it.
    with opened, st.container(key=PANEL):
        if opened.open:
            _forms(row)


def _forms(row: EventRow) -> None:
    from extract.export.citation import citation  # noqa: PLC0415 - most who read cite nothing

    form = st.segmented_control(
        _("Form"),
        list(FORMS),
        key="cite-form",
        default=FOOTNOTE,
        required=True,
        format_func=lambda each: _(FORMS[each]),
        label_visibility="collapsed",
    )
    told = getattr(citation(row, download.address(), language()), form)
    # Code is shown as it stands, whatever it says, and has a button that copies it.
    st.container(key=f"cite-{form}").code(told, language=None, wrap_lines=True)
