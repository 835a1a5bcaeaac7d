-- Full-text search. docid ties a record to its index row: SQLite may renumber the rowids of tables whose primary key
-- is text at VACUUM, so they can not serve. The triggers keep the index in step, whoever writes.
CREATE VIRTUAL TABLE papers_fts USING fts5(reference, name, content='papers', content_rowid='docid', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER papers_fts_insert AFTER INSERT ON papers BEGIN
    INSERT INTO papers_fts(rowid, reference, name) VALUES (new.docid, new.reference, new.name);
END;
CREATE TRIGGER papers_fts_delete AFTER DELETE ON papers BEGIN
    INSERT INTO papers_fts(papers_fts, rowid, reference, name) VALUES ('delete', old.docid, old.reference, old.name);
END;
CREATE TRIGGER papers_fts_update AFTER UPDATE OF reference, name ON papers BEGIN
    INSERT INTO papers_fts(papers_fts, rowid, reference, name) VALUES ('delete', old.docid, old.reference, old.name);
    INSERT INTO papers_fts(rowid, reference, name) VALUES (new.docid, new.reference, new.name);
END;

CREATE VIRTUAL TABLE agenda_items_fts USING fts5(name, result, resolution_text, content='agenda_items', content_rowid='docid', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER agenda_items_fts_insert AFTER INSERT ON agenda_items BEGIN
    INSERT INTO agenda_items_fts(rowid, name, result, resolution_text) VALUES (new.docid, new.name, new.result, new.resolution_text);
END;
CREATE TRIGGER agenda_items_fts_delete AFTER DELETE ON agenda_items BEGIN
    INSERT INTO agenda_items_fts(agenda_items_fts, rowid, name, result, resolution_text) VALUES ('delete', old.docid, old.name, old.result, old.resolution_text);
END;
CREATE TRIGGER agenda_items_fts_update AFTER UPDATE OF name, result, resolution_text ON agenda_items BEGIN
    INSERT INTO agenda_items_fts(agenda_items_fts, rowid, name, result, resolution_text) VALUES ('delete', old.docid, old.name, old.result, old.resolution_text);
    INSERT INTO agenda_items_fts(rowid, name, result, resolution_text) VALUES (new.docid, new.name, new.result, new.resolution_text);
END;

CREATE VIRTUAL TABLE press_releases_fts USING fts5(title, text, author, tags, content='press_releases', content_rowid='docid', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER press_releases_fts_insert AFTER INSERT ON press_releases BEGIN
    INSERT INTO press_releases_fts(rowid, title, text, author, tags) VALUES (new.docid, new.title, new.text, new.author, new.tags);
END;
CREATE TRIGGER press_releases_fts_delete AFTER DELETE ON press_releases BEGIN
    INSERT INTO press_releases_fts(press_releases_fts, rowid, title, text, author, tags) VALUES ('delete', old.docid, old.title, old.text, old.author, old.tags);
END;
CREATE TRIGGER press_releases_fts_update AFTER UPDATE OF title, text, author, tags ON press_releases BEGIN
    INSERT INTO press_releases_fts(press_releases_fts, rowid, title, text, author, tags) VALUES ('delete', old.docid, old.title, old.text, old.author, old.tags);
    INSERT INTO press_releases_fts(rowid, title, text, author, tags) VALUES (new.docid, new.title, new.text, new.author, new.tags);
END;
