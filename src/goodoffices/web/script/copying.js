"use strict";
/* Copy as citation: a button copies what it names, "y" what the chosen finding says. */
(() => {
  const tell = (words) => {
    const notice = document.getElementById("notice");
    if (notice) { notice.innerHTML = ""; const line = document.createElement("p"); line.className = "done"; line.textContent = words; notice.append(line); }
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      tell("Copied.");
    } catch {
      /* Without HTTPS browsers keep the clipboard to themselves: mark the words, and let the person copy them. */
      const box = document.createElement("textarea");
      box.value = text;
      document.body.append(box);
      box.select();
      const done = document.execCommand && document.execCommand("copy");
      box.remove();
      tell(done ? "Copied." : text);
    }
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button.dataset.copy);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "y" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const row = document.activeElement && document.activeElement.closest(".row[data-c]");
    if (row) { event.preventDefault(); copy(row.dataset.c); }
  });
})();
