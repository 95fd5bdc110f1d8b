"use strict";
/* The page reads in full without this script; it adds filters, a panel for cells, copying, and finding one's way. */
const page = {
  all: (selector, root = document) => [...root.querySelectorAll(selector)],
  one: (selector, root = document) => root.querySelector(selector),
};
document.documentElement.classList.add("scripted");

/* On a narrow page the contents and the filters start folded. */
if (window.matchMedia("(width < 62rem)").matches) for (const details of page.all(".side > details")) details.open = false;

/* Paper cannot be unfolded: open everything before printing, and fold it again. */
{
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = page.all("details:not([open])");
    for (const details of folded) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
    folded = [];
  });
}
