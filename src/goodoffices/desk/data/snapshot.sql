CREATE TABLE about (body BLOB NOT NULL);
CREATE TABLE brief (body BLOB NOT NULL);
-- n: the newest first; place: where it stands in the record. Narrow, for most questions read many rows and show few.
CREATE TABLE finding (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  known TEXT NOT NULL,
  doubt REAL NOT NULL,
  sources INTEGER NOT NULL,
  stance TEXT NOT NULL,
  verdict TEXT NOT NULL,
  marking TEXT NOT NULL
);
-- glimpse: as a list shows it, or NULL where that is the whole of it.
CREATE TABLE finding_body (n INTEGER PRIMARY KEY, glimpse BLOB, whole BLOB NOT NULL);
CREATE TABLE finding_party (party TEXT NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (party, n)) WITHOUT ROWID;
CREATE TABLE finding_issue (issue TEXT NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (issue, n)) WITHOUT ROWID;
-- spans: JSON, the stretches [start, end) of the report that bear the finding out.
CREATE TABLE finding_report (
  report TEXT NOT NULL, n INTEGER NOT NULL, spans TEXT NOT NULL, PRIMARY KEY (report, n)
) WITHOUT ROWID;
CREATE TABLE finding_statement (statement TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (statement, n)) WITHOUT ROWID;
CREATE VIRTUAL TABLE finding_words USING fts5(words, content='', detail='full', tokenize='unicode61');
CREATE TABLE dispute (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, issue TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE dispute_report (report TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (report, n)) WITHOUT ROWID;
CREATE TABLE report (
  id TEXT PRIMARY KEY, number INTEGER NOT NULL, source TEXT NOT NULL, copy_of TEXT NOT NULL, findings INTEGER NOT NULL
) WITHOUT ROWID;
