-- What stands in the documents: which file was fetched, what it is, and its text page by page.
CREATE TABLE downloads (
    file_id TEXT PRIMARY KEY REFERENCES files(id),
    source TEXT NOT NULL REFERENCES sources(key),
    address TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    problem TEXT,
    attempts INTEGER NOT NULL DEFAULT 1,
    document_id TEXT REFERENCES documents(sha256)
);
CREATE INDEX idx_downloads_source ON downloads(source);
CREATE INDEX idx_downloads_document_id ON downloads(document_id);

-- A document is its bytes: two files with the same content are one.
CREATE TABLE documents (
    sha256 TEXT PRIMARY KEY,
    mime_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    page_count INTEGER NOT NULL,
    text_status TEXT NOT NULL,
    problem TEXT,
    read_at TEXT NOT NULL,
    kept_as TEXT
);
CREATE INDEX idx_documents_mime_type ON documents(mime_type);
CREATE INDEX idx_documents_text_status ON documents(text_status);

CREATE TABLE pages (
    document_id TEXT NOT NULL REFERENCES documents(sha256),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    method TEXT NOT NULL,
    garbage REAL NOT NULL,
    missing_spaces REAL NOT NULL,
    PRIMARY KEY (document_id, number)
);
