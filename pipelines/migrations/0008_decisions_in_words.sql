-- Decisions for people: names spelled out, who voted how, and the page that proves it.
DROP VIEW IF EXISTS decisions_in_words;

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
        SELECT group_concat(who || iif(kind = 'group' AND count IS NOT NULL, ' (' || count || ')', ''), ', ')
        FROM (SELECT * FROM votes WHERE decision_id = decisions.id AND vote = 'no' ORDER BY position)
    ) AS opposed,
    (
        SELECT group_concat(who || iif(kind = 'group' AND count IS NOT NULL, ' (' || count || ')', ''), ', ')
        FROM (SELECT * FROM votes WHERE decision_id = decisions.id AND vote = 'yes' ORDER BY position)
    ) AS in_favour,
    (
        SELECT group_concat(who || iif(kind = 'group' AND count IS NOT NULL, ' (' || count || ')', ''), ', ')
        FROM (SELECT * FROM votes WHERE decision_id = decisions.id AND vote = 'abstain' ORDER BY position)
    ) AS abstaining,
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
