-- The library: one file that holds every source, what was found in it, and the event table.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES
    ('changes', '0'),                   -- how many writes there have been
    ('linked', '0'),                    -- the write after which every claim had its story
    ('own_actors', '[]'), ('named_by', '[]'), -- actors that the user gave, as JSON, and those by which all sources are named
    ('heard', '{"recency": 0, "months": {}}'); -- the library's age, as those have heard of it who are unsure of their dates

CREATE TABLE sources (
    source_id TEXT PRIMARY KEY,
    location TEXT NOT NULL,
    place TEXT NOT NULL UNIQUE,         -- the location as a path from the root: it is the same however it is named
    digest TEXT NOT NULL,               -- of all that was given: text and what the manifest says
    title TEXT, publisher TEXT, url TEXT,
    page TEXT,                          -- what the address is of, however it was reached
    language TEXT NOT NULL,
    stated_date TEXT, stated_by TEXT, stated_language TEXT,
    source_date TEXT,                   -- EDTF
    source_date_basis TEXT NOT NULL,
    source_date_evidence TEXT NOT NULL, -- JSON: a reason, as extract/reason.py keeps it
    source_date_confidence REAL NOT NULL,
    source_date_doubts TEXT NOT NULL,   -- JSON: what speaks against it, each a reason
    -- What it says of the age of its collection by itself: bits for its being recent, and parts of months that it is of.
    recency REAL NOT NULL DEFAULT 0, months TEXT NOT NULL DEFAULT '{}',
    anchor_start INTEGER, anchor_end INTEGER,
    is_unsure INTEGER NOT NULL,         -- whether it may ask other sources for its date
    read_on INTEGER,
    seen TEXT, is_excerpt INTEGER NOT NULL, -- when this version was fetched or changed; whether it only announces a document
    happened TEXT,                      -- of a ready-made event: when, as EDTF
    -- Long, so they stand last: whatever else is asked of a source is found without reading them.
    raw TEXT NOT NULL,
    text TEXT NOT NULL                  -- offsets everywhere count code points of this
);

CREATE INDEX sources_by_page ON sources (page) WHERE page IS NOT NULL;
CREATE INDEX sources_by_recency ON sources (recency);
CREATE INDEX sources_unsure ON sources (source_id) WHERE is_unsure;

-- The months of all sources together: no sum over them takes longer where they are many.
CREATE TABLE months (month INTEGER PRIMARY KEY, parts INTEGER NOT NULL);
CREATE TRIGGER count_months AFTER INSERT ON sources BEGIN
    INSERT INTO months SELECT key, value FROM json_each(new.months) WHERE 1
    ON CONFLICT (month) DO UPDATE SET parts = parts + excluded.parts;
END;
CREATE TRIGGER discount_months AFTER DELETE ON sources BEGIN
    UPDATE months SET parts = parts - value FROM json_each(old.months) WHERE month = key;
    DELETE FROM months WHERE parts = 0;
END;

-- What of that by which all were last asked ('heard' in meta) each source had said itself, as it may say no more.
CREATE TABLE heard_of (source_id TEXT PRIMARY KEY, recency REAL NOT NULL, months TEXT NOT NULL) WITHOUT ROWID;

-- Sources that are copies of one text are one voice. These rows outlive their sources until the keeping of voices, which
-- alone writes here, has seen in 'unvoiced' that they are gone.
CREATE TABLE voices (
    source_id TEXT PRIMARY KEY,
    voice TEXT NOT NULL,                -- the smallest source_id of the copies
    shingles INTEGER NOT NULL, least BLOB NOT NULL -- the text's sketch
) WITHOUT ROWID;
CREATE INDEX voices_by_voice ON voices (voice);

-- Where copies find one another: a cell is a few values of a sketch.
CREATE TABLE voice_cells (
    cell INTEGER NOT NULL, source_id TEXT NOT NULL,
    PRIMARY KEY (cell, source_id)
) WITHOUT ROWID;

