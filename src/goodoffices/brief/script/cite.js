/* "Copy as citation": the finding, its first quote, outlet and day, as plain text. */
{
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  for (const meta of page.all(".f > .meta")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite";
    button.textContent = "Cite";
    button.title = "Copy as citation";
    button.setAttribute("aria-label", `Copy ${page.one(".no", meta.parentElement)?.textContent ?? ""} as citation`);
    meta.append(button);
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".cite");
    if (!button) return;
    const finding = button.closest(".f");
    await copy(finding.dataset.c ?? "");
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Cite"), 1600);
  });
}
