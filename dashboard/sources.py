"""The sources page: when each was written and how that is known, and beside the list the one that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pandas as pd
import streamlit as st

from dashboard import download, failures, find, intake, removing, state, under_way, written
from dashboard.ask import ask
from dashboard.listed import WHICH, Which, found
from dashboard.marked import in_english, name, safe
from dashboard.rows import Look, chosen_id, chosen_row, page_of
from dashboard.tongue import _, n_, p_
from dashboard.view import View
from dashboard.when import written_in_words
from dashboard.wording import number_of
from extract.errors import LibraryError
from extract.label import label, language_name
from extract.store.library import Library
from extract.store.readings import all_failures
from extract.store.shelf import Shelved, shelf
from extract.written import WRITTEN_WORDS

CHOSEN = "shelf-chosen"
"""The source that is looked at, kept while other pages are open."""


def look() -> Look:
    """How the list looks."""
    return Look(
        columns={
            "Title": st.column_config.TextColumn(p_("of a source", "Title"), width=225),
            "Written": st.column_config.TextColumn(p_("of a source", "Written"), width=168),
            "Known": st.column_config.TextColumn(p_("of a source", "Known"), width=165),
            "Doubts": st.column_config.TextColumn(p_("a narrow column", "Doubts"), width=58),
            "Claims": st.column_config.NumberColumn(p_("a narrow column", "Claims"), width=54),
            "Undated": st.column_config.NumberColumn(p_("a narrow column", "Undated"), width=64),
            "Reader": st.column_config.LinkColumn(p_("a narrow column", "Reader"), width=56, display_text=_("read")),
            "Language": st.column_config.TextColumn(_("Language"), width=78),
            "Publisher": st.column_config.TextColumn(_("Publisher"), width=110),
        },
        alt=_("The sources, one a row"),
        short=16,
        tallest=620,
    )


def show(library: Library) -> None:
    """Draw the page."""
    state.leave()
    every, lost = ask(library, shelf), all_failures(library)
    head, box, which, button = st.columns([1.6, 0.75, 2.45, 0.5], gap="small", vertical_alignment="center")
    head.html(heading(every, len(lost)))
    if not every:
        st.html(f'<p class="from">{_("This library holds no source yet.")}</p>')
    under_way.show(library.path)
    intake.show(library.path, is_empty=not every)
    if every or lost:
        with box:
            words = find.words("shelf-q", _("Find by title, publisher, file"))
        with which:
            kind = find.of_kind(_("Which"), "shelf-which", {each: p_(*called) for each, called in WHICH.items()})
        if kind is Which.FAILURES:
            failures.show(lost, words)
            chosen = None
        else:
            chosen = _beside(library, every, words, kind)
        with button:
            told = _("{claims} of the source that is chosen.")
            download.of(library, View(src=(chosen,)) if chosen else None, told)
    removing.show(library)


def begin(path: Path, error: LibraryError) -> None:
    """The page where there is no library yet; the first build makes it."""
    state.leave()
    build = under_way.builds().of(path)
    st.html(f"<h1>{_('Sources')}</h1>")
    if path.exists() and not (build and build.is_running):
        st.html(f'<p class="note">{in_english(safe(str(error)))}.</p>')
        return
    if build is None:
        place = name(label(str(path), 200))
        told = _("There is no library at {place} yet: what you add makes it.", place=place)
        st.html(f'<p class="from">{told}</p>')
    under_way.show(path)
    intake.show(path, is_empty=True)


def _beside(library: Library, every: Sequence[Shelved], words: str, kind: Which) -> str | None:
    """Draw the list, and beside it the one that is looked at, whose id this is."""
    gone = _("This library holds no source {source}: its file may hold another text since the link was made.")
    chosen = chosen_id("source", CHOSEN, {source.source_id for source in every}, gone)
    listed, beside = st.columns([2.15, 1], gap="medium")
    with listed:
        _list(_new(library.path, ask(library, found, words, kind), kind), chosen)
    with beside, st.container(key="panel-source"):
        _look(library, next((source for source in every if source.source_id == chosen), None))
    return chosen


def _new(path: Path, sources: Sequence[Shelved], kind: Which) -> Sequence[Shelved]:
    """Of sources that were added last only those that were not there before the last build."""
    if kind is not Which.LAST:
        return sources
    build = under_way.builds().of(path)
    return [source for source in sources if build and source.source_id not in build.before]


def heading(every: Sequence[Shelved], lost: int = 0) -> str:
    """The page's title, and how many sources need a look."""
    parts = [
        number_of(len(every), "source"),
        n_("{count} with doubts", "{count} with doubts", sum(bool(source.doubts) for source in every)),
        n_("{count} without a date", "{count} without a date", sum(source.start is None for source in every)),
        *([number_of(lost, "failure")] if lost else []),
    ]
    return f'<h1>{_("Sources")}</h1><p class="counts">{" · ".join(parts)}</p>'


def _list(sources: Sequence[Shelved], chosen: str | None) -> None:
    """One page of the list; choosing a row shows that source beside it."""
    if not sources:
        told = _("No source is so named, and of this kind. Take a word off, or show all.")
        st.html(f'<p class="note">{told}</p>')
        return
    held = sources[page_of("shelf", [source.source_id for source in sources], chosen)]
    chosen_row("shelf", frame(held), [source.source_id for source in held], chosen, _choose, look())


def _choose(source_id: str) -> None:
    st.query_params.from_dict({"source": source_id})


def frame(sources: Sequence[Shelved]) -> pd.DataFrame:
    """The sources as people read them in a row."""
    return pd.DataFrame(
        {
            "Title": [label(source.name, 120) for source in sources],
            "Written": [written_in_words(source.start, source.end) or _("nobody knows when") for source in sources],
            "Known": [_(WRITTEN_WORDS[source.basis]) for source in sources],
            "Doubts": [f"\u2691 {len(source.doubts)}" if source.doubts else "" for source in sources],
            "Claims": [source.claims for source in sources],
            "Undated": [source.undated for source in sources],
            "Reader": [f"/reader?source={quote(source.source_id, safe='')}" for source in sources],
            "Language": [language_name(source.language) for source in sources],
            "Publisher": [label(source.publisher or "", 60) for source in sources],
        }
    )


def _look(library: Library, source: Shelved | None) -> None:
    if source is None:
        told = _("Choose a row to read why a source is dated so, and to change it where you know better.")
        st.html(f"<p>{told}</p>")
        return
    st.html(looked_at(source))
    written.show(library, source)
    removing.control(library.path, source, CHOSEN)


def looked_at(source: Shelved) -> str:
    """What a source is and when it was written, as HTML."""
    days = written_in_words(source.start, source.end) or _("Nobody knows when")
    parts = [name(language_name(source.language)), number_of(source.claims, "claim")]
    if source.undated:
        parts.append(n_("{count} undated", "{count} undated", source.undated))
    if source.publisher:
        parts.append(name(label(source.publisher)))
    parts += [
        name(label(source.location, 80)),
        f'<a href="/reader?source={quote(source.source_id, safe="")}" target="_self">{_("read it")}</a>',
    ]
    return (
        f'<h2 dir="auto" lang="{safe(source.language)}">{safe(source.name)}</h2>'
        f'<p class="when"><b>{days}</b> · {_(WRITTEN_WORDS[source.basis])}</p>'
        f'<p class="from">{" · ".join(parts)}</p>'
    )
