"use strict";
/* Handing in files: dropped anywhere on the page or chosen, sent in parcels, with progress. Without this the form sends them as it is. */
(() => {
  const PARCEL_FILES = 40;
  const PARCEL_BYTES = 24e6;
  const SIDECAR = "meta.json";

  /* The last marking chosen in this tab is offered again; the first time everybody has to choose. */
  const kept = { get: (name) => { try { return sessionStorage.getItem(name); } catch { return null; } }, set: (name, value) => { try { sessionStorage.setItem(name, value); } catch { /* nowhere to keep it */ } } };
  for (const select of document.querySelectorAll("[data-remember]")) {
    const last = kept.get(`said-${select.dataset.remember}`);
    if (last && [...select.options].some((each) => each.value === last)) select.value = last;
    select.addEventListener("change", () => kept.set(`said-${select.dataset.remember}`, select.value));
  }
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (!event.detail.successful || !form.matches || !form.matches("[data-clear]")) return;
    for (const name of ["text", "title", "url", "link"]) if (form.elements[name]) form.elements[name].value = "";
  });

  const form = document.querySelector("form[data-files]");
  if (!form || !window.htmx) return;
  const input = form.elements.files;
  const drop = form.querySelector(".drop");
  const chosen = form.querySelector(".chosen");
  const progress = form.querySelector(".progress");
  const bar = progress.querySelector("progress");
  const words = progress.querySelector("span");
  const button = form.querySelector("button");
  let dropped = null;

  const files = () => dropped || [...input.files];
  const many = (count) => `${count.toLocaleString("en")} ${count === 1 ? "file" : "files"}`;
  const size = (list) => list.reduce((sum, each) => sum + each.size, 0);
  const megabytes = (bytes) => (bytes < 1e5 ? "less than 0.1 MB" : `${(bytes / 1e6).toFixed(1)} MB`);
  const show = () => {
    const list = files();
    chosen.hidden = !list.length;
    chosen.textContent = list.length ? `${many(list.length)}, ${megabytes(size(list))}: ${list.slice(0, 5).map((each) => each.name).join(", ")}${list.length > 5 ? " …" : ""}` : "";
    input.required = !dropped;
  };
  input.addEventListener("change", () => { dropped = null; show(); });

  /* A folder that is dropped is read to its bottom; files that begin with a dot are passed over, as at the command line. */
  const walk = async (entry) => {
    if (!entry || entry.name.startsWith(".")) return [];
    if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) return found;
      for (const each of some) found.push(...(await walk(each)));
    }
  };
  const taken = async (transfer) => {
    const entries = [...transfer.items].filter((each) => each.kind === "file").map((each) => (each.webkitGetAsEntry ? each.webkitGetAsEntry() : null));
    if (entries.length && entries.every(Boolean)) return (await Promise.all(entries.map(walk))).flat();
    return [...transfer.files];
  };
  const brings = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => { if (brings(event)) { event.preventDefault(); drop.classList.add("over"); } });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  document.addEventListener("drop", async (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    drop.classList.remove("over");
    form.closest("details").open = true;
    dropped = await taken(event.dataTransfer);
    show();
    if (!form.elements.marking.value) form.elements.marking.focus();
    else button.focus();
  });

  const parcels = (list) => {
    const beside = list.filter((each) => each.name === SIDECAR);
    const found = [];
    let parcel = null;
    for (const each of list.filter((one) => one.name !== SIDECAR)) {
      if (!parcel || parcel.length >= PARCEL_FILES || size(parcel) + each.size > PARCEL_BYTES) found.push((parcel = []));
      parcel.push(each);
    }
    return found.length ? found.map((each) => [...beside, ...each]) : [beside];
  };
  const send = (parcel, moved) => new Promise((done, failed) => {
    const body = new FormData(form);
    body.delete("files");
    for (const each of parcel) body.append("files", each, each.name);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.setRequestHeader("X-CSRF-Token", form.elements.csrf.value);
    request.upload.addEventListener("progress", (event) => moved(event.loaded));
    request.addEventListener("load", () => (request.status < 300 ? done(request) : failed(request)));
    request.addEventListener("error", () => failed(request));
    request.send(body);
  });
  form.addEventListener("submit", async (event) => {
    const list = files();
    if (!list.length) return;
    event.preventDefault();
    const whole = size(list) || 1;
    let before = 0;
    let count = 0;
    progress.hidden = false;
    button.disabled = true;
    try {
      for (const parcel of parcels(list)) {
        await send(parcel, (bytes) => { bar.value = Math.min(1, (before + bytes) / whole); });
        before += size(parcel);
        count += parcel.length;
        bar.value = Math.min(1, before / whole);
        words.textContent = `${many(count)} of ${list.length.toLocaleString("en")} handed in`;
        window.htmx.trigger(document.body, "inbox");
      }
      dropped = null;
      input.value = "";
      show();
    } catch (request) {
      const notice = document.getElementById("notice");
      if (request.status && request.getResponseHeader("content-type")?.startsWith("text/html")) notice.innerHTML = request.responseText;
      else notice.textContent = request.status ? request.responseText : "The connection broke. What was counted as handed in is kept; send the rest again.";
      notice.scrollIntoView({ block: "nearest" });
      words.textContent = `${many(count)} handed in; the rest was not taken`;
    } finally {
      button.disabled = false;
    }
  });
})();
