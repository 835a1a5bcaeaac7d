-- What was decided: the minutes by agenda item, the votes that each source tells of, and who voted how.
CREATE TABLE minutes (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES sources(key),
    meeting_id TEXT NOT NULL REFERENCES meetings(id),
    agenda_item_id TEXT REFERENCES agenda_items(id),
    part TEXT NOT NULL,
    position INTEGER NOT NULL,
    number TEXT,
    heading TEXT,
    text TEXT NOT NULL,
    file_id TEXT REFERENCES files(id),
    first_page INTEGER,
    last_page INTEGER
);
CREATE INDEX idx_minutes_source ON minutes(source);
CREATE INDEX idx_minutes_meeting_id ON minutes(meeting_id);
CREATE INDEX idx_minutes_agenda_item_id ON minutes(agenda_item_id);
CREATE INDEX idx_minutes_file_id ON minutes(file_id);

CREATE TABLE decisions (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES sources(key),
    meeting_id TEXT NOT NULL REFERENCES meetings(id),
    agenda_item_id TEXT NOT NULL REFERENCES agenda_items(id),
    position INTEGER NOT NULL,
    origin TEXT NOT NULL,
    preferred INTEGER NOT NULL,
    item_outcome TEXT,
    outcome TEXT,
    majority TEXT,
    yes INTEGER,
    no INTEGER,
    abstain INTEGER,
    biased INTEGER,
    part TEXT,
    is_amendment INTEGER NOT NULL,
    together TEXT,
    referred_to TEXT,
    against_proposal INTEGER NOT NULL,
    result_text TEXT NOT NULL,
    resolution_text TEXT,
    file_id TEXT REFERENCES files(id),
    page INTEGER,
    span_start INTEGER,
    span_end INTEGER
);
CREATE INDEX idx_decisions_source ON decisions(source);
CREATE INDEX idx_decisions_meeting_id ON decisions(meeting_id);
CREATE INDEX idx_decisions_agenda_item_id ON decisions(agenda_item_id);
CREATE INDEX idx_decisions_outcome ON decisions(outcome);
CREATE INDEX idx_decisions_majority ON decisions(majority);
CREATE INDEX idx_decisions_origin ON decisions(origin);
CREATE INDEX idx_decisions_file_id ON decisions(file_id);

CREATE TABLE votes (
    decision_id TEXT NOT NULL REFERENCES decisions(id),
    position INTEGER NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    vote TEXT NOT NULL,
    count INTEGER,
    PRIMARY KEY (decision_id, position)
);

-- What a meeting's decisions were read from: the same again is not read again.
CREATE TABLE derived (
    meeting_id TEXT PRIMARY KEY REFERENCES meetings(id),
    inputs TEXT NOT NULL,
    complaints TEXT
);
