"use strict";
/* Words marked with the mouse in a report: a button adds a finding from them. Offsets count characters, not halves. */
(() => {
  const offer = document.querySelector("[data-add]");
  const text = document.querySelector("article.text[data-report]");
  if (!offer || !text) return;
  const link = offer.querySelector("a");
  const length = (words) => Array.from(words).length;

  const within = (piece, node, offset) => {
    if (!piece.contains(node)) return null;
    const before = document.createRange();
    before.setStart(piece, 0);
    before.setEnd(node, offset);
    return length(before.toString());
  };

  const place = () => {
    const chosen = window.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
    const range = chosen.getRangeAt(0);
    if (!range.intersectsNode(text)) return null;
    const pieces = Array.from(text.querySelectorAll("[data-s]")).filter((piece) => range.intersectsNode(piece));
    if (!pieces.length) return null;
    const first = pieces[0], last = pieces[pieces.length - 1];
    const from = within(first, range.startContainer, range.startOffset);
    const to = within(last, range.endContainer, range.endOffset);
    const start = Number(first.dataset.s) + (from === null ? 0 : from);
    const end = Number(last.dataset.s) + (to === null ? length(last.textContent) : to);
    return end > start ? `${start}-${end}` : null;
  };

  document.addEventListener("selectionchange", () => {
    const at = place();
    offer.hidden = at === null;
    if (at !== null) link.href = `${offer.dataset.add}?at=${at}`;
  });
})();
