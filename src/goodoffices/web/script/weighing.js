"use strict";
/* Weighing: tell what moved; go to the line of a fault; close an export menu when one clicks elsewhere. */
(() => {
  /* What moved is told to whoever does not see it. */
  document.addEventListener("htmx:afterSwap", () => {
    const told = document.getElementById("told");
    const said = document.querySelectorAll("#answer .problem, #answer h2, #answer .moved");
    if (told) told.textContent = [...said].map((each) => each.textContent).join(". ");
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    const text = document.getElementById("yaml");
    if (link && text) {
      event.preventDefault();
      const lines = text.value.split("\n");
      const before = lines.slice(0, Number(link.dataset.line) - 1);
      const start = before.reduce((sum, line) => sum + line.length + 1, 0);
      text.focus();
      text.setSelectionRange(start, start + (lines[before.length] || "").length);
      text.scrollTop = (text.scrollHeight / lines.length) * Math.max(0, before.length - 4);
    }
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
})();
