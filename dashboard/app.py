"""The dashboard as Streamlit serves it, with the pages' own HTML: `streamlit run` finds `app` here."""

from __future__ import annotations

import sys
from pathlib import Path

# Streamlit runs this file as a script, so the folder that holds both packages is not on the path by itself.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import streamlit as st
from starlette.middleware import Middleware

from dashboard import served

app = st.App(Path(__file__).with_name("pages.py"), middleware=[Middleware(served.dressed)])
