-- The words of each report, folded; the text itself is not kept a second time. Rebuilt from the texts at will.
CREATE VIRTUAL TABLE report_search USING fts5 (words, content='', tokenize='unicode61 remove_diacritics 0');
