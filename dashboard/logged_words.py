"""An entry of the log as people read it, as HTML: what was said of what, from what to what, why, by whom and when."""

from __future__ import annotations

from urllib.parse import quote

from dashboard.marked import name, safe
from dashboard.tongue import _, n_
from dashboard.wording import kind_name
from extract.kind import Kind as Happening
from extract.label import label
from extract.said import UNKNOWN
from extract.store.log import Kind
from extract.store.logged import About, Logged, State, Topic
from extract.written import moment

MOST_NAMED = 4
"""Claims of one entry that are named; of more, how many."""

ARROW = "\u2192"

LINKS = {Kind.CLAIM: "/?event={}", Kind.SOURCE: "/reader?source={}", Kind.ACTOR: "/actors?actor={}"}
"""Where that is seen of which an entry speaks."""


def item(entry: Logged) -> str:
    """An entry; what was taken back is struck out."""
    around = "<div><s>{}</s></div>" if entry.state is State.TAKEN_BACK else "<div>{}</div>"
    told = "".join(around.format(part) for part in (_head(entry), _change(entry)) if part)
    why = f'<q class="source" dir="auto">{safe(entry.reason)}</q>' if entry.reason else ""
    is_past = "" if entry.state is State.COUNTS else " past"
    return (
        f'<div class="logged{is_past}"><div class="by"><b>{name(entry.who)}</b> <span>{safe(moment(entry.at))}</span>'
        f" <span>{_remarks(entry)}</span></div><div>{told}{why}</div></div>"
    )


def topic_name(topic: Topic) -> str:
    """Of what somebody spoke."""
    names = {
        Topic.WRITTEN: _("Date of writing"),
        Topic.NAME: _("Name"),
        Topic.JOIN: _("Same event"),
        Topic.PART: _("Another event"),
        Topic.PREFER: _("Preferred date"),
        Topic.REJECT: _("No claim"),
        Topic.ADD: _("Added"),
        Topic.ACCEPT: _("Checked"),
        Topic.NOTE: _("Note"),
        Topic.STAR: _("Star"),
        Topic.DATE: _("Date"),
        Topic.STATUS: _("Status"),
        Topic.KIND: _("Kind"),
        Topic.HEADLINE: _("Headline"),
    }
    return names[topic]


def _head(entry: Logged) -> str:
    named = [_about(entry.kind, one) for one in entry.about[:MOST_NAMED]]
    more = len(entry.about) - MOST_NAMED
    if more > 0:
        named.append(n_("{count} more", "{count} more", more))
    return f'<span class="caps">{topic_name(entry.topic)}</span> {" + ".join(named)}'


def _about(kind: Kind, about: About) -> str:
    words = f'<span class="source" dir="auto">{safe(label(about.name, 120))}</span>'
    if not about.is_there:
        return f'{words} <span class="at">({_("not here")})</span>'
    return f'<a href="{LINKS[kind].format(quote(about.id, safe=""))}" target="_self">{words}</a>'


def _change(entry: Logged) -> str:
    """From what to what; nothing where the topic says it all."""
    if entry.topic in {Topic.JOIN, Topic.PART, Topic.PREFER, Topic.REJECT, Topic.ADD}:
        return ""
    if entry.topic in {Topic.ACCEPT, Topic.NOTE, Topic.STAR}:
        return "" if entry.topic is Topic.STAR and entry.new else _value(entry, entry.new)
    some = f" ({', '.join(map(name, entry.forms))})" if entry.forms else ""
    return f'<span class="was">{_value(entry, entry.old)}{some}</span> {ARROW} <b>{_value(entry, entry.new)}</b>'


def _value(entry: Logged, value: str | None) -> str:
    """A value of an entry's topic, or what it means that there is none."""
    if value is None:
        nothing = {
            Topic.WRITTEN: _("what the evidence says") if entry.old else _("not known"),
            Topic.NAME: _("nobody"),
            Topic.NOTE: _("taken away"),
            Topic.STAR: _("taken away"),
        }
        return nothing.get(entry.topic, _("not known"))
    if value == UNKNOWN:
        return _("not known")
    if entry.topic is Topic.KIND and value in set(Happening):
        return safe(kind_name(Happening(value)))
    return f'<span class="source" dir="auto">{safe(label(value, 400))}</span>'


def _remarks(entry: Logged) -> str:
    """What the entry is called, how it stands to others, and that it does not count."""
    parts = [safe(entry.id)]
    if entry.undoes:
        parts.append(_("takes {entry} back", entry=safe(entry.undoes)))
    if entry.follows:
        parts.append(_("said of an earlier text: {entry}", entry=safe(entry.follows)))
    if entry.state is State.OVERRULED:
        parts.append(_("a later word counts"))
    if entry.state is State.TAKEN_BACK:
        parts.append(_("taken back"))
    return " · ".join(parts)
