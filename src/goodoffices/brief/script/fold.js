"use strict";
/* The page reads in full without this script; it opens what is folded before printing, and when a link leads into it. */
const folded = [];
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    folded.push(details);
    details.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const details of folded.splice(0)) details.open = false;
});
const unfold = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let each = target.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
  target.scrollIntoView();
};
window.addEventListener("hashchange", unfold);
unfold();
if (window.matchMedia("(width < 62rem)").matches) for (const details of document.querySelectorAll(".side > details")) details.open = false;
