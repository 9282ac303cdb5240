-- Times are UTC ticks (100 ns since 0001-01-01), so that what is read back equals what was decided with.
-- To read one by eye: datetime(at / 10000000 - 62135596800, 'unixepoch').

-- One row per commit, appended: a text key or a clustered (stream, seq) would dirty a page per click, in the WAL and again at the checkpoint.
CREATE TABLE log (
    pos    INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    seq    INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    cause  TEXT    NOT NULL,
    events TEXT    NOT NULL
);
-- The only concurrency control there is.
CREATE UNIQUE INDEX log_stream ON log (stream, seq);

CREATE TABLE starts (
    key    TEXT    NOT NULL PRIMARY KEY,
    stream INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE guide_texts (
    hash TEXT    NOT NULL PRIMARY KEY,
    name TEXT    NOT NULL,
    text TEXT    NOT NULL,
    at   INTEGER NOT NULL
);

CREATE TABLE read_rows (
    kind         TEXT    NOT NULL,
    key          TEXT    NOT NULL,
    stream       INTEGER NOT NULL,
    organisation TEXT    NOT NULL,
    person       TEXT,
    status       TEXT    NOT NULL,
    data         TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    UNIQUE (kind, key)
);
CREATE INDEX read_rows_person ON read_rows (kind, organisation, person, at);
CREATE INDEX read_rows_organisation ON read_rows (kind, organisation, at);
CREATE INDEX read_rows_stream ON read_rows (stream);

-- Ids are never used twice (AUTOINCREMENT): a sender deletes exactly the rows it read, even when forgetting removed them meanwhile.
CREATE TABLE outbox (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    lane   TEXT    NOT NULL,
    kind   TEXT    NOT NULL CHECK (kind IN ('draw', 'tell', 'ring', 'call', 'erase')),
    stream INTEGER NOT NULL,
    seq    INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    name   TEXT    NOT NULL,
    due_at INTEGER NOT NULL,
    body   TEXT,
    parked TEXT
);
CREATE INDEX outbox_lane ON outbox (lane);
-- Holds the lane too, so that finding lanes with work reads this index alone.
CREATE INDEX outbox_due ON outbox (due_at, lane) WHERE parked IS NULL;

-- Only lanes that failed; a lane without a row is well. Who holds a lane is kept in memory: one process owns the file.
CREATE TABLE lanes (
    lane          TEXT    NOT NULL PRIMARY KEY,
    not_before    INTEGER,
    attempts      INTEGER NOT NULL,
    failing_since INTEGER,
    dead_reason   TEXT
) WITHOUT ROWID;

CREATE TABLE gates (
    key        TEXT    NOT NULL PRIMARY KEY,
    not_before INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE surfaces (
    stream     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    lane       TEXT    NOT NULL,
    parent     TEXT,
    ref        TEXT,
    gen        INTEGER NOT NULL,
    intent_at  INTEGER,
    posted_at  INTEGER,
    drawn_seq  INTEGER NOT NULL,
    drawn_hash INTEGER,
    drawn_step INTEGER NOT NULL,
    PRIMARY KEY (stream, name)
) WITHOUT ROWID;

CREATE TABLE posted (
    stream  INTEGER NOT NULL,
    lane    TEXT    NOT NULL,
    ref     TEXT    NOT NULL,
    what    TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    gone_at INTEGER,
    PRIMARY KEY (stream, lane, ref)
) WITHOUT ROWID;

-- Rows are emptied, never deleted: the greatest version is the newest change.
CREATE TABLE local_messages (
    id           INTEGER PRIMARY KEY,
    conversation TEXT    NOT NULL,
    thread       INTEGER,
    author       TEXT    NOT NULL,
    is_card      INTEGER NOT NULL,
    body         TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    edited_at    INTEGER,
    deleted_at   INTEGER,
    version      INTEGER NOT NULL,
    handled      INTEGER NOT NULL,
    stream       INTEGER,
    post_key     TEXT
);
CREATE INDEX local_messages_conversation ON local_messages (conversation, id);
CREATE UNIQUE INDEX local_messages_version ON local_messages (version);
CREATE UNIQUE INDEX local_messages_post_key ON local_messages (post_key) WHERE post_key IS NOT NULL;
CREATE INDEX local_messages_unhandled ON local_messages (id) WHERE handled = 0 AND author <> 'bot';
CREATE INDEX local_messages_stream ON local_messages (stream) WHERE stream IS NOT NULL;
