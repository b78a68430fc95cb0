"""Stories beside one another as a table of HTML: a row a story, a cell for each who tells it, signs and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard import links, quoting
from dashboard.marked import name, safe
from dashboard.terms import AGREEMENTS
from dashboard.tongue import _, n_
from dashboard.view import View
from dashboard.wording import date_in_words, number_of
from extract.agreement import Agreement
from extract.label import label
from extract.model import Status
from extract.store.reading import Claim
from extract.store.weights import Title
from extract.table.comparison import Cell, Compared, Given

SIGNS = {
    Agreement.CONFLICT: "≠",
    Agreement.COMPATIBLE: "≈",
    Agreement.AGREE: "=",
    Agreement.SILENT: "–",
}
SIGNED = {one: f'<span class="sign {one}" aria-hidden="true">{sign}</span>' for one, sign in SIGNS.items()}
"""The signs as HTML; people who hear the page hear words in their place."""

TITLE_LETTERS = 120
WORDS_LETTERS = 40
"""Of the words of a date, or of a figure: they are read in passing."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page of stories is drawn from."""

    view: View
    tellers: Mapping[str, str]
    """Who tells: the columns, with what they are called."""
    rows: Sequence[Compared]
    claims: Mapping[str, Claim]
    """All claims that the rows and their cells name, by their ids."""
    titles: Mapping[str, Title]
    """Of stories."""
    chosen: str
    """The story whose sentences are told."""


def table(shown: Shown, caption: str) -> str:
    """The whole table."""
    heads = "".join(_column(name(one)) for one in (_("Story"), *shown.tellers.values()))
    body = "".join(_row(shown, row) for row in shown.rows if row.event_id in shown.claims)
    return (
        f'<table class="compared" role="table"><caption class="unseen">{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _column(called: str) -> str:
    return f'<th scope="col" role="columnheader">{called}</th>'


def sign(agreement: Agreement) -> str:
    """The sign of an agreement, and its word for those who hear the page."""
    return f'{SIGNED[agreement]}<span class="unseen">{_(AGREEMENTS[agreement])}: </span>'


def legend(caption: str) -> str:
    """How many stories there are, and what the signs mean."""
    told = {
        Agreement.AGREE: _("the same days"),
        Agreement.COMPATIBLE: _("compatible: vaguer, overlapping, planned or undated"),
        Agreement.CONFLICT: _("conflict: no day in common, denied, or counted otherwise"),
        Agreement.SILENT: _("silent"),
    }
    signs = " ".join(f"<span>{SIGNED[one]} {words}</span>" for one, words in told.items())
    return f'<p class="key signs"><span class="caps">{caption}</span> {signs}</p>'


def _row(shown: Shown, row: Compared) -> str:
    is_chosen = row.story_id == shown.chosen
    cells = "".join(
        _cell(named, _given(shown, row, teller, row.cells[teller]) if teller in row.cells else _silent())
        for teller, named in shown.tellers.items()
    )
    html = f'<tr role="row"{" class=chosen" if is_chosen else ""}>{_head(shown, row)}{cells}</tr>'
    return html + _in_their_words(shown, row) if is_chosen else html


def _cell(named: str, inner: str) -> str:
    """A cell; on small screens, where cells stand below one another, it says whose it is."""
    return f'<td role="cell"><span class="teller" aria-hidden="true">{name(named)}</span>{inner}</td>'


def _head(shown: Shown, row: Compared) -> str:
    claim = dated_by(row, shown.titles, shown.claims)
    title = shown.titles.get(row.story_id)
    called = label(title.headline if title else claim.row.headline, TITLE_LETTERS)
    opening = links.opening(shown.view.link(claim.row.event_id), claim.row.event_id, f"story {row.story_id}")
    is_compared = row.agreement is not Agreement.ALONE
    parts = [
        *([f"{SIGNED[row.agreement]} {_(AGREEMENTS[row.agreement])}"] if is_compared else []),
        number_of(row.voices, "independent source"),
        number_of(row.languages, "language"),
    ]
    return (
        f'<th scope="row" role="rowheader">{opening}<span class="source" dir="auto">{safe(called)}</span></a>'
        f'<p class="dated">{when(claim)}</p><p class="verdict">{" · ".join(parts)}</p></th>'
    )


def _given(shown: Shown, row: Compared, teller: str, cell: Cell) -> str:
    dates = "".join(_date(shown, row, teller, each) for each in cell.given if each.event_id in shown.claims)
    more = n_("{count} more date", "{count} more dates", cell.more) if cell.more else ""
    return dates + (f'<p class="given more">{more}</p>' if more else "")


def _date(shown: Shown, row: Compared, teller: str, given: Given) -> str:
    claim = shown.claims[given.event_id]
    event = given.event_id
    opening = links.opening(shown.view.link(event), event, f"{row.story_id} {teller} {event}")
    stands = "" if row.agreement is Agreement.ALONE else sign(given.agreement)
    notes = " · ".join(_notes(claim, given, counted=row.agreement is Agreement.CONFLICT))
    return f'<p class="given">{opening}{stands}{when(claim)}</a> <span class="notes">{notes}</span></p>'


def _notes(claim: Claim, given: Given, *, counted: bool) -> Iterator[str]:
    """The date's words, and what else may differ from what others say; figures where they are asked for."""
    words = safe(label(claim.row.date_text, WORDS_LETTERS))
    yield f'<q class="source" dir="auto" lang="{safe(claim.row.language)}">{words}</q>'
    if claim.row.status is not Status.REPORTED:
        yield f'<span class="status">{_(claim.row.status)}</span>'
    if counted:
        tag = "b" if given.agreement is Agreement.CONFLICT else "span"
        yield from (f"<{tag}>{name(label(figure.words, WORDS_LETTERS))}</{tag}>" for figure in claim.figures)
    if given.sources > 1:
        yield number_of(given.sources, "source")


def _silent() -> str:
    signed, word = SIGNED[Agreement.SILENT], _(AGREEMENTS[Agreement.SILENT])
    return f'<p class="given">{signed}<span class="unseen">{word}</span></p>'


def _in_their_words(shown: Shown, row: Compared) -> str:
    """The sentences of a story, side by side under the dates that they give."""

    def quoted(teller: str) -> str:
        given = row.cells[teller].given if teller in row.cells else ()
        claims = (shown.claims[each.event_id] for each in given if each.event_id in shown.claims)
        return "".join(quoting.quoted(claim, most=quoting.EXCERPT) for claim in claims)

    cells = "".join(_cell(named, quoted(teller)) for teller, named in shown.tellers.items())
    return (
        f'<tr role="row" class="chosen told"><th scope="row" role="rowheader">{_("In their words")}'
        f'<p class="verdict"><a href="#evidence">{_("All evidence")}</a></p></th>{cells}</tr>'
    )


def dated_by(row: Compared, titles: Mapping[str, Title], claims: Mapping[str, Claim]) -> Claim:
    """The claim that is opened with a story: of those that date it alike the one that names it."""
    claim, title = claims[row.event_id], titles.get(row.story_id)
    named = claims.get(title.event_id) if title else None
    is_alike = named and (named.interval, named.row.mod) == (claim.interval, claim.row.mod)
    return named if named and is_alike else claim


def when(claim: Claim) -> str:
    """A claim's date in words."""
    interval, grain = claim.interval, claim.row.grain
    if interval is None or grain is None:
        return f'<span class="date">{_("no date")}</span>'
    return f'<b class="date">{safe(date_in_words(interval, grain, claim.row.mod))}</b>'
