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

CREATE VIEW decisions_in_words AS
SELECT
    meetings.start AS start,
    organizations.name AS organization,
    agenda_items.number AS number,
    agenda_items.name AS agenda_item,
    (
        SELECT group_concat(papers.reference, ', ')
        FROM consultations JOIN papers ON papers.id = consultations.paper_id
        WHERE consultations.agenda_item_id = agenda_items.id AND consultations.deleted_at IS NULL
    ) AS paper_reference,
    decisions.part AS part,
    CASE decisions.outcome
        WHEN 'accepted' THEN 'angenommen'
        WHEN 'amended' THEN 'geändert angenommen'
        WHEN 'partly' THEN 'teilweise angenommen'
        WHEN 'rejected' THEN 'abgelehnt'
        WHEN 'postponed' THEN 'vertagt'
        WHEN 'referred' THEN 'verwiesen'
        WHEN 'withdrawn' THEN 'zurückgezogen'
        WHEN 'noted' THEN 'zur Kenntnis genommen'
        WHEN 'settled' THEN 'erledigt'
        WHEN 'elected' THEN 'gewählt'
        WHEN 'no_vote' THEN 'ohne Abstimmung'
    END AS outcome,
    CASE decisions.majority
        WHEN 'unanimous' THEN 'einstimmig'
        WHEN 'majority' THEN 'mehrheitlich'
        WHEN 'tie' THEN 'Stimmengleichheit'
    END AS majority,
    decisions.yes AS yes,
    decisions.no AS no,
    decisions.abstain AS abstain,
    decisions.biased AS biased,
    (
        SELECT group_concat(votes.who, ', ') FROM votes WHERE votes.decision_id = decisions.id AND votes.vote = 'no'
    ) AS opposed,
    decisions.result_text AS result_text,
    decisions.resolution_text AS resolution_text,
    coalesce(files.access_url, files.download_url) || '#page=' || decisions.page AS proof_url,
    coalesce(agenda_items.source_url, meetings.source_url) AS source_url,
    sources.name AS source,
    decisions.id AS decision_id,
    agenda_items.id AS agenda_item_id,
    meetings.id AS meeting_id
FROM decisions
JOIN agenda_items ON agenda_items.id = decisions.agenda_item_id
JOIN meetings ON meetings.id = decisions.meeting_id
LEFT JOIN organizations ON organizations.id = meetings.organization_id
LEFT JOIN sources ON sources.key = decisions.source
LEFT JOIN files ON files.id = decisions.file_id
WHERE decisions.preferred = 1 AND agenda_items.deleted_at IS NULL AND meetings.deleted_at IS NULL;
