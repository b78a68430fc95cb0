"""Questions to the library whose answers are kept while it stays as it is: the same view costs nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Concatenate, ParamSpec, TypeVar

import streamlit as st

from extract.store.library import Library

MOST_ANSWERS = 500
"""Answers kept for all users together; each is a count, a list of lanes or one page of marks."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def ask(
    library: Library,
    question: Callable[Concatenate[Library, Asked], Answer],
    *asked: Asked.args,
    **named: Asked.kwargs,
) -> Answer:
    """The answer of a function of `extract.store` to a library, from memory where nothing was written since.

    Answers are shared by all users and must not be changed.
    """
    about = (question.__module__, question.__name__, asked, tuple(named.items()), _version(library))
    answer: Answer = _answer(about, library, question, asked, named)
    return answer


def _version(library: Library) -> tuple[str, int, int, str]:
    """What changes with every write, and where another file takes the library's place."""
    file = library.path.stat()
    return str(library.path), file.st_ino, file.st_mtime_ns, library.meta("changes")


@st.cache_resource(max_entries=MOST_ANSWERS, show_spinner=False)
def _answer(
    about: Hashable,  # noqa: ARG001 - what the answer is kept under; Streamlit leaves out names with an underscore
    _library: Library,
    _question: Callable[..., Answer],
    _asked: tuple[object, ...],
    _named: dict[str, object],
) -> Answer:
    return _question(_library, *_asked, **_named)
