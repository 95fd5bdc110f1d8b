/* Following a link: unfold what hides its target, light up the whole span, put a filtered finding back in sight. */
{
  const lit = [];

  const span = (id) => /^t(\d+)-(\d+)-(\d+)$/.exec(id);

  const light = (id) => {
    for (const mark of lit.splice(0)) mark.classList.remove("shown");
    const found = span(id);
    if (!found) return;
    const [, report, start, end] = found.map(Number);
    for (const mark of page.all(`.text[data-n="${report}"] mark`)) {
      const at = Number(mark.dataset.a);
      if (at >= start && at < end) {
        mark.classList.add("shown");
        lit.push(mark);
      }
    }
  };

  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) page.clearFilters();
    for (let up = target.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    if (target.classList.contains("report")) page.one("details", target).open = true;
    light(id);
    target.scrollIntoView({ block: span(id) ? "center" : "start" });
    if (!target.matches("a, button, input, select, summary")) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
  };

  window.addEventListener("hashchange", arrive);
  /* The same link twice changes no hash. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) arrive();
  });
  if (location.hash) arrive();
}
