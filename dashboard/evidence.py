"""The evidence panel: what is claimed, why it is dated so, and the very sentences of all sources that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from dashboard import cite, judged, quoting, state, steps
from dashboard.ask import ask
from dashboard.marked import name, safe
from dashboard.steps import Step
from dashboard.tongue import N_, _, n_, number, p_
from dashboard.view import View
from dashboard.when import written_in_words
from dashboard.why import explained, in_text
from dashboard.wording import BASIS_WORDS, date_in_words, grain_in_words, kind_name, number_of, said_to_be, sources_of
from extract.events.disagreement import About, Difference
from extract.kind import Kind
from extract.label import label
from extract.passage import Passage, passage_of
from extract.reason import Reason
from extract.said import Field
from extract.store import reading
from extract.store.cast import Title, titles_in
from extract.store.columns import EventRow
from extract.store.judged import rejected_headline
from extract.store.library import Library
from extract.store.reading import Claim
from extract.story import Telling, differences_of, said_by, voices
from extract.table import counts, order
from extract.table.order import Place
from extract.table.selection import EventTable
from extract.written import WRITTEN_WORDS

LONG_EVIDENCE = 140
"""Characters of evidence for a source's date; what is longer is folded."""

POINTS = {About.DATE: N_("the date"), About.STATUS: N_("whether it happened")}
"""What sources differ on, besides what they count."""


def show(table: EventTable, view: View, event_id: str | None) -> None:
    """Draw the panel for a claim."""
    library = table.library
    claim = reading.claim(library, event_id) if event_id else None
    with st.container(key="panel-evidence"):
        if not claim or not event_id:
            _without(library, event_id)
            return
        place = ask(table, order.place, view.filters, claim.row.event_id)
        _steps(place, ask(table, counts.count, view.filters).claims)
        story = reading.of_story(library, claim.row.story_id)
        titles = titles_in(library, claim.row.source_id)
        st.html(told(claim, story, titles, passage_of(library, claim)))
        cite.show(claim.row)
        with st.container():
            if more := besides(claim, story):
                st.html(more)
        judged.show(library, event_id, story)


def _without(library: Library, event_id: str | None) -> None:
    """Say why there is nothing to show; what a person rejected can be taken back."""
    gone = rejected_headline(library, event_id or "")
    if gone is None or event_id is None:
        st.html(_missing(event_id))
        return
    st.html(f'<h2 dir="auto">{safe(gone)}</h2><p class="when">{_("A person rejected this claim.")}</p>')
    judged.show(library, event_id, [])


def _steps(place: Place | None, total: int) -> None:
    earlier = Step(_("Earlier"), "Earlier", place.before if place else None)
    later = Step(_("Later"), "Later", place.after if place else None)
    steps.show(_place(place, total), earlier, later, state.choose)


def _missing(event_id: str | None) -> str:
    if event_id:
        return f"<p>{no_claim(event_id)} {_('Choose a bar or a row of the table.')}</p>"
    return f"<p>{_('Choose a bar or a row of the table to read its evidence here.')}</p>"


def no_claim(event_id: str) -> str:
    """What to say of a link to a claim that the library does not hold, as HTML."""
    told = _("This library holds no claim {claim}: it may have been built anew since the link was made.")
    return told.format(claim=name(label(event_id)))


def told(claim: Claim, story: Sequence[Claim], titles: Mapping[str, Title], passage: Passage | None = None) -> str:
    """What is claimed and why, and the very words that say so, as HTML.

    `titles` are what the claim's source says that its actors are, and `passage` is what stands round its words.
    """
    evidence = f'<h3 class="caps">{_("Evidence")} · {_tellers(story)}</h3>'
    return opening(claim, titles) + evidence + quoting.quoted(claim, passage=passage)


def besides(claim: Claim, story: Sequence[Claim]) -> str:
    """What others say of the same event, and on what they differ, as HTML."""
    return quoting.others(claim, story) + differences(story)


def opening(claim: Claim, titles: Mapping[str, Title]) -> str:
    """What is claimed, when, of whom, and why it is dated so, as HTML."""
    steps = "".join(f"<dt>{term}</dt><dd>{words}</dd>" for term, words in _ladder(claim))
    return (
        f'<h2 dir="auto">{safe(claim.row.headline)}</h2>'
        f'<p class="when">{_when(claim)}</p>'
        f'<p class="chips">{_chips(claim.row, titles)}</p>{_noted(claim.row)}'
        f'<h3 class="caps">{_("Why this date")}</h3><dl>{steps}</dl>'
    )


