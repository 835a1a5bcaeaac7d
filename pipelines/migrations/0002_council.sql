-- One table for each OParl type (https://oparl.org), and the tables that tie records together.
CREATE TABLE systems (
    id TEXT PRIMARY KEY,
    name TEXT,
    oparl_version TEXT,
    license TEXT,
    contact_name TEXT,
    contact_email TEXT,
    website TEXT,
    vendor TEXT,
    product TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_systems_source ON systems(source);

CREATE TABLE bodies (
    id TEXT PRIMARY KEY,
    name TEXT,
    short_name TEXT,
    system_id TEXT REFERENCES systems(id),
    classification TEXT,
    ags TEXT,
    rgs TEXT,
    equivalent TEXT,
    website TEXT,
    license TEXT,
    license_valid_since TEXT,
    oparl_since TEXT,
    contact_name TEXT,
    contact_email TEXT,
    location_id TEXT REFERENCES locations(id),
    main_organization_id TEXT REFERENCES organizations(id),
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_bodies_source ON bodies(source);
CREATE INDEX idx_bodies_system_id ON bodies(system_id);
CREATE INDEX idx_bodies_location_id ON bodies(location_id);
CREATE INDEX idx_bodies_main_organization_id ON bodies(main_organization_id);

CREATE TABLE legislative_terms (
    id TEXT PRIMARY KEY,
    name TEXT,
    body_id TEXT REFERENCES bodies(id),
    start_date TEXT,
    end_date TEXT,
    license TEXT,
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_legislative_terms_source ON legislative_terms(source);
CREATE INDEX idx_legislative_terms_body_id ON legislative_terms(body_id);

CREATE TABLE organizations (
    id TEXT PRIMARY KEY,
    name TEXT,
    short_name TEXT,
    body_id TEXT REFERENCES bodies(id),
    organization_type TEXT,
    classification TEXT,
    post TEXT,
    sub_organization_of_id TEXT REFERENCES organizations(id),
    external_body_id TEXT REFERENCES bodies(id),
    member_count INTEGER,
    voting_member_count INTEGER,
    start_date TEXT,
    end_date TEXT,
    website TEXT,
    location_id TEXT REFERENCES locations(id),
    license TEXT,
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_organizations_source ON organizations(source);
CREATE INDEX idx_organizations_body_id ON organizations(body_id);
CREATE INDEX idx_organizations_sub_organization_of_id ON organizations(sub_organization_of_id);
CREATE INDEX idx_organizations_external_body_id ON organizations(external_body_id);
CREATE INDEX idx_organizations_location_id ON organizations(location_id);

CREATE TABLE persons (
    id TEXT PRIMARY KEY,
    name TEXT,
    family_name TEXT,
    given_name TEXT,
    form_of_address TEXT,
    affix TEXT,
    title TEXT,
    gender TEXT,
    body_id TEXT REFERENCES bodies(id),
    status TEXT,
    life TEXT,
    life_source TEXT,
    license TEXT,
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_persons_source ON persons(source);
CREATE INDEX idx_persons_body_id ON persons(body_id);

CREATE TABLE memberships (
    id TEXT PRIMARY KEY,
    person_id TEXT REFERENCES persons(id),
    organization_id TEXT REFERENCES organizations(id),
    role TEXT,
    voting_right INTEGER,
    start_date TEXT,
    end_date TEXT,
    on_behalf_of_id TEXT REFERENCES organizations(id),
    license TEXT,
    keyword TEXT,
    observed_at TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_memberships_source ON memberships(source);
CREATE INDEX idx_memberships_person_id ON memberships(person_id);
CREATE INDEX idx_memberships_organization_id ON memberships(organization_id);
CREATE INDEX idx_memberships_on_behalf_of_id ON memberships(on_behalf_of_id);

CREATE TABLE meetings (
    id TEXT PRIMARY KEY,
    name TEXT,
    organization_id TEXT REFERENCES organizations(id),
    start TEXT,
    end TEXT,
    precision TEXT,
    start_text TEXT,
    end_text TEXT,
    state TEXT,
    cancelled INTEGER,
    place TEXT,
    location_id TEXT REFERENCES locations(id),
    body_id TEXT REFERENCES bodies(id),
    invitation_id TEXT REFERENCES files(id),
    results_protocol_id TEXT REFERENCES files(id),
    verbatim_protocol_id TEXT REFERENCES files(id),
    license TEXT,
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_meetings_source ON meetings(source);
CREATE INDEX idx_meetings_organization_id ON meetings(organization_id);
CREATE INDEX idx_meetings_location_id ON meetings(location_id);
CREATE INDEX idx_meetings_body_id ON meetings(body_id);
CREATE INDEX idx_meetings_invitation_id ON meetings(invitation_id);
CREATE INDEX idx_meetings_results_protocol_id ON meetings(results_protocol_id);
CREATE INDEX idx_meetings_verbatim_protocol_id ON meetings(verbatim_protocol_id);

CREATE TABLE agenda_items (
    id TEXT PRIMARY KEY,
    number TEXT,
    name TEXT,
    meeting_id TEXT REFERENCES meetings(id),
    position INTEGER,
    public INTEGER,
    parent_id TEXT REFERENCES agenda_items(id),
    consultation_id TEXT REFERENCES consultations(id),
    result TEXT,
    resolution_text TEXT,
    resolution_file_id TEXT REFERENCES files(id),
    start TEXT,
    end TEXT,
    license TEXT,
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL,
    docid INTEGER NOT NULL UNIQUE
);
CREATE INDEX idx_agenda_items_source ON agenda_items(source);
CREATE INDEX idx_agenda_items_meeting_id ON agenda_items(meeting_id);
CREATE INDEX idx_agenda_items_parent_id ON agenda_items(parent_id);
CREATE INDEX idx_agenda_items_consultation_id ON agenda_items(consultation_id);
CREATE INDEX idx_agenda_items_resolution_file_id ON agenda_items(resolution_file_id);

CREATE TABLE papers (
    id TEXT PRIMARY KEY,
    reference TEXT,
    name TEXT,
    paper_type TEXT,
    kind TEXT,
    date TEXT,
    date_text TEXT,
    body_id TEXT REFERENCES bodies(id),
    main_file_id TEXT REFERENCES files(id),
    license TEXT,
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL,
    docid INTEGER NOT NULL UNIQUE
);
CREATE INDEX idx_papers_source ON papers(source);
CREATE INDEX idx_papers_body_id ON papers(body_id);
CREATE INDEX idx_papers_main_file_id ON papers(main_file_id);

CREATE TABLE consultations (
    id TEXT PRIMARY KEY,
    paper_id TEXT REFERENCES papers(id),
    meeting_id TEXT REFERENCES meetings(id),
    agenda_item_id TEXT REFERENCES agenda_items(id),
    organization_id TEXT REFERENCES organizations(id),
    role TEXT,
    authoritative INTEGER,
    position INTEGER,
    license TEXT,
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_consultations_source ON consultations(source);
CREATE INDEX idx_consultations_paper_id ON consultations(paper_id);
CREATE INDEX idx_consultations_meeting_id ON consultations(meeting_id);
CREATE INDEX idx_consultations_agenda_item_id ON consultations(agenda_item_id);
CREATE INDEX idx_consultations_organization_id ON consultations(organization_id);

CREATE TABLE files (
    id TEXT PRIMARY KEY,
    name TEXT,
    file_name TEXT,
    mime_type TEXT,
    date TEXT,
    date_text TEXT,
    size INTEGER,
    sha1_checksum TEXT,
    sha512_checksum TEXT,
    access_url TEXT,
    download_url TEXT,
    external_service_url TEXT,
    text TEXT,
    master_file_id TEXT REFERENCES files(id),
    license TEXT,
    file_license TEXT,
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_files_source ON files(source);
CREATE INDEX idx_files_master_file_id ON files(master_file_id);

CREATE TABLE locations (
    id TEXT PRIMARY KEY,
    description TEXT,
    room TEXT,
    street_address TEXT,
    postal_code TEXT,
    locality TEXT,
    sub_locality TEXT,
    geojson TEXT,
    license TEXT,
    keyword TEXT,
    source TEXT NOT NULL REFERENCES sources(key),
    source_url TEXT,
    vendor_id TEXT NOT NULL,
    response_url TEXT,
    created TEXT,
    modified TEXT,
    other TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    deleted_reason TEXT,
    content_hash TEXT NOT NULL
);
CREATE INDEX idx_locations_source ON locations(source);

CREATE TABLE meeting_organizations (
    meeting_id TEXT REFERENCES meetings(id) NOT NULL,
    organization_id TEXT REFERENCES organizations(id) NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX idx_meeting_organizations_meeting_id ON meeting_organizations(meeting_id);
CREATE INDEX idx_meeting_organizations_organization_id ON meeting_organizations(organization_id);

CREATE TABLE meeting_participants (
    meeting_id TEXT REFERENCES meetings(id) NOT NULL,
    person_id TEXT REFERENCES persons(id) NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX idx_meeting_participants_meeting_id ON meeting_participants(meeting_id);
CREATE INDEX idx_meeting_participants_person_id ON meeting_participants(person_id);

CREATE TABLE file_links (
    meeting_id TEXT REFERENCES meetings(id),
    agenda_item_id TEXT REFERENCES agenda_items(id),
    paper_id TEXT REFERENCES papers(id),
    file_id TEXT REFERENCES files(id) NOT NULL,
    role TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX idx_file_links_meeting_id ON file_links(meeting_id);
CREATE INDEX idx_file_links_agenda_item_id ON file_links(agenda_item_id);
CREATE INDEX idx_file_links_paper_id ON file_links(paper_id);
CREATE INDEX idx_file_links_file_id ON file_links(file_id);

CREATE TABLE paper_originators (
    paper_id TEXT REFERENCES papers(id) NOT NULL,
    organization_id TEXT REFERENCES organizations(id),
    person_id TEXT REFERENCES persons(id),
    name TEXT,
    role TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX idx_paper_originators_paper_id ON paper_originators(paper_id);
CREATE INDEX idx_paper_originators_organization_id ON paper_originators(organization_id);
CREATE INDEX idx_paper_originators_person_id ON paper_originators(person_id);

CREATE TABLE paper_relations (
    paper_id TEXT REFERENCES papers(id) NOT NULL,
    related_paper_id TEXT REFERENCES papers(id) NOT NULL,
    relation TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX idx_paper_relations_paper_id ON paper_relations(paper_id);
CREATE INDEX idx_paper_relations_related_paper_id ON paper_relations(related_paper_id);

CREATE TABLE paper_locations (
    paper_id TEXT REFERENCES papers(id) NOT NULL,
    location_id TEXT REFERENCES locations(id) NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX idx_paper_locations_paper_id ON paper_locations(paper_id);
CREATE INDEX idx_paper_locations_location_id ON paper_locations(location_id);

CREATE TABLE consultation_organizations (
    consultation_id TEXT REFERENCES consultations(id) NOT NULL,
    organization_id TEXT REFERENCES organizations(id) NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX idx_consultation_organizations_consultation_id ON consultation_organizations(consultation_id);
CREATE INDEX idx_consultation_organizations_organization_id ON consultation_organizations(organization_id);

-- what people sort and filter by
CREATE INDEX idx_meetings_start ON meetings(start);
CREATE INDEX idx_papers_date ON papers(date);
CREATE INDEX idx_papers_reference ON papers(reference);
CREATE INDEX idx_papers_kind ON papers(kind);
CREATE INDEX idx_papers_paper_type ON papers(paper_type);
CREATE INDEX idx_agenda_items_result ON agenda_items(result);
CREATE INDEX idx_organizations_organization_type ON organizations(organization_type);
CREATE INDEX idx_files_mime_type ON files(mime_type);
