"use strict";
/* Keys: on a list they act on the finding that is chosen, elsewhere on the page. The list of them stands at /keys. */
(() => {
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const rows = () => Array.from(document.querySelectorAll(".row[data-finding]"));
  const current = () => document.activeElement && document.activeElement.closest(".row[data-finding]");

  const move = (step) => {
    const list = rows();
    if (!list.length) return false;
    const at = list.indexOf(current());
    const next = list[Math.min(list.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : list.length - 1) : at + step))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return true;
  };

  /* What a key unfolds is where one goes on: at its first field, or back at its fold. */
  const unfolded = (details) => {
    const field = details.open && details.querySelector("input:not([type=hidden]), textarea, select");
    (field || details.querySelector("summary")).focus();
  };

  const press = (key) => {
    const row = current();
    const inside = row && row.querySelector(`[data-key="${CSS.escape(key)}"]`);
    const outside = Array.from(document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)).find((one) => !one.closest(".row"));
    const found = inside || outside;
    if (!found) return false;
    if (found.matches("input")) { found.focus(); found.select(); } else found.click();
    if (found.matches("summary")) unfolded(found.parentElement);
    return true;
  };

  const act = (key) => {
    if (key === "j" || key === "ArrowDown") return move(1);
    if (key === "k" || key === "ArrowUp") return move(-1);
    if (key === "x") {
      const box = current() && current().querySelector("input[name=pick]");
      if (box) box.click();
      return Boolean(box);
    }
    if (key === "o" || key === "Enter") {
      const row = document.activeElement && document.activeElement.matches(".row[data-finding]") && document.activeElement;
      const link = row && row.querySelector("a.no");
      if (link) link.click();
      return Boolean(link);
    }
    if (key === "?") { window.location.assign("/keys"); return true; }
    return key.length === 1 && press(key);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target) || event.target.closest("button, summary, a") && event.key === "Enter") return;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !current()) return;
    if (act(event.key)) event.preventDefault();
  });

  /* After a judgement the row is replaced: the same place stays chosen. */
  let judged = "";
  document.addEventListener("htmx:beforeRequest", (event) => {
    const row = event.target.closest(".row[data-finding]");
    judged = row ? row.dataset.finding : "";
  });
  document.addEventListener("htmx:afterSettle", () => {
    const row = judged && document.getElementById(judged);
    if (row) row.focus({ preventScroll: true });
    judged = "";
  });

  const count = () => {
    const told = document.querySelector("[data-picked]");
    if (!told) return;
    const number = document.querySelectorAll("input[name=pick]:checked").length;
    told.textContent = number ? `${number} chosen.` : "Choose two or more of one kind to merge them.";
  };
  document.addEventListener("change", (event) => { if (event.target.matches("input[name=pick]")) count(); });
})();