def _tellers(story: Sequence[Claim]) -> str:
    """How many sources tell a story, how many of them are independent where not all are, and in how many languages."""
    sources, languages = ({getattr(one.row, what) for one in story} for what in ("source_id", "language"))
    told = sources_of(len(sources), voices(story))
    return _("{sources}, {languages}", sources=told, languages=number_of(len(languages), "language"))


def _place(place: Place | None, total: int) -> str:
    if place is None:
        return _("Outside the filters")
    return _("Claim {place} of {total}", place=number(place.position), total=number(total))


def _when(claim: Claim) -> str:
    row = claim.row
    interval = claim.interval
    if interval is None or row.grain is None:
        return f"<b>{p_('a claim', 'Undated')}</b> · {_('no place on the timeline')}"
    grain = grain_in_words(interval, row.grain, row.mod, row.edtf)
    return f"<b>{date_in_words(interval, row.grain, row.mod)}</b> · {grain}"


def _noted(row: EventRow) -> str:
    return f'<p class="noted" dir="auto">{safe(row.note)}</p>' if row.note else ""


def _chips(row: EventRow, titles: Mapping[str, Title]) -> str:
    chips = [f'<span class="chip {row.status}">{_(row.status)}</span>']
    if row.checked:
        chips.append(f'<span class="chip checked">{_("checked")}</span>')
    if row.starred:
        chips.append(f'<span class="chip starred">★ {_("starred")}</span>')
    if row.kind is not Kind.OTHER:
        chips.append(f'<span class="chip kind">{safe(kind_name(row.kind))}</span>')
    for actor in row.actors:
        told = f' title="{safe(said_to_be(titles[actor]))}"' if actor in titles else ""
        chips.append(f'<span class="chip"{told}>{name(label(actor, 40))}</span>')
    return "".join(chips)


def _ladder(claim: Claim) -> Iterable[tuple[str, str]]:
    row = claim.row
    yield _("words"), f'<span class="source" dir="auto">{safe(row.date_text)}</span>'
    yield p_("a source", "written"), _written(claim)
    yield _("rule"), explained(claim.why) if row.explanation else _(BASIS_WORDS[row.date_basis])
    if claim.found_why:
        yield _("found"), f'<s class="date">{safe(_found_date(row))}</s> {explained(claim.found_why)}'
    value, confidence = f"<b>{safe(row.edtf or row.timex3)}</b>", number(row.confidence, "0.00")
    yield _("so"), _("{value}, confidence {confidence}", value=value, confidence=confidence)


def _found_date(row: EventRow) -> str:
    """The date that the program had found, where a person put it right."""
    found = (each.removeprefix(f"{Field.DATE}: ") for each in row.found if each.startswith(f"{Field.DATE}: "))
    return next(found, "")


def _written(claim: Claim) -> str:
    days = written_in_words(claim.anchor_start, claim.anchor_end)
    if days is None:
        return _("nobody knows when")
    how = _(WRITTEN_WORDS[claim.row.source_date_basis])
    return with_evidence(_("{days}, {how}", days=days, how=how), claim.source_evidence)


def with_evidence(what: str, evidence: Reason) -> str:
    """What is known with the reason for it; a long reason is folded."""
    if len(in_text(evidence)) <= LONG_EVIDENCE:
        return _("{what}: {evidence}", what=what, evidence=explained(evidence))
    return f"<details><summary>{what}</summary>{explained(evidence)}</details>"


def differences(story: Sequence[Claim]) -> str:
    """On what the sources of a story differ, what each side says, and who."""
    names = {one.row.event_id: name(label(one.source_name, 30)) for one in story}
    return "".join(_difference(each, names) for each in differences_of(story))


def _difference(difference: Difference, names: Mapping[str, str]) -> str:
    sides = _("; ").join(
        f"<b>{_side(difference, words)}</b> ({said_by(speakers, names, _telling())})"
        for words, speakers in difference.sides.items()
    )
    point = _(difference.thing or POINTS[difference.about])
    return f'<p class="note">{_("Sources differ on {point}: {sides}", point=point, sides=sides)}</p>'


def _side(difference: Difference, words: str) -> str:
    """What a side says: a status by its word, else a date or what the source says."""
    return _(words) if difference.about is About.STATUS else name(words)


def _telling() -> Telling:
    """Who takes a side, in the reader's language."""
    return Telling(_(", "), _copies, quoting.same_text)


def _copies(count: int, names: str) -> str:
    return n_("{count} copy: {names}", "{count} copies: {names}", count, names=names)
