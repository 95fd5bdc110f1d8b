/* Filters: a finding stays if each chosen value is among its own. The matrix loses the other rows and columns. */
{
  const form = page.one("#filters");
  const output = page.one("#filter-count");
  const findings = page.all(".f");
  const notes = page.all(".n");
  const charted = new Map(page.all(".chart [data-f]").map((mark) => [mark.dataset.f, mark]));
  const has = (list, value) => !value || (list || "").split(" ").includes(value);
  let opened = [];

  const matches = (item, chosen) =>
    (!chosen.k || item.dataset.k === chosen.k) &&
    has(item.dataset.p, chosen.p) &&
    has(item.dataset.i, chosen.i) &&
    has(item.dataset.r, chosen.r) &&
    (!chosen.w || item.textContent.toLocaleLowerCase().includes(chosen.w));

  const fold = (active) => {
    for (const details of opened) details.open = false;
    opened = active ? page.all("details.more:not([open])") : [];
    for (const details of opened) details.open = true;
  };

  const tables = (chosen) => {
    for (const cell of page.all(".matrix [data-p]")) cell.hidden = Boolean(chosen.p) && cell.dataset.p !== chosen.p;
    for (const row of page.all(".matrix tr[data-i]")) row.hidden = Boolean(chosen.i) && row.dataset.i !== chosen.i;
    for (const row of page.all("#missing tr[data-i]")) row.hidden = !(has(row.dataset.i, chosen.i) && has(row.dataset.p, chosen.p));
    for (const part of page.all("#matrix .scroll")) {
      const fold = part.closest("details") ?? part;
      const left = [...fold.querySelectorAll("thead [data-p]")].some((cell) => !cell.hidden);
      fold.hidden = !left;
    }
    for (const row of page.all(".sources tr[data-r]")) row.hidden = Boolean(chosen.r) && row.dataset.r !== chosen.r;
  };

  /* A change stays where one of the findings that it rests on does. */
  const changes = (active) => {
    for (const change of page.all("#changes li")) {
      const rests = page.all(".ref", change).map((ref) => document.getElementById(ref.hash.slice(1)));
      change.hidden = active && !rests.some((finding) => finding && !finding.hidden);
    }
    for (const kind of page.all(".ledger")) kind.hidden = active && !page.one("li:not([hidden])", kind);
  };

  /* Notes are no findings: they are not counted, and a section of them goes away where none is left. */
  const noted = (chosen, active) => {
    for (const note of notes) note.hidden = active && !matches(note, chosen);
    for (const group of page.all(".notegroup, section.notes")) group.hidden = active && !page.one(".n:not([hidden])", group);
  };

  const sections = (active) => {
    for (const section of page.all("main > section:not(.notes)")) {
      const kept = page.one(".f:not([hidden]), #changes li:not([hidden]), #missing tbody tr:not([hidden])", section);
      const whole = ["in-brief", "matrix", "reports"].includes(section.id);
      section.classList.toggle("empty", active && !whole && !kept);
    }
  };

  const apply = () => {
    const chosen = Object.fromEntries(new FormData(form));
    chosen.w = chosen.w.trim().toLocaleLowerCase();
    const active = Object.values(chosen).some(Boolean);
    let left = 0;
    for (const item of findings) {
      const stays = matches(item, chosen);
      item.hidden = !stays;
      left += stays;
      charted.get(item.id)?.classList.toggle("dim", !stays);
    }
    for (const group of page.all("[data-group]")) group.hidden = active && !page.one(".f:not([hidden])", group);
    for (const member of page.all(".member")) member.hidden = active && !page.one(".f:not([hidden])", member);
    changes(active);
    noted(chosen, active);
    fold(active);
    tables(chosen);
    sections(active);
    output.textContent = active ? `${left.toLocaleString("en")} of ${findings.length.toLocaleString("en")} findings` : "";
  };

  page.one("#filterbox").hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  page.clearFilters = () => {
    form.reset();
    apply();
  };
}
