-- Indexes of the record, kept so that a page of a large case is quick. They hold nothing that the record does not, and
-- are made anew from it at will.

CREATE INDEX report_by_newest ON report ((coalesce(published, '')) DESC, id, marking);
CREATE INDEX report_by_oldest ON report ((coalesce(published, '9999-99-99')), id, marking);
CREATE INDEX report_by_arrival ON report (at DESC, id, marking);
CREATE INDEX judgement_by_arrival ON judgement (at DESC, id);
CREATE INDEX judgement_by_ground ON judgement_rests_on (statement, judgement);

-- Digests of what a list of reports is narrowed down by: names may hold any character, and be of any length.
CREATE TABLE report_shelf (
    report BIGINT PRIMARY KEY REFERENCES report (seq),
    outlet TEXT NOT NULL,
    path TEXT NOT NULL
);

CREATE INDEX report_shelf_by_outlet ON report_shelf (outlet, report);
CREATE INDEX report_shelf_by_path ON report_shelf (path, report);

-- Digests of what was rejected, and of that with its reason.
CREATE TABLE rejection_shelf (
    rejection BIGINT PRIMARY KEY REFERENCES rejection (seq),
    what TEXT NOT NULL,
    said TEXT NOT NULL
);

-- The strictest of the markings that a judgement and all that it rests on came with.
CREATE TABLE judgement_shelf (
    judgement BIGINT PRIMARY KEY REFERENCES judgement (seq),
    marking TEXT NOT NULL
);

-- How many statements of a report the record learned at a moment, by their kind and the marking that they came with.
CREATE TABLE report_tally (
    report BIGINT NOT NULL REFERENCES report (seq),
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    marking TEXT NOT NULL,
    statements BIGINT NOT NULL,
    PRIMARY KEY (report, at, kind, marking)
);

CREATE INDEX report_tally_by_arrival ON report_tally (at, report, kind, marking, statements);

-- The same of a whole day, of all reports that came with one marking.
CREATE TABLE case_tally (
    day TEXT NOT NULL,
    report_marking TEXT NOT NULL,
    kind TEXT NOT NULL,
    marking TEXT NOT NULL,
    statements BIGINT NOT NULL,
    PRIMARY KEY (day, report_marking, kind, marking)
);

-- The folded words of each statement's quotes and content. Beside them stands the strictest of the markings that it and
-- its report came with, so that a search never looks at what its audience may not see.
CREATE TABLE statement_search (
    statement BIGINT PRIMARY KEY REFERENCES statement (seq),
    marking TEXT NOT NULL,
    words TSVECTOR NOT NULL
);

CREATE INDEX statement_search_by_word ON statement_search USING gin (words);
