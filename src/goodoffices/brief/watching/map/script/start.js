"use strict";
/* The map stands and reads in full without this script; it adds a closer look, filters and a panel. */
const page = {
  all: (selector, root = document) => [...root.querySelectorAll(selector)],
  one: (selector, root = document) => root.querySelector(selector),
  data: JSON.parse(document.getElementById("data").textContent),
  chosen: { kind: "", actor: "", from: 0, to: Infinity },
  view: { scale: 1, x: 0, y: 0, width: 1000, height: 800, whole: 1 },
  svg: (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  },
};
document.documentElement.classList.add("scripted");

/* On a narrow page the contents and the filters start folded. */
if (window.matchMedia("(width < 62rem)").matches) for (const details of page.all(".side > details")) details.open = false;

/* A link to a place unfolds it. */
{
  const arrive = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const place = target && target.closest("details.place");
    if (place) place.open = true;
  };
  window.addEventListener("hashchange", arrive);
  arrive();
}
