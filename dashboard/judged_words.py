"""What people said of a claim in words: what came of it, and the list of what counts."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.marked import name, safe
from dashboard.tongue import _, n_
from extract.label import label
from extract.said import Field, Verdict
from extract.store.judged import Judged
from extract.written import moment


def done(what: str) -> str:
    """What came of something that was said; of what is seen beside the button, nothing more."""
    words = {
        Verdict.JOIN: _("The claims are one story now."),
        Verdict.PART: _("The claim is a story of its own now."),
        Verdict.PREFER: _("The story has this date now."),
        Verdict.REJECT: _("The claim is rejected: it is in no list and no export any more."),
        Verdict.ACCEPT: _("Accepted: its date is checked."),
        "undo": _("Taken back."),
        "uncheck": _("Not checked any more."),
        "star": _("Starred."),
        "unstar": _("No star any more."),
        "note": _("The note is kept."),
    }
    return words[what]


def changes(said: Sequence[Judged], event_id: str) -> str:
    """What people said of a claim and what counts, newest first, as HTML."""
    items = "".join(_item(entry, event_id) for entry in reversed(said))
    link = f'<a href="/corrections" target="_self">{_("all corrections")}</a>'
    return f'<h3 class="caps">{_("Changes")} · {link}</h3><ol class="changes">{items}</ol>'


def _item(entry: Judged, event_id: str) -> str:
    why = f'<q class="source" dir="auto">{safe(entry.reason)}</q>' if entry.reason else ""
    return f'<li>{_words(entry, event_id)}{why}<span class="at">{moment(entry.at)}</span></li>'


def _words(entry: Judged, event_id: str) -> str:
    who = name(entry.who)
    old, new = (name(label(value or "", 120)) for value in (entry.old, entry.new))
    others = len([one for one in entry.claims if one != event_id])
    match entry.verdict:
        case Verdict.JOIN:
            return n_(
                "{who} said that it is of the same event as {count} other claim",
                "{who} said that it is of the same event as {count} other claims",
                others,
                who=who,
            )
        case Verdict.PART:
            return _("{who} said that it is of another event", who=who)
        case Verdict.PREFER:
            return _("{who} prefers its date", who=who)
        case Verdict.REJECT:
            return _("{who} rejected it", who=who)
        case Verdict.ADD:
            return _("{who} added it", who=who)
        case Verdict.ACCEPT:
            return _("{who} checked it: {new} is right", who=who, new=new)
        case Verdict.NOTE:
            return _("{who} noted: {new}", who=who, new=new) if entry.new else _("{who} took the note away", who=who)
        case Verdict.STAR:
            return _("{who} starred it", who=who) if entry.new else _("{who} took the star away", who=who)
        case Verdict.AMEND:
            field = field_name(entry.field)
            return _("{who} corrected the {field} from {old} to {new}", who=who, field=field, old=old, new=new)


def field_name(field: str) -> str:
    """What a field of a claim is called."""
    names = {
        Field.DATE: _("date"),
        Field.STATUS: _("status"),
        Field.KIND: _("kind"),
        Field.HEADLINE: _("headline"),
    }
    return names[Field(field)]
