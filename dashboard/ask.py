"""Questions to the library whose answers are kept while it stays as it is: the same view costs nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st
from cachetools import LRUCache

from extract.store.library import Library
from extract.table.selection import EventTable

MOST_ANSWERS = 500
"""Answers kept for all users together; each is a count, a list of lanes or one page of marks."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Opened = TypeVar("Opened", bound=Library | EventTable)


def ask(
    opened: Opened,
    question: Callable[Concatenate[Opened, Asked], Answer],
    *asked: Asked.args,
    **named: Asked.kwargs,
) -> Answer:
    """The answer of a function of `extract` to a library or its table, from memory where nothing was written since.

    Answers are shared by all users and must not be changed.
    """
    library = opened.library if isinstance(opened, EventTable) else opened
    about = (question, asked, tuple(named.items()), version(library))
    answers, lock = _kept()
    with lock:
        if about in answers:
            known: Answer = answers[about]
            return known
    answer = question(opened, *asked, **named)
    with lock:
        answers[about] = answer
    return answer


def version(library: Library) -> tuple[str, int, int, str]:
    """What changes with every write, and where another file takes the library's place."""
    file = library.path.stat()
    return str(library.path), file.st_ino, file.st_mtime_ns, library.meta("changes")


@st.cache_resource(show_spinner=False)
def _kept() -> tuple[LRUCache[Hashable, Any], Lock]:
    return LRUCache(MOST_ANSWERS), Lock()
