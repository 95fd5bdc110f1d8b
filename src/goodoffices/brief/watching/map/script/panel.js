/* A mark opens its incidents in a panel; Escape closes it and goes back to the mark. Circles show where each may have been. */
{
  const panel = page.one("#panel");
  const body = page.one("#panel-body");
  const rows = page.all("#places li.incident");
  const { listed, levels } = page.data;

  const circles = (found) => {
    const { view } = page;
    const seen = new Set();
    for (const n of found) {
      const [, , , , x, y, r] = listed[n];
      if (r && !seen.has(`${x} ${y} ${r}`)) seen.add(`${x} ${y} ${r}`);
    }
    for (const [one] of page.rings) one.remove();
    page.rings.length = 0;
    for (const key of [...seen].slice(0, 60)) {
      const [x, y, r] = key.split(" ").map(Number);
      const one = page.svg("circle", { class: "ring", cx: x * view.scale + view.x, cy: y * view.scale + view.y, r: r * view.scale });
      page.one("#rings").append(one);
      page.rings.push([one, [x, y, r]]);
    }
  };

  const open = (link) => {
    const level = Number(link.dataset.level);
    const cell = Number(link.dataset.cell);
    const { of } = levels[level];
    const fitting = (row) => of[row[0]] === cell && page.fits(row[1], row[2], row[3]);
    const found = listed.flatMap((row, n) => (fitting(row) ? [n] : []));
    page.one("#panel-title").textContent = link.getAttribute("aria-label").split(":")[0];
    const list = document.createElement("ol");
    list.className = "incidents";
    list.append(...found.map((n) => rows[n].cloneNode(true)));
    const note = document.createElement("p");
    note.className = "hint";
    note.textContent = `${link.getAttribute("aria-label")}. ${found.length ? `${found.length} listed here, the latest first.` : "None of them is listed on this page; make it with a larger --shown."}`;
    body.replaceChildren(note, list);
    circles(found);
    panel.showModal();
    panel.scrollTop = 0;
  };

  page.one("#marks").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cell]");
    if (!link) return;
    event.preventDefault();
    if (!page.dragged()) open(link);
  });
  page.all(".zonelink").forEach((link) => link.addEventListener("click", (event) => page.dragged() && event.preventDefault()));
  panel.addEventListener("click", (event) => event.target === panel && panel.close());
  page.one("#panel-close").addEventListener("click", () => panel.close());
}
