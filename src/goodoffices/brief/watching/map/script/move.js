/* A closer look: buttons, keys, dragging, pinching, and the wheel with Ctrl. Marks and names keep their size. */
{
  const map = page.one("#map");
  const region = page.one("#mapscroll");
  const { view, data } = page;
  const ground = page.one("#ground");
  const patterns = page.all("pattern", map).map((one) => [one, one.getAttribute("patternTransform") || ""]);
  const names = page.all("#names text");
  const lines = page.all(".graticule", map).map((one) => ({
    words: one.dataset.words,
    up: one.dataset.up,
    points: one.getAttribute("points").split(" ").map((point) => point.split(",").map(Number)),
  }));
  const rings = page.all("#rings circle").map((one) => [one, ["cx", "cy", "r"].map((key) => Number(one.getAttribute(key)))]);
  page.rings = rings;

  const steps = [1, 2, 5];
  const scaleBar = () => {
    const most = (170 * data.km) / view.scale;
    const power = 10 ** Math.floor(Math.log10(most));
    const km = steps.map((step) => step * power).filter((one) => one <= most).pop();
    const long = (km / data.km) * view.scale;
    page.one("#bar").setAttribute("d", `M16 ${view.height - 20}v6h${long.toFixed(1)}v-6`);
    const words = page.one("#barkm");
    words.setAttribute("x", 22 + long);
    words.setAttribute("y", view.height - 14);
    words.textContent = km < 1 ? `${Math.round(km * 1000)} m` : `${km} km`;
    const [plate, corner] = page.all("#furniture rect");
    plate.setAttribute("y", view.height - 38);
    plate.setAttribute("width", long + 80);
    const north = view.width - 24;
    corner.setAttribute("x", north - 14);
    page.one(".north").setAttribute("d", `M${north} 12l7 16-7-4-7 4z`);
    page.all("#furniture text")[1].setAttribute("x", north);
  };

  const degrees = () => {
    const made = [];
    for (const { words, up, points } of lines) {
      const seen = points.map(([x, y]) => [x * view.scale + view.x, y * view.scale + view.y]);
      for (let n = 1; n < seen.length; n += 1) {
        const [a, b] = [seen[n - 1], seen[n]];
        const side = up ? 1 : 0;
        if (a[side] < 0 === b[side] < 0) continue;
        const share = -a[side] / (b[side] - a[side]);
        const at = a[1 - side] + share * (b[1 - side] - a[1 - side]);
        const room = up ? at > 8 && at < view.width - 80 : at > 30 && at < view.height - 60;
        if (!room) continue;
        const text = page.svg("text", { class: "degree", "font-size": 11, x: up ? at + 3 : 4, y: up ? 14 : at - 3 });
        text.textContent = words;
        made.push(text);
        break;
      }
    }
    page.one("#degrees").replaceChildren(...made);
  };

  const place = () => {
    ground.setAttribute("transform", `matrix(${view.scale} 0 0 ${view.scale} ${view.x} ${view.y})`);
    for (const [one, own] of patterns) one.setAttribute("patternTransform", `scale(${1 / view.scale}) ${own}`);
    for (const one of names) {
      one.setAttribute("x", Number(one.dataset.x) * view.scale + view.x);
      one.setAttribute("y", Number(one.dataset.y) * view.scale + view.y + 4);
      one.setAttribute("visibility", Number(one.dataset.s) <= view.scale * 1.02 ? "visible" : "hidden");
    }
    for (const [one, [cx, cy, r]] of rings) {
      one.setAttribute("cx", cx * view.scale + view.x);
      one.setAttribute("cy", cy * view.scale + view.y);
      one.setAttribute("r", r * view.scale);
    }
    scaleBar();
    degrees();
  };

  let waiting = 0;
  page.draw = () => {
    place();
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(page.drawMarks);
  };

  const held = () => {
    const [wide, tall] = [data.width * view.scale, data.height * view.scale];
    const keep = (at, size, room) => (size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, at)));
    view.x = keep(view.x, wide, view.width);
    view.y = keep(view.y, tall, view.height);
  };

  page.zoom = (factor, x = view.width / 2, y = view.height / 2) => {
    const scale = Math.min(40, Math.max(view.whole, view.scale * factor));
    view.x = x - ((x - view.x) * scale) / view.scale;
    view.y = y - ((y - view.y) * scale) / view.scale;
    view.scale = scale;
    held();
    page.draw();
  };

  const shift = (x, y) => {
    view.x += x;
    view.y += y;
    held();
    page.draw();
  };

  const fit = () => {
    const before = view.scale / view.whole;
    const middle = [(view.width / 2 - view.x) / view.scale, (view.height / 2 - view.y) / view.scale];
    view.width = Math.max(240, region.clientWidth);
    view.whole = view.width / data.width;
    view.height = Math.round(Math.min(Math.max(data.height * view.whole, 300), 900));
    view.whole = Math.min(view.whole, view.height / data.height);
    view.scale = view.whole * (started ? before : 1);
    view.x = view.width / 2 - (started ? middle[0] : data.width / 2) * view.scale;
    view.y = view.height / 2 - (started ? middle[1] : data.height / 2) * view.scale;
    map.setAttribute("viewBox", `0 0 ${view.width} ${view.height}`);
    page.one(".sea", map).setAttribute("width", view.width);
    page.one(".sea", map).setAttribute("height", view.height);
    held();
    started = true;
    page.draw();
  };
  let started = false;

  const moves = { in: () => page.zoom(1.6), out: () => page.zoom(1 / 1.6), whole: () => page.zoom(0) };
  page.one("#controls").hidden = false;
  page.one("#controls").addEventListener("click", (event) => moves[event.target.dataset.move]?.());
  const keys = {
    "+": moves.in, "=": moves.in, "-": moves.out, 0: moves.whole,
    ArrowLeft: () => shift(80, 0), ArrowRight: () => shift(-80, 0), ArrowUp: () => shift(0, 80), ArrowDown: () => shift(0, -80),
  };
  region.setAttribute("aria-label", "Map: arrow keys move it, plus and minus zoom, 0 shows all of it");
  region.addEventListener("keydown", (event) => {
    if (event.target !== region || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  const here = (event) => {
    const box = map.getBoundingClientRect();
    return [((event.clientX - box.left) * view.width) / box.width, ((event.clientY - box.top) * view.height) / box.height];
  };
  region.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    page.zoom(Math.exp(-event.deltaY / 300), ...here(event));
  }, { passive: false });
  map.addEventListener("dblclick", (event) => page.zoom(2, ...here(event)));

  const fingers = new Map();
  let moved = 0;
  const apart = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  };
  map.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, here(event));
    moved = 0;
  });
  window.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const [before, now] = [fingers.get(event.pointerId), here(event)];
    const far = fingers.size > 1 ? apart() : 0;
    fingers.set(event.pointerId, now);
    moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (fingers.size > 1) page.zoom(apart() / far, ...now);
    else if (event.pointerType === "mouse" || view.scale > view.whole) shift(now[0] - before[0], now[1] - before[1]);
  });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, (event) => fingers.delete(event.pointerId));
  map.addEventListener("dragstart", (event) => event.preventDefault());
  page.dragged = () => moved > 6;

  new ResizeObserver(fit).observe(region);
}