-- The sources that came, changed or went since voices were kept last.
CREATE TABLE unvoiced (source_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER voice_anew AFTER INSERT ON sources BEGIN
    INSERT OR IGNORE INTO unvoiced VALUES (new.source_id);
END;
CREATE TRIGGER voice_no_more AFTER DELETE ON sources BEGIN
    INSERT OR IGNORE INTO unvoiced VALUES (old.source_id);
END;

-- What was read where: a file, or what an archive or a table holds, by its location as a path from the root. A later run
-- reads it again only where its stamp, a digest of its bytes and of all that is told of it, is another one.
CREATE TABLE readings (
    place TEXT PRIMARY KEY,
    file TEXT NOT NULL,                 -- the place of the file in which it lies
    number INTEGER NOT NULL,            -- which of the parts of its file it is
    stamp TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX readings_by_file ON readings (file);

-- The documents that were found there, in their order.
CREATE TABLE read_texts (
    place TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    number INTEGER NOT NULL,
    source_id TEXT NOT NULL, digest TEXT NOT NULL,
    own_place TEXT NOT NULL,            -- that of the document itself, where there are several
    page TEXT, seen TEXT, is_excerpt INTEGER NOT NULL,
    PRIMARY KEY (place, number)
) WITHOUT ROWID;
CREATE INDEX read_texts_by_source ON read_texts (source_id);

-- What could not be read there, why, and what to do.
CREATE TABLE failures (
    place TEXT NOT NULL, location TEXT NOT NULL, file TEXT NOT NULL,
    reason TEXT NOT NULL, remedy TEXT NOT NULL,
    PRIMARY KEY (place, location)
) WITHOUT ROWID;
CREATE INDEX failures_by_file ON failures (file);

-- Texts that were read and wait to be taken into the library: what a run has read that was cut off is not read again.
CREATE TABLE waiting (
    source_id TEXT NOT NULL, digest TEXT NOT NULL,
    source TEXT NOT NULL,               -- JSON: the source
    PRIMARY KEY (source_id, digest)
);

-- Sources that a person took out, which no run takes in again.
CREATE TABLE removed (
    source_id TEXT PRIMARY KEY,
    location TEXT NOT NULL, title TEXT,
    reason TEXT NOT NULL, who TEXT NOT NULL,
    at TEXT NOT NULL                    -- ISO 8601, UTC
) WITHOUT ROWID;

-- What people corrected. It refers to no row of sources, as it outlives them; nothing in it is ever changed.
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id TEXT NOT NULL,
    location TEXT NOT NULL,             -- where that text stood
    field TEXT NOT NULL,                -- 'source_date'
    old TEXT,                           -- what stood there before
    new TEXT,                           -- an ISO date, or 'unknown'; empty: what the evidence says
    reason TEXT NOT NULL, who TEXT NOT NULL,
    at TEXT NOT NULL,                   -- ISO 8601, UTC
    undoes INTEGER REFERENCES corrections (id),
    follows INTEGER REFERENCES corrections (id) -- of an earlier text of the same file, which this one repeats
);
CREATE INDEX corrections_by_source ON corrections (source_id);
CREATE INDEX corrections_undone ON corrections (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX corrections_followed ON corrections (follows) WHERE follows IS NOT NULL;
CREATE TRIGGER corrections_stay BEFORE UPDATE ON corrections BEGIN
    SELECT raise(ABORT, 'corrections are only added to');
END;
CREATE TRIGGER corrections_are_kept BEFORE DELETE ON corrections BEGIN
    SELECT raise(ABORT, 'corrections are only added to');
END;
CREATE TRIGGER corrections_are_not_replaced BEFORE INSERT ON corrections
WHEN EXISTS (SELECT 1 FROM corrections WHERE id = new.id) BEGIN
    SELECT raise(ABORT, 'corrections are only added to');
END;

-- Views that people named, to come back to them: the address behind the question mark.
CREATE TABLE named_views (
    name TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    at TEXT NOT NULL                    -- ISO 8601, UTC
) WITHOUT ROWID;

CREATE TABLE mentions (
    source_id TEXT NOT NULL REFERENCES sources ON DELETE CASCADE,
    char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
    text TEXT NOT NULL, type TEXT NOT NULL,
    timex3 TEXT NOT NULL, mod TEXT, edtf TEXT,
    start_day INTEGER, end_day INTEGER, -- half-open
    explanation TEXT NOT NULL,          -- JSON: a reason
    event_id TEXT,                      -- the claim that it dates, if any
    PRIMARY KEY (source_id, char_start)
) WITHOUT ROWID;

CREATE TABLE actor_mentions (
    source_id TEXT NOT NULL REFERENCES sources ON DELETE CASCADE,
    char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
    text TEXT NOT NULL, type TEXT NOT NULL, canonical TEXT NOT NULL,
    found TEXT NOT NULL, found_type TEXT NOT NULL, -- what it was called before people said that it is another's
    ignored INTEGER NOT NULL DEFAULT 0, -- whether they said that it is nobody's
    role TEXT NOT NULL,                 -- what the text says that somebody is
    told_start INTEGER, told_end INTEGER, -- the sentence that says so
    PRIMARY KEY (source_id, char_start)
) WITHOUT ROWID;
CREATE INDEX actor_mentions_by_name ON actor_mentions (canonical, type);
CREATE INDEX actor_mentions_by_found ON actor_mentions (found, found_type);

-- Names as they were found, and what documents by themselves call those whom they name so, in their own scripts.
CREATE TABLE own_names (
    found TEXT NOT NULL, found_type TEXT NOT NULL, own_name TEXT NOT NULL,
    PRIMARY KEY (found, found_type, own_name)
) WITHOUT ROWID;

-- The same by how own names sound, so that new documents ask for those near to theirs alone.
CREATE TABLE name_keys (
    key TEXT NOT NULL, found TEXT NOT NULL, found_type TEXT NOT NULL, own_name TEXT NOT NULL,
    PRIMARY KEY (key, found, found_type, own_name)
) WITHOUT ROWID;

-- What people said of who is who, replayed by time and then in this order; nothing in it is ever changed.
CREATE TABLE actor_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    actor TEXT NOT NULL,                -- what is called so
    forms TEXT NOT NULL,                -- JSON: or only these forms of it, folded; none: all
    target TEXT, type TEXT,             -- is this; empty: nobody
    reason TEXT NOT NULL, who TEXT NOT NULL,
    at TEXT NOT NULL,                   -- ISO 8601, UTC
    undoes INTEGER REFERENCES actor_changes (id)
);
CREATE INDEX actor_changes_by_actor ON actor_changes (actor);
CREATE INDEX actor_changes_by_target ON actor_changes (target);
CREATE INDEX actor_changes_undone ON actor_changes (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER actor_changes_stay BEFORE UPDATE ON actor_changes BEGIN
    SELECT raise(ABORT, 'what people said is only added to');
END;
CREATE TRIGGER actor_changes_are_kept BEFORE DELETE ON actor_changes BEGIN
    SELECT raise(ABORT, 'what people said is only added to');
END;

-- What people said of claims, replayed by time and then in this order; nothing in it is ever changed.
CREATE TABLE claim_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    verdict TEXT NOT NULL,              -- join, part, prefer, reject, add, accept, amend, note, star
    claims TEXT NOT NULL,               -- JSON: their ids, each with its source's
    headline TEXT NOT NULL,             -- what the first of them told then
    field TEXT NOT NULL,                -- what of a claim is otherwise; empty but for those that are amended
    old TEXT, new TEXT,                 -- what people read there before and since
    found TEXT,                         -- what the program had found there
    "row" TEXT,                         -- JSON: the columns in events that it gives, all of them where a claim is added
    reason TEXT NOT NULL, who TEXT NOT NULL,
    at TEXT NOT NULL,                   -- ISO 8601, UTC
    undoes INTEGER REFERENCES claim_changes (id),
    follows INTEGER REFERENCES claim_changes (id) -- of claims of an earlier text, which this one repeats for a later
);
CREATE INDEX claim_changes_undone ON claim_changes (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX claim_changes_followed ON claim_changes (follows) WHERE follows IS NOT NULL;
CREATE INDEX claim_changes_of_stories ON claim_changes (at, id) WHERE verdict IN ('join', 'part');
CREATE TRIGGER claim_changes_stay BEFORE UPDATE ON claim_changes BEGIN
    SELECT raise(ABORT, 'what people said is only added to');
END;
CREATE TRIGGER claim_changes_are_kept BEFORE DELETE ON claim_changes BEGIN
    SELECT raise(ABORT, 'what people said is only added to');
END;

-- The claims of which each entry speaks, so that what was said of a claim is found without reading the rest.
CREATE TABLE claims_named (
    event_id TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES claim_changes (id),
    source_id TEXT NOT NULL,
    PRIMARY KEY (event_id, entry)
) WITHOUT ROWID;
CREATE INDEX claims_named_by_source ON claims_named (source_id);

-- What counts of that for single claims, and the claims of which people changed the story.
CREATE TABLE judged (
    event_id TEXT NOT NULL, verdict TEXT NOT NULL, field TEXT NOT NULL,
    source_id TEXT NOT NULL,
    new TEXT, found TEXT, "row" TEXT,     -- as in the entry
    said INTEGER NOT NULL,              -- which entry says so last
    against INTEGER,                    -- the entry in which somebody else says otherwise
    finds TEXT,                         -- what the program finds there by now, where that is another thing
    PRIMARY KEY (event_id, verdict, field)
) WITHOUT ROWID;
CREATE INDEX judged_by_entry ON judged (said);
CREATE INDEX judged_found_otherwise ON judged (said) WHERE finds IS NOT NULL;
CREATE INDEX judged_by_source ON judged (source_id);
CREATE INDEX judged_in_dispute ON judged (said) WHERE against IS NOT NULL;
CREATE TABLE regrouped (event_id TEXT PRIMARY KEY) WITHOUT ROWID;

-- All that people said, of whatever, in one order: an index of the three logs. Their adding alone writes here.
CREATE TABLE log (
    id INTEGER PRIMARY KEY,             -- its row in log_words
    kind TEXT NOT NULL, number INTEGER NOT NULL, -- of which log it is, and its id there
    at TEXT NOT NULL, who TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,        -- of what is said, by whom and when: the same in copies of one library
    UNIQUE (kind, number)
);
CREATE INDEX log_by_time ON log (at, id);
CREATE INDEX log_by_person ON log (who, at, id);
CREATE INDEX log_by_kind ON log (kind, at, id);
CREATE VIRTUAL TABLE log_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');

-- What is the same for all claims of a source stands in sources; the view event_table joins them.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,             -- its row in event_words
    event_id TEXT NOT NULL UNIQUE,
    story_id TEXT NOT NULL,
    telling_id TEXT,                    -- empty: not linked since it was written, or without time and no plan
    source_id TEXT NOT NULL REFERENCES sources ON DELETE CASCADE,
    start_day INTEGER, end_day INTEGER, -- half-open; both empty: undated
    start TEXT, "end" TEXT,             -- ISO, both inclusive
    edtf TEXT, timex3 TEXT NOT NULL, grain TEXT, mod TEXT,
    date_text TEXT NOT NULL, date_basis TEXT NOT NULL, explanation TEXT NOT NULL, -- JSON: a reason
    headline TEXT NOT NULL, sentence TEXT NOT NULL, sentence_start INTEGER NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL, acts TEXT NOT NULL, -- what sort of thing happens, and what is done, as JSON, the nearest first
    figures TEXT NOT NULL,              -- JSON: what is counted: value, thing, words
    link TEXT NOT NULL,
    char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
    confidence REAL NOT NULL,
    lent TEXT NOT NULL,                 -- JSON: the days that it may be for others, with their shares
    lent_day INTEGER, lent_date TEXT, lent_weekday TEXT, -- the likeliest, and as what it comes again
    -- What people say of it: the entries that say so, and the rest as it is shown.
    preferred INTEGER NOT NULL DEFAULT 0, -- that its date is its story's
    rejected INTEGER NOT NULL DEFAULT 0, -- that it is none: it has no actors, and nobody sees it
    checked INTEGER NOT NULL DEFAULT 0, -- that its date, as it is shown, is right
    starred INTEGER NOT NULL DEFAULT 0, -- that it is to be come back to
    note TEXT,
    found TEXT NOT NULL DEFAULT '{}'    -- JSON: of each field that a person put right, the columns as they were found
);
CREATE INDEX events_rejected ON events (event_id) WHERE rejected;
CREATE INDEX events_by_time ON events (start_day, end_day, grain);
CREATE INDEX events_by_grain ON events (grain, start_day, end_day);
CREATE INDEX events_by_source ON events (source_id, start_day);
CREATE INDEX events_by_story ON events (story_id);
CREATE INDEX events_by_telling ON events (telling_id) WHERE telling_id IS NOT NULL;

-- Claims of one time that tell one event. Linking alone writes here.
CREATE TABLE tellings (
    telling_id TEXT PRIMARY KEY,        -- the smallest event_id of its claims
    story_id TEXT NOT NULL,
    leads_to TEXT,                      -- the telling of another time that is of the same event
    start_day INTEGER, end_day INTEGER, grain TEXT, -- the whole units that its claims name; half-open
    is_planned INTEGER NOT NULL,        -- whether nobody says that it happened
    sources INTEGER NOT NULL,
    written_start INTEGER, written_end INTEGER, -- when the first of them was written
    faces TEXT NOT NULL,                -- JSON: the claims that speak for it
    claims INTEGER NOT NULL,            -- how many there are
    kept BLOB NOT NULL, sought BLOB NOT NULL -- its cells, as integers of 64 bits
) WITHOUT ROWID;
CREATE INDEX tellings_by_time ON tellings (start_day, end_day, grain);
CREATE INDEX tellings_by_story ON tellings (story_id);

-- What matters, and how it is called: see weights.py, which alone writes these two, and empties the third.
CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    story_id TEXT NOT NULL UNIQUE,
    weight REAL NOT NULL,
    sources INTEGER NOT NULL, voices INTEGER NOT NULL, -- how many tell it, and how many of these are no copies
    languages INTEGER NOT NULL, claims INTEGER NOT NULL,
    days INTEGER                        -- of the finest date; empty where no claim is dated
);

