"use strict";
/* The watch room: a link to a part of a page that is folded unfolds it, and the board's drawing leads to its cards. */
{
  const unfold = () => {
    if (!document.querySelector(".watch-room") || !location.hash) return;
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return; /* an address that is no address */
    }
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView({ block: "nearest" });
  };
  window.addEventListener("hashchange", unfold);
  document.addEventListener("DOMContentLoaded", unfold);
}
