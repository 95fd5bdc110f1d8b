-- The words of each report, folded, in pages, since one tsvector holds at most 16,383 places. Rebuilt from the texts.
CREATE TABLE report_search (
    report BIGINT NOT NULL REFERENCES report (seq),
    page BIGINT NOT NULL,
    words TSVECTOR NOT NULL,
    PRIMARY KEY (report, page)
);

CREATE INDEX report_search_by_word ON report_search USING gin (words);