CREATE TABLE story_titles (
    story_id TEXT NOT NULL, language TEXT NOT NULL,
    event_id TEXT NOT NULL,             -- the claim of that language with the best headline
    is_report INTEGER NOT NULL,
    place INTEGER NOT NULL,             -- among the story's claims, whatever their language
    PRIMARY KEY (story_id, language)
) WITHOUT ROWID;

-- Stories of which a claim came, went, or changed since they were weighed.
CREATE TABLE unweighed (story_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER weigh_what_came AFTER INSERT ON events BEGIN
    INSERT OR IGNORE INTO unweighed VALUES (new.story_id);
END;
CREATE TRIGGER weigh_what_went AFTER DELETE ON events BEGIN
    INSERT OR IGNORE INTO unweighed VALUES (old.story_id);
END;
CREATE TRIGGER weigh_with_new_voice AFTER INSERT ON voices BEGIN
    INSERT OR IGNORE INTO unweighed SELECT story_id FROM events WHERE source_id = new.source_id;
END;
CREATE TRIGGER weigh_with_other_voice AFTER UPDATE OF voice ON voices BEGIN
    INSERT OR IGNORE INTO unweighed SELECT story_id FROM events WHERE source_id = new.source_id;
END;
-- Whoever changes a claim's actors takes its telling away, so that it is linked anew.
CREATE TRIGGER weigh_what_changed AFTER UPDATE OF story_id, telling_id ON events BEGIN
    INSERT OR IGNORE INTO unweighed VALUES (old.story_id), (new.story_id);
END;

-- Rows whose ids differ in their last bits alone (see packs.py), as columns: whoever counts over all rows reads these.
CREATE TABLE packs (
    of TEXT NOT NULL,                   -- 'claims' or 'stories'
    number INTEGER NOT NULL,            -- the bits that the ids share
    changed INTEGER NOT NULL,           -- how often a row of it came, went or changed
    packed INTEGER,                     -- how often it had when it was packed; empty: it was not
    columns BLOB,                       -- Arrow
    PRIMARY KEY (of, number)
);
CREATE TRIGGER repack_with_claim AFTER INSERT ON events BEGIN
    INSERT INTO packs (of, number, changed) VALUES ('claims', new.id >> 12, 1) ON CONFLICT DO UPDATE SET changed = changed + 1;
END;
CREATE TRIGGER repack_without_claim AFTER DELETE ON events BEGIN
    UPDATE packs SET changed = changed + 1 WHERE of = 'claims' AND number = old.id >> 12;
END;
CREATE TRIGGER repack_changed_claim AFTER UPDATE OF
    story_id, start_day, end_day, grain, mod, status, kind, date_basis, confidence, preferred, rejected, checked,
    starred, note, found ON events BEGIN
    UPDATE packs SET changed = changed + 1 WHERE of = 'claims' AND number = new.id >> 12;
END;
-- Whoever changes a claim's actors takes its telling away.
CREATE TRIGGER repack_claim_of_others AFTER UPDATE OF telling_id ON events WHEN new.telling_id IS NULL BEGIN
    UPDATE packs SET changed = changed + 1 WHERE of = 'claims' AND number = new.id >> 12;
END;
CREATE TRIGGER repack_with_story AFTER INSERT ON stories BEGIN
    INSERT INTO packs (of, number, changed) VALUES ('stories', new.id >> 12, 1) ON CONFLICT DO UPDATE SET changed = changed + 1;
END;
CREATE TRIGGER repack_without_story AFTER DELETE ON stories BEGIN
    UPDATE packs SET changed = changed + 1 WHERE of = 'stories' AND number = old.id >> 12;
END;
CREATE TRIGGER repack_changed_story AFTER UPDATE ON stories BEGIN
    UPDATE packs SET changed = changed + 1 WHERE of = 'stories' AND number = new.id >> 12;
END;

-- Where tellings of one event find one another: a cell is a pair of actors in a month or year.
CREATE TABLE telling_cells (
    sought INTEGER NOT NULL,            -- 1: it looks there for others, 0: others find it there
    cell INTEGER NOT NULL, telling_id TEXT NOT NULL,
    PRIMARY KEY (sought, cell, telling_id)
) WITHOUT ROWID;

CREATE TABLE event_actors (
    event_id TEXT NOT NULL REFERENCES events (event_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    actor TEXT NOT NULL,
    type TEXT NOT NULL,                 -- what it is here: elsewhere the same name may be of another type
    lent_day INTEGER, lent_date TEXT, lent_weekday TEXT, -- the claim's, so that each actor's are found at once
    PRIMARY KEY (event_id, position)
) WITHOUT ROWID;
CREATE INDEX event_actors_by_actor ON event_actors (actor, event_id);
CREATE INDEX event_actors_by_lent_date ON event_actors (actor, lent_date, lent_day) WHERE lent_date IS NOT NULL;
CREATE INDEX event_actors_by_lent_weekday ON event_actors (actor, lent_weekday, lent_day) WHERE lent_weekday IS NOT NULL;

-- The recurrences of which its words mean one day each (03-17 for "17 March", 0 for "Monday"): others may tell which,
-- if they name some of its actors. Of claims of unsure sources alone; one row for the claim, and one with each actor.
CREATE TABLE event_asks (
    event_id TEXT NOT NULL REFERENCES events (event_id) ON DELETE CASCADE,
    ask TEXT NOT NULL,
    actor TEXT NOT NULL,                -- empty: the claim's own row
    PRIMARY KEY (event_id, ask, actor)
) WITHOUT ROWID;
CREATE INDEX event_asks_by_actor ON event_asks (actor, ask, event_id);

-- Folded headline, sentence, actors, title and note; folding is done before, as SQLite's own knows too few scripts.
CREATE VIRTUAL TABLE event_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');
CREATE TRIGGER forget_event_words AFTER DELETE ON events BEGIN
    DELETE FROM event_words WHERE rowid = old.id;
    DELETE FROM regrouped WHERE event_id = old.event_id;
END;

CREATE VIEW event_table AS
SELECT e.event_id, e.story_id, e.start, e."end", e.edtf, e.timex3, e.grain, e.mod, e.date_text, e.date_basis,
       e.explanation, e.headline, e.sentence, e.status, e.kind,
       (SELECT json_group_array(a.actor) FROM event_actors AS a WHERE a.event_id = e.event_id ORDER BY a.position) AS actors,
       s.language, e.source_id, s.title AS source_title, s.publisher, s.url AS source_url,
       s.source_date, s.source_date_basis, e.link, e.char_start, e.char_end, e.confidence,
       e.checked > 0 AS checked, e.starred > 0 AS starred, e.note, e.found,
       e.start_day, e.end_day, e.sentence_start, e.lent, e.lent_day, e.acts, e.figures, e.preferred
FROM events AS e JOIN sources AS s USING (source_id) WHERE NOT e.rejected;
