"""Claims name their actors by the mentions in their sentences, whatever these are called by now."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from extract.store.query import AMONG, searched

if TYPE_CHECKING:
    from extract.store.library import Library


def retell(library: Library, sources: Sequence[str]) -> None:
    """Let the claims of sources name their actors by their mentions. To be called inside `library.writing()`."""
    given = (json.dumps(list(sources)),)
    of_them = f"(SELECT event_id FROM events WHERE source_id {AMONG})"
    library.connection.execute(f"DELETE FROM event_actors WHERE event_id IN {of_them}", given)
    library.connection.execute(
        "INSERT INTO event_actors (event_id, position, actor, type, lent_day, lent_date, lent_weekday)"
        " SELECT event_id, row_number() OVER (PARTITION BY event_id ORDER BY first) - 1, canonical, type,"
        " lent_day, lent_date, lent_weekday FROM ("
        "  SELECT e.event_id, m.canonical, m.type, min(m.char_start) AS first,"  # the type of the first
        "  lent_day, lent_date, lent_weekday"
        "  FROM events AS e JOIN actor_mentions AS m"
        "  ON m.source_id = e.source_id AND m.char_start >= e.sentence_start"
        "  AND m.char_start < e.sentence_start + length(e.sentence)"
        f"  WHERE e.source_id {AMONG} AND NOT m.ignored AND NOT e.rejected GROUP BY e.event_id, m.canonical)",
        given,
    )
    library.connection.execute(f"UPDATE events SET telling_id = NULL WHERE source_id {AMONG}", given)
    library.connection.execute(f"DELETE FROM event_asks WHERE actor <> '' AND event_id IN {of_them}", given)
    library.connection.execute(
        "INSERT INTO event_asks SELECT event_id, ask, a.actor FROM event_asks JOIN event_actors AS a USING (event_id)"
        f" WHERE event_asks.actor = '' AND event_id IN {of_them}",
        given,
    )
    _reword(library, f"e.source_id {AMONG}", given)


def reword(library: Library, claims: Collection[str]) -> None:
    """Let claims be found by the words that they have by now. To be called inside `library.writing()`."""
    _reword(library, f"x.event_id {AMONG}", (json.dumps(sorted(claims)),))


def _reword(library: Library, where: str, given: tuple[str]) -> None:
    rows = library.connection.execute(
        "SELECT x.id, e.headline, e.sentence, e.source_title, e.actors, e.note"
        f" FROM event_table AS e JOIN events AS x USING (event_id) WHERE {where}",
        given,
    ).fetchall()
    words = [
        (searched(headline, sentence, title, json.loads(actors), note or ""), id_)
        for id_, headline, sentence, title, actors, note in rows
    ]
    library.connection.executemany("UPDATE event_words SET words = ? WHERE rowid = ?", words)
