-- The audit log: each line holds the hash of the one before. Nothing here is changed, deleted or put in between.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    target TEXT NOT NULL,
    marking TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE INDEX audit_by_target ON audit (target, number);
CREATE INDEX audit_by_who ON audit (who, number);
CREATE INDEX audit_by_act ON audit (act, number);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to: no line is changed'); END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to: no line is deleted'); END;

-- The users of the case. `name_key` tells them apart.
CREATE TABLE account (
    name_key TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    audience TEXT NOT NULL,
    circles TEXT NOT NULL,
    active INTEGER NOT NULL,
    session BIGINT NOT NULL,
    password TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL
);

-- When each user last looked.
CREATE TABLE look (
    name_key TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL
);
