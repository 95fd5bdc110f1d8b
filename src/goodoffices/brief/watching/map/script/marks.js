/* Marks: how many incidents of each kind lie in each cell, and where their marks stand. The same as the program draws. */
{
  const { kinds, levels, shapes, several, radii, sizes, numbers } = page.data;
  const [kindSize, actorSize, spanSize] = sizes;
  const [cells, kindOf, actorOf, spanOf, counts] = Array.from({ length: 5 }, () => new Int32Array(numbers));

  /* Whole numbers of seven bits a byte: steps between keys, and counts in turn. */
  {
    const bytes = atob(page.data.packed);
    let at = 0;
    const next = () => {
      let number = 0;
      for (let place = 1; ; place *= 128) {
        const byte = bytes.charCodeAt(at);
        at += 1;
        number += (byte % 128) * place;
        if (byte < 128) return number;
      }
    };
    let key = 0;
    for (let n = 0; n < numbers; n += 1) {
      key += next();
      counts[n] = next();
      let rest = key;
      spanOf[n] = rest % spanSize;
      rest = Math.floor(rest / spanSize);
      actorOf[n] = rest % actorSize;
      rest = Math.floor(rest / actorSize);
      kindOf[n] = rest % kindSize;
      cells[n] = Math.floor(rest / kindSize);
    }
  }

  page.fits = (kind, actor, span) => {
    const { chosen } = page;
    return (
      (chosen.kind === "" || kind === chosen.kind) &&
      (chosen.actor === "" || actor === chosen.actor) &&
      span >= chosen.from &&
      span <= chosen.to
    );
  };

  /* The finest level whose cells still have room on the screen. */
  page.levelNow = () => {
    let best = 0;
    levels.forEach((level, n) => {
      if ((level.across || 4) * page.view.scale >= 44) best = n;
    });
    return best;
  };

  page.counted = (number) => {
    const { of, x } = levels[number];
    const sums = new Int32Array(x.length * kindSize);
    let total = 0;
    for (let n = 0; n < numbers; n += 1) {
      if (!page.fits(kindOf[n], actorOf[n], spanOf[n])) continue;
      sums[of[cells[n]] * kindSize + kindOf[n]] += counts[n];
      total += counts[n];
    }
    const found = new Map();
    sums.forEach((count, key) => {
      if (!count) return;
      const cell = Math.floor(key / kindSize);
      const kind = kinds[key % kindSize].own ? key % kindSize : -1;
      if (!found.has(cell)) found.set(cell, new Map());
      const inCell = found.get(cell);
      inCell.set(kind, (inCell.get(kind) || 0) + count);
    });
    return { found, total };
  };

  /* On a phone all marks are two thirds of their size, and so is the legend. */
  const narrow = window.matchMedia("(width < 44rem)");
  const radius = (count) => Math.min(radii[1], Math.max(radii[0], page.data.one * Math.sqrt(count))) * (narrow.matches ? 0.66 : 1);

  const beside = (inCell) => {
    const own = [...inCell].filter(([kind]) => kind >= 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const kept = own.length === inCell.size && own.length <= 5 ? own : own.slice(0, 4);
    const all = [...inCell.values()].reduce((sum, n) => sum + n, 0);
    const rest = all - kept.reduce((sum, [, n]) => sum + n, 0);
    const entries = rest ? [...kept, [-1, rest]] : kept;
    const first = radius(entries[0][1]);
    return entries.map(([kind, count], n) => {
      const r = radius(count);
      if (n === 0) return { kind, count, r, x: 0, y: 0 };
      const away = first + r + 0.5;
      const angle = ((-90 + 80 * (n - 1)) * Math.PI) / 180;
      return { kind, count, r, x: away * Math.cos(angle), y: away * Math.sin(angle) };
    });
  };

  const label = (marks, total) => {
    const options = page.one("select[name=kind]").options;
    const said = marks.map((mark) => `${mark.count.toLocaleString("en")} ${mark.kind < 0 ? "of other kinds" : options[mark.kind + 1].text}`);
    return `${total.toLocaleString("en")} ${total === 1 ? "incident" : "incidents"}: ${said.join(", ")}`;
  };

  const last = {};
  page.drawMarks = () => {
    const { scale, x, y, width, height } = page.view;
    const number = page.levelNow();
    const level = levels[number];
    const wanted = JSON.stringify([number, page.chosen]);
    if (wanted !== last.wanted) Object.assign(last, page.counted(number), { wanted });
    const { found, total } = last;
    const drawn = [];
    for (const [cell, inCell] of found) {
      const at = { x: level.x[cell] * scale + x, y: level.y[cell] * scale + y };
      if (at.x < -30 || at.y < -30 || at.x > width + 30 || at.y > height + 30) continue;
      const marks = beside(inCell);
      const sum = marks.reduce((all, mark) => all + mark.count, 0);
      const said = label(marks, sum);
      const link = page.svg("a", { href: "#places", "aria-label": said, "data-cell": cell, "data-level": number });
      const title = page.svg("title", {});
      title.textContent = said;
      link.append(title, page.svg("circle", { class: "reach", cx: at.x, cy: at.y, r: 12 }));
      for (const mark of marks) {
        const { shape, colour } = mark.kind < 0 ? several : kinds[mark.kind];
        const place = `translate(${(at.x + mark.x).toFixed(1)} ${(at.y + mark.y).toFixed(1)}) scale(${mark.r.toFixed(2)})`;
        link.append(page.svg("path", { class: `mark ${colour}`, d: shapes[shape], transform: place }));
      }
      drawn.push({ sum, link });
    }
    drawn.sort((a, b) => b.sum - a.sum);
    page.one("#marks").replaceChildren(...drawn.map((each) => each.link));
    const all = page.data.counted.toLocaleString("en");
    page.one("#count").textContent = total === page.data.counted ? total === 1 ? "The one incident is shown." : total ? `All ${all} incidents are shown.` : "There is no incident." : `${total.toLocaleString("en")} of ${all} incidents fit the filter.`;
  };
}
