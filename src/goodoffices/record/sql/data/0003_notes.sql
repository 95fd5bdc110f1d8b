-- What analysts put on record in their own words; what a note rests on; and the walls around parties and tracks.

CREATE TABLE note (
    seq {seq},
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    marking TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE INDEX note_by_kind ON note (kind, seq);

-- The ids of the reports, statements and notes that a note rests on, also by way of other notes: it is shown only to
-- those who may see them all.
CREATE TABLE note_rests_on (
    note BIGINT NOT NULL REFERENCES note (seq),
    target TEXT NOT NULL,
    PRIMARY KEY (note, target)
);

CREATE INDEX note_rests_on_target ON note_rests_on (target);

-- The history of walls: of a target and a circle, the latest row holds. What is confined to no circle is open to all.
CREATE TABLE wall (
    seq {seq},
    id TEXT NOT NULL UNIQUE,
    target TEXT NOT NULL,
    circle TEXT NOT NULL,
    confined INTEGER NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE INDEX wall_by_target ON wall (target, circle, at, seq);
