-- A case as the first version of the tables kept it, frozen: it must open with every later program.
BEGIN TRANSACTION;
CREATE TABLE goodoffices_migration (
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	program TEXT NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "goodoffices_migration" VALUES(1,'record','0.1.0','2026-03-01T12:00:00.000000Z');
CREATE TABLE judgement (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    marking TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);
INSERT INTO "judgement" VALUES(1,'j-c4bfisvvvewmcjth','CLEAR','2026-03-05T12:00:00.000000Z','{"at":"2026-03-05T12:00:00Z","by":"Bo","correction":null,"id":"j-c4bfisvvvewmcjth","marking":"CLEAR","other":null,"other_statements":[],"statements":[],"target":"s-slxj7k23zan34fcg","verdict":"confirm","why":"heard it"}');
CREATE TABLE judgement_rests_on (
    judgement BIGINT NOT NULL REFERENCES judgement (seq),
    statement BIGINT NOT NULL REFERENCES statement (seq),
    PRIMARY KEY (judgement, statement)
);
INSERT INTO "judgement_rests_on" VALUES(1,2);
CREATE TABLE marking (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    target TEXT NOT NULL,
    marking TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);
INSERT INTO "marking" VALUES(1,'m-5inborje4zyyk2j5','r-hi7htoi4oxoqgiht','AMBER','2026-03-04T12:00:00.000000Z','{"at":"2026-03-04T12:00:00Z","by":"Ana","entry":"marking","marking":"AMBER","target":"r-hi7htoi4oxoqgiht","why":"given in confidence"}');
CREATE TABLE rejection (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report BIGINT REFERENCES report (seq),
    marking TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);
INSERT INTO "rejection" VALUES(1,'x-kns4kyy65nvwqwxm',NULL,'CLEAR','2026-03-05T12:00:00.000000Z','{"at":"2026-03-05T12:00:00Z","entry":"rejection","marking":"CLEAR","rejection":{"reason":"it is binary","what":"broken.txt"},"report":null}');
CREATE TABLE report (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    published TEXT,
    marking TEXT NOT NULL,
    characters BIGINT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);
INSERT INTO "report" VALUES(1,'r-xougxjl4qbgmwjtg','2026-03-02','CLEAR',83,'2026-03-02T12:00:00.000000Z','{"author":null,"id":"r-xougxjl4qbgmwjtg","language":"en","layout":"text","marking":"CLEAR","outlet":"Lindholm Post","path":"reports/1.txt","published":"2026-03-02","text":"","title":"Bridge 1","url":null}');
INSERT INTO "report" VALUES(2,'r-hi7htoi4oxoqgiht','2026-03-03','CLEAR',83,'2026-03-03T12:00:00.000000Z','{"author":null,"id":"r-hi7htoi4oxoqgiht","language":"en","layout":"text","marking":"CLEAR","outlet":"Lindholm Post","path":"reports/2.txt","published":"2026-03-03","text":"","title":"Bridge 2","url":null}');
CREATE TABLE report_text (
    report BIGINT PRIMARY KEY REFERENCES report (seq),
    utf8 BLOB NOT NULL
);
INSERT INTO "report_text" VALUES(1,X'417276656E69612064656D616E64732074686520C3896C7973C3A965E280997320E2809C776F7264E2809D206F6E2062726964676520312E20F09F8C892049742072656A6563747320706F696E742031206F662074686520706C616E2E20');
INSERT INTO "report_text" VALUES(2,X'417276656E69612064656D616E64732074686520C3896C7973C3A965E280997320E2809C776F7264E2809D206F6E2062726964676520322E20F09F8C892049742072656A6563747320706F696E742032206F662074686520706C616E2E20');
CREATE TABLE retirement (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    target TEXT NOT NULL,
    retired INTEGER NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE statement (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report BIGINT NOT NULL REFERENCES report (seq),
    kind TEXT NOT NULL,
    marking TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
);
INSERT INTO "statement" VALUES(1,'s-yap7ytw6x73r3i4o',1,'actor','CLEAR','2026-03-02T12:00:00.000000Z','{"basis":"","content":{"actor":"a-rjbc4kmaibr4bfo2","aliases":[],"kind":"state","name":"Arvenia","side":null,"type":"actor"},"evidence":[{"end":7,"quote":"Arvenia","report":"r-xougxjl4qbgmwjtg","start":0}],"id":"s-yap7ytw6x73r3i4o","marking":"CLEAR","reader":"made/1","said_by":null,"when":null}');
INSERT INTO "statement" VALUES(2,'s-slxj7k23zan34fcg',1,'position','CLEAR','2026-03-02T12:00:00.000000Z','{"basis":"rejects","content":{"condition":null,"firm":false,"issue":"process","party":"a-rjbc4kmaibr4bfo2","shift":false,"stance":"rejects","text":"point 0 of the plan","type":"position"},"evidence":[{"end":77,"quote":"It rejects point 1 of the ","report":"r-xougxjl4qbgmwjtg","start":51},{"end":7,"quote":"Arvenia","report":"r-xougxjl4qbgmwjtg","start":0}],"id":"s-slxj7k23zan34fcg","marking":"CLEAR","reader":"made/1","said_by":null,"when":null}');
INSERT INTO "statement" VALUES(3,'s-jeuxl5h2u6yewujx',1,'position','CLEAR','2026-03-02T12:00:00.000000Z','{"basis":"rejects","content":{"condition":null,"firm":false,"issue":"process","party":"a-rjbc4kmaibr4bfo2","shift":false,"stance":"rejects","text":"point 1 of the plan","type":"position"},"evidence":[{"end":77,"quote":"It rejects point 1 of the ","report":"r-xougxjl4qbgmwjtg","start":51},{"end":7,"quote":"Arvenia","report":"r-xougxjl4qbgmwjtg","start":0}],"id":"s-jeuxl5h2u6yewujx","marking":"CLEAR","reader":"made/1","said_by":null,"when":null}');
INSERT INTO "statement" VALUES(4,'s-slz4txre3aaxxhtg',2,'actor','CLEAR','2026-03-03T12:00:00.000000Z','{"basis":"","content":{"actor":"a-rjbc4kmaibr4bfo2","aliases":[],"kind":"state","name":"Arvenia","side":null,"type":"actor"},"evidence":[{"end":7,"quote":"Arvenia","report":"r-hi7htoi4oxoqgiht","start":0}],"id":"s-slz4txre3aaxxhtg","marking":"CLEAR","reader":"made/1","said_by":null,"when":null}');
INSERT INTO "statement" VALUES(5,'s-qq6jkarnztyfwvus',2,'position','CLEAR','2026-03-03T12:00:00.000000Z','{"basis":"rejects","content":{"condition":null,"firm":false,"issue":"process","party":"a-rjbc4kmaibr4bfo2","shift":false,"stance":"rejects","text":"point 0 of the plan","type":"position"},"evidence":[{"end":77,"quote":"It rejects point 2 of the ","report":"r-hi7htoi4oxoqgiht","start":51},{"end":7,"quote":"Arvenia","report":"r-hi7htoi4oxoqgiht","start":0}],"id":"s-qq6jkarnztyfwvus","marking":"CLEAR","reader":"made/1","said_by":null,"when":null}');
INSERT INTO "statement" VALUES(6,'s-zcglxnsw6ju6rypa',2,'position','CLEAR','2026-03-03T12:00:00.000000Z','{"basis":"rejects","content":{"condition":null,"firm":false,"issue":"process","party":"a-rjbc4kmaibr4bfo2","shift":false,"stance":"rejects","text":"point 1 of the plan","type":"position"},"evidence":[{"end":77,"quote":"It rejects point 2 of the ","report":"r-hi7htoi4oxoqgiht","start":51},{"end":7,"quote":"Arvenia","report":"r-hi7htoi4oxoqgiht","start":0}],"id":"s-zcglxnsw6ju6rypa","marking":"CLEAR","reader":"made/1","said_by":null,"when":null}');
CREATE INDEX statement_by_report ON statement (report, seq);
CREATE INDEX statement_by_kind ON statement (kind, report);
CREATE INDEX marking_by_target ON marking (target, at, seq);
CREATE INDEX retirement_by_target ON retirement (target, at, seq);
COMMIT;
