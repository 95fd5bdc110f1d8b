CREATE INDEX finding_by_day ON finding (day DESC, n);
CREATE INDEX finding_by_kind ON finding (kind, day DESC, n);
CREATE INDEX finding_by_known ON finding (known DESC, n);
CREATE INDEX finding_by_doubt ON finding (doubt DESC, n);
CREATE INDEX finding_by_stance ON finding (stance, day DESC, n);
CREATE INDEX finding_by_verdict ON finding (verdict, day DESC, n);
CREATE INDEX finding_by_sources ON finding (sources DESC, n);
