/* Filters: by kind, by who is claimed to have done it, and by time. */
{
  const form = page.one("#filters");
  const sliders = page.one("#sliders");
  const [from, to] = [page.one("#from"), page.one("#to")];
  const { starts, weeks } = page.data;
  const written = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const day = (index, more = 0) => written.format(new Date(Date.parse(starts[index]) + more * 86400000));
  const number = (name) => (form.elements[name].value === "" ? "" : Number(form.elements[name].value));

  const zones = (first, last) => {
    for (const zone of page.all(".zonelink")) {
      const out = (zone.dataset.until && zone.dataset.until < first) || (zone.dataset.from && zone.dataset.from > last);
      zone.classList.toggle("past", Boolean(out));
    }
  };

  const apply = () => {
    const { chosen } = page;
    chosen.kind = number("kind");
    chosen.actor = number("actor");
    if (from) {
      chosen.from = Math.min(Number(from.value), Number(to.value));
      chosen.to = Math.max(Number(from.value), Number(to.value));
      const words = `${day(chosen.from)} to ${day(chosen.to, weeks * 7 - 1)}`;
      page.one("#when").textContent = words;
      from.setAttribute("aria-valuetext", day(Number(from.value)));
      to.setAttribute("aria-valuetext", day(Number(to.value), weeks * 7 - 1));
      for (const bar of page.all("#bars rect")) {
        const n = Number(bar.dataset.n);
        bar.classList.toggle("out", n < chosen.from || n > chosen.to);
      }
      const end = new Date(Date.parse(starts[chosen.to]) + (weeks * 7 - 1) * 86400000).toISOString().slice(0, 10);
      zones(starts[chosen.from], end);
    }
    page.drawMarks();
  };

  page.one("#filterbox").hidden = false;
  if (sliders) {
    sliders.hidden = false;
    sliders.addEventListener("input", apply);
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () =>
    setTimeout(() => {
      if (from) [from.value, to.value] = [0, starts.length - 1];
      apply();
    }),
  );
  apply();
}
