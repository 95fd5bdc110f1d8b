/* A cell of the matrix opens its sentences in a panel; Escape closes it and goes back to the cell. */
{
  const panel = page.one("#panel");
  const body = page.one("#panel-body");
  const title = page.one("#panel-title");

  const fill = (stand, cell) => {
    title.textContent = cell.title;
    const copy = page.one(".findings", stand.cloneNode(true)) && stand.cloneNode(true);
    page.one("h4", copy)?.remove();
    for (const one of page.all("[id]", copy)) one.removeAttribute("id");
    for (const details of page.all("details", copy)) details.open = true;
    body.replaceChildren(...copy.childNodes);
  };

  document.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-panel]");
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stand = document.getElementById(cell.dataset.panel);
    if (!stand || !panel.showModal) return;
    event.preventDefault();
    fill(stand, cell);
    panel.showModal();
  });
  panel.addEventListener("click", (event) => {
    if (event.target === panel || event.target.closest('a[href^="#"]')) panel.close();
  });
  page.one("#panel-close").addEventListener("click", () => panel.close());
}
