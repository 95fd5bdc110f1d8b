-- Nothing in these tables is ever overwritten or deleted. `seq` is the order of arrival and never leaves the store.
-- `at` is when the record learned the row: ISO 8601 in UTC with microseconds, so that text order is time order.
-- `content` is the canonical JSON of the thing; the other columns repeat what queries filter by.

CREATE TABLE report (
    seq {seq},
    id TEXT NOT NULL UNIQUE,
    published TEXT,
    marking TEXT NOT NULL,
    characters BIGINT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);

-- The text stands apart, so that a list of reports reads none. UTF-8 bytes: a text may hold any character.
CREATE TABLE report_text (
    report BIGINT PRIMARY KEY REFERENCES report (seq),
    utf8 {bytes} NOT NULL
);

CREATE TABLE statement (
    seq {seq},
    id TEXT NOT NULL UNIQUE,
    report BIGINT NOT NULL REFERENCES report (seq),
    kind TEXT NOT NULL,
    marking TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE INDEX statement_by_report ON statement (report, seq);
CREATE INDEX statement_by_kind ON statement (kind, report);

-- The history of markings: the latest row for a target holds; without one, the marking that it came with.
CREATE TABLE marking (
    seq {seq},
    id TEXT NOT NULL UNIQUE,
    target TEXT NOT NULL,
    marking TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE INDEX marking_by_target ON marking (target, at, seq);

-- The history of retirements: the latest row for a target holds; without one, it is not retired.
CREATE TABLE retirement (
    seq {seq},
    id TEXT NOT NULL UNIQUE,
    target TEXT NOT NULL,
    retired INTEGER NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE INDEX retirement_by_target ON retirement (target, at, seq);

CREATE TABLE judgement (
    seq {seq},
    id TEXT NOT NULL UNIQUE,
    marking TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);

-- The statements that a judgement rests on: it is shown only to those who may see them all.
CREATE TABLE judgement_rests_on (
    judgement BIGINT NOT NULL REFERENCES judgement (seq),
    statement BIGINT NOT NULL REFERENCES statement (seq),
    PRIMARY KEY (judgement, statement)
);

CREATE TABLE rejection (
    seq {seq},
    id TEXT NOT NULL UNIQUE,
    report BIGINT REFERENCES report (seq),
    marking TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);
