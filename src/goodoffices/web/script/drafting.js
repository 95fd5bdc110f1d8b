"use strict";
/* The edit form: leaving it with changes that are not saved asks first; the box of words grows with them. */
(() => {
  const form = document.getElementById("editing");
  if (!form) return;
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  const words = form.querySelector("#words");
  const grow = () => { if (words.scrollHeight > words.clientHeight) words.rows = Math.min(40, words.rows + 2); };
  if (words) { words.addEventListener("input", grow); grow(); }
  const party = form.querySelector("[name=party]");
  if (party) party.addEventListener("input", () => { form.querySelector("[name=act][value=propose]").checked = true; });
})();
