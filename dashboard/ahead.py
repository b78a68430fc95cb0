"""What the browser loads ahead: Streamlit's scripts for charts and tables, while the server still works on the page.

By itself the browser asks for them when the first chart arrives, and then reads five megabytes before it draws.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import streamlit as st

SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"

WANTED = ("PlotlyChart.*.js", "DataFrame.*.js")
"""The names that Streamlit gives its scripts, with a part that each of its versions has anew."""

LOAD = """<script id='ahead'>
const beside = document.querySelector('script[type=module][src]');
for (const name of {names}) import(new URL(name, beside.src)).catch(() => null);  // who leaves at once
</script>"""


def show() -> None:
    """Tell the browser; where Streamlit calls its scripts otherwise, nothing is told and nothing is lost."""
    if names := _names():
        st.html(LOAD.format(names=json.dumps(names)), unsafe_allow_javascript=True)


@cache
def _names() -> tuple[str, ...]:
    return tuple(path.name for wanted in WANTED for path in SCRIPTS.glob(wanted))
