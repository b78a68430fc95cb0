"""Claims name their actors by the mentions in their sentences, whatever these are called by now."""

from __future__ import annotations

import json
from collections.abc import Sequence
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
    rows = library.connection.execute(
        f"SELECT e.id, e.headline, e.sentence, e.source_title, e.actors FROM"
        f" (SELECT x.id, t.* FROM event_table AS t JOIN events AS x USING (event_id)) AS e WHERE e.source_id {AMONG}",
        given,
    ).fetchall()
    words = [
        (searched(headline, sentence, title, json.loads(actors)), id_)
        for id_, headline, sentence, title, actors in rows
    ]
    library.connection.executemany("UPDATE event_words SET words = ? WHERE rowid = ?", words)
