-- What channels remember to reach people and conversations; nothing about candidates.
CREATE TABLE addresses (
    channel      TEXT    NOT NULL,
    installation TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    key          TEXT    NOT NULL,
    data         TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (channel, installation, kind, key)
) WITHOUT ROWID;
