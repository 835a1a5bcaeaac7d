-- The scrape's own books: what is configured, what each run did, what was fetched, what changed, what went wrong.
-- Columns are documented once, in metadata.yml.
CREATE TABLE sources (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    system TEXT NOT NULL,
    url TEXT NOT NULL,
    body TEXT,
    party TEXT,
    council TEXT REFERENCES sources(key)
);
CREATE INDEX idx_sources_council ON sources(council);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL REFERENCES sources(key),
    started TEXT NOT NULL,
    finished TEXT,
    mode TEXT NOT NULL,
    verdict TEXT,
    reason TEXT,
    responses INTEGER NOT NULL DEFAULT 0,
    items INTEGER NOT NULL DEFAULT 0,
    inserted INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    errors INTEGER NOT NULL DEFAULT 0,
    warnings INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX idx_runs_source ON runs(source);

CREATE TABLE fetches (
    address TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES sources(key),
    status INTEGER,
    etag TEXT,
    last_modified TEXT,
    sha256 TEXT,
    size INTEGER,
    fetched_at TEXT NOT NULL
);
CREATE INDEX idx_fetches_source ON fetches(source);

CREATE TABLE complaints (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs(id),
    source TEXT NOT NULL REFERENCES sources(key),
    severity TEXT NOT NULL,
    address TEXT NOT NULL,
    page_kind TEXT NOT NULL,
    expected TEXT NOT NULL,
    came TEXT NOT NULL,
    advice TEXT NOT NULL,
    kept_as TEXT
);
CREATE INDEX idx_complaints_run ON complaints(run);
CREATE INDEX idx_complaints_source ON complaints(source);

CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    record_table TEXT NOT NULL,
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    old TEXT,
    new TEXT,
    seen_at TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs(id)
);
CREATE INDEX idx_changes_record ON changes(record_table, record_id);
CREATE INDEX idx_changes_run ON changes(run);
