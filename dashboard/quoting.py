"""The very sentences of those who tell a story: the chosen one with what stands round it, the others by language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from dashboard.marked import Span, around, marked, name, outside, safe
from dashboard.tongue import _, n_
from extract.label import label, language_name
from extract.model import Status
from extract.passage import Passage
from extract.store.reading import Claim

EXCERPT = 420
"""Letters of a sentence where several stand side by side: read at a glance, and longer than most sentences are."""

MOST_VOICES = 30
"""Other claims shown with one; a story of more is read in the table."""

LINE_BREAKS = re.compile(r"\s*\n\s*")


def others(claim: Claim, story: Sequence[Claim]) -> str:
    """The sentences of the other claims of its story as HTML, copies last; by language where there are several."""
    every = [claim, *(one for one in story if one.row.event_id != claim.row.event_id)]
    leads = _leads(every)
    told = sorted(every[1:], key=lambda one: one.row.event_id in leads)
    shown = told[:MOST_VOICES]
    is_of_several = len({one.row.language for one in every}) > 1
    quotes = _by_language(shown, claim.row.language, leads) if is_of_several else _below(shown, leads)
    return quotes + _more(len(told))


def _leads(story: Iterable[Claim]) -> dict[str, Claim]:
    """For each claim of a copy, by its id, the first claim of another source of the same text."""
    first: dict[str, Claim] = {}
    every = [(one, first.setdefault(one.voice, one)) for one in story]
    return {one.row.event_id: lead for one, lead in every if lead.row.source_id != one.row.source_id}


def _below(claims: Iterable[Claim], leads: Mapping[str, Claim], *, language: bool = True) -> str:
    return "".join(quoted(one, leads.get(one.row.event_id), language=language) for one in claims)


def _by_language(claims: Sequence[Claim], own_language: str, leads: Mapping[str, Claim]) -> str:
    """Each language under its name, side by side where there is room; that of the chosen claim comes first."""
    languages = sorted(dict.fromkeys(one.row.language for one in claims), key=lambda code: code != own_language)
    parts = (
        f'<section><h4 class="caps" lang="{safe(code)}">{name(language_name(code))}</h4>'
        f"{_below([one for one in claims if one.row.language == code], leads, language=False)}</section>"
        for code in languages
    )
    return f'<div class="voices">{"".join(parts)}</div>'


def quoted(
    claim: Claim,
    lead: Claim | None = None,
    most: int | None = None,
    *,
    passage: Passage | None = None,
    language: bool = True,
) -> str:
    """A claim's sentence with its date marked, and where it stands; `lead` is of a source of the same text.

    Of a sentence of more letters than `most`, what stands round its date. `passage` is what stands round the sentence.
    """
    row = claim.row
    sentence, span = row.sentence, Span(*claim.marked)
    if most is not None:
        sentence, span = around(sentence, span, most)
    date = safe(row.edtf or row.timex3)
    status = f" · {_(row.status)}" if row.status is not Status.REPORTED else ""
    parts = [
        name(label(claim.source_name, 50)),
        *([same_text(name(label(lead.source_name, 30)))] if lead else []),
        *([name(language_name(row.language))] if language else []),
        f'<span class="date">{date}</span>{status}',
        f'<a href="/reader?event={quote(row.event_id, safe="")}" target="_self">{_("read in place")}</a>',
    ]
    if address := outside(row.link if row.source_url else None):
        parts.append(address)
    return (
        f'<blockquote dir="auto" lang="{safe(row.language)}">{marked(sentence, [span])}</blockquote>'
        f'{_round(claim, passage) if passage else ""}<p class="from">{" · ".join(parts)}</p>'
    )


def _round(claim: Claim, passage: Passage) -> str:
    """The sentence among those next to it, folded: it takes the place of the sentence alone."""
    sentence = marked(claim.row.sentence, [Span(*claim.marked)])
    text = f'{safe(_close(passage.before))}<span class="own">{sentence}</span>{safe(_close(passage.after))}'
    return (
        f'<details class="round"><summary><span>{_("More of the text")}</span><span>{_("Less")}</span></summary>'
        f'<div class="quote" dir="auto" lang="{safe(claim.row.language)}">{text}</div></details>'
    )


def _close(text: str) -> str:
    """Lines without the empty ones between them."""
    return LINE_BREAKS.sub("\n", text)


def _more(told: int) -> str:
    if told <= MOST_VOICES:
        return ""
    words = n_(
        "{count} more claim of this story in the table.",
        "{count} more claims of this story in the table.",
        told - MOST_VOICES,
    )
    return f"<p>{words}</p>"


def same_text(source: str) -> str:
    """Says of a source that it is a copy of another."""
    return _("same text as {source}", source=source)
