-- What parties say.
CREATE TABLE press_releases (
    id TEXT PRIMARY KEY,
    title TEXT,
    party TEXT,
    published TEXT,
    modified TEXT,
    precision TEXT,
    published_text TEXT,
    modified_text TEXT,
    author TEXT,
    text TEXT,
    tags TEXT,
    language TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL,
    docid INTEGER NOT NULL UNIQUE
);
CREATE INDEX idx_press_releases_source ON press_releases(source);
CREATE INDEX idx_press_releases_published ON press_releases(published);
CREATE INDEX idx_press_releases_party ON press_releases(party);
