-- What people take away: names spelled out, one row a thing, streamed whole by Datasette as CSV and JSON.
CREATE VIEW agenda_results AS
SELECT
    meetings.start AS start,
    organizations.name AS organization,
    meetings.name AS meeting,
    agenda_items.number AS number,
    agenda_items.name AS agenda_item,
    agenda_items.public AS public,
    (
        SELECT group_concat(papers.reference, ', ')
        FROM consultations JOIN papers ON papers.id = consultations.paper_id
        WHERE consultations.agenda_item_id = agenda_items.id AND consultations.deleted_at IS NULL
    ) AS paper_reference,
    agenda_items.result AS result,
    agenda_items.resolution_text AS resolution_text,
    sources.name AS source,
    coalesce(agenda_items.source_url, meetings.source_url) AS source_url,
    agenda_items.id AS agenda_item_id,
    meetings.id AS meeting_id
FROM agenda_items
JOIN meetings ON meetings.id = agenda_items.meeting_id
LEFT JOIN organizations ON organizations.id = meetings.organization_id
LEFT JOIN sources ON sources.key = agenda_items.source
WHERE agenda_items.deleted_at IS NULL AND meetings.deleted_at IS NULL;

CREATE VIEW paper_stations AS
SELECT
    papers.reference AS paper_reference,
    papers.name AS paper,
    papers.paper_type AS paper_type,
    papers.date AS paper_date,
    consultations.position AS station,
    organizations.name AS organization,
    consultations.role AS role,
    consultations.authoritative AS authoritative,
    meetings.start AS start,
    agenda_items.number AS number,
    agenda_items.result AS result,
    sources.name AS source,
    papers.source_url AS source_url,
    papers.id AS paper_id,
    meetings.id AS meeting_id
FROM consultations
JOIN papers ON papers.id = consultations.paper_id
LEFT JOIN organizations ON organizations.id = consultations.organization_id
LEFT JOIN meetings ON meetings.id = consultations.meeting_id
LEFT JOIN agenda_items ON agenda_items.id = consultations.agenda_item_id
LEFT JOIN sources ON sources.key = papers.source
WHERE consultations.deleted_at IS NULL AND papers.deleted_at IS NULL;
