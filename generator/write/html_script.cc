#include "write/html_provenance.h"

namespace gongkai {

namespace {

// Figures answer a click or Enter with where they come from. In a table one figure takes
// the Tab key and the arrow keys walk to the others, or a page would have a thousand stops.
constexpr std::string_view script = R"js(
(() => {
  const store = document.getElementById("provenance");
  if (!store) return;
  const { texts, ways, records, figures: printed } = JSON.parse(store.textContent);
  // In a list of records 3, -7 is 3 to 7.
  const spread = (list) => list.flatMap((number, at) => (number < 0 ? Array.from({ length: -number - list[at - 1] }, (_, step) => list[at - 1] + step + 1) : number));
  const record = new Map();
  const numbers = spread(printed);
  [...document.querySelectorAll("data:not(:empty)")].forEach((figure, at) => numbers[at] && record.set(figure, numbers[at]));
  const figures = [...record.keys()];
  const element = (name, text = "", attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const panel = element("div", "", { class: "source", role: "dialog", "aria-labelledby": "source-title", hidden: "" });
  document.body.append(panel);
  let asked = null;

  // The headers a cell names or, where it names none, those that scope gives it (HTML, 4.9.12), on the table's grid.
  const grids = new Map();
  const gridOf = (table) => {
    if (grids.has(table)) return grids.get(table);
    const grid = [...table.rows].map(() => []);
    [...table.rows].forEach((row, y) => {
      for (const cell of row.cells) {
        let x = 0;
        while (grid[y][x]) ++x;
        for (let down = 0; down < cell.rowSpan; ++down) for (let right = 0; right < cell.colSpan; ++right) grid[y + down][x + right] = { cell, x, y };
      }
    });
    grids.set(table, grid);
    return grid;
  };
  const outwards = (line, isAsWide, scope) => {
    const found = [];
    const [shut, run] = [[], []]; // a header as wide as one of an earlier run of headers is shut off by it
    for (const slot of line.reverse()) {
      if (slot.cell.tagName === "TH") run.push(slot);
      else shut.push(...run.splice(0));
      if (slot.cell.scope === scope && !shut.some((other) => isAsWide(other, slot))) found.unshift(slot.cell);
    }
    return found;
  };
  const headers = (cell, table) => {
    const named = (cell.getAttribute("headers") ?? "").split(" ").map((id) => document.getElementById(id)).filter(Boolean);
    if (named.length) return named;
    const grid = gridOf(table);
    const { x, y } = grid.flat().find((slot) => slot.cell === cell);
    const over = [...Array(cell.colSpan)].flatMap((_, at) => outwards(grid.slice(0, y).map((row) => row[x + at]), (one, other) => one.x === other.x && one.cell.colSpan === other.cell.colSpan, "col"));
    const beside = [...Array(cell.rowSpan)].flatMap((_, at) => outwards(grid[y + at].slice(0, x), (one, other) => one.y === other.y && one.cell.rowSpan === other.cell.rowSpan, "row"));
    return [...new Set([...over, ...beside])];
  };
  const place = (figure) => {
    const cell = figure.closest("td, th");
    const table = figure.closest("table");
    if (cell && table?.caption) {
      const own = headers(cell, table).slice(-3).map((head) => head.textContent);
      return [table.caption.querySelector(".code")?.textContent, table.caption.querySelector(".title")?.textContent, ...own].filter(Boolean).join("，");
    }
    const box = figure.closest("figure, section");
    return (box?.querySelector("figcaption") ?? box?.querySelector("h2, h3, h4, h5, h6"))?.textContent ?? document.title;
  };

  const close = () => {
    panel.hidden = true;
    asked?.classList.remove("asked");
    asked?.focus({ preventScroll: true });
    asked = null;
  };
  const jump = (figure) => {
    close();
    figure.closest("details")?.setAttribute("open", "");
    figure.scrollIntoView({ block: "center", inline: "center" });
    figure.focus({ preventScroll: true });
  };

  const told = (number, depth) => {
    const [parts, value, way, row, column, ...rests] = records[number - 1];
    const [kind, formula, path] = ways[way];
    const operands = spread(rests);
    const label = parts.map((part) => texts[part]).join(" / ");
    const item = element("li");
    const line = element(operands.length && depth ? "summary" : "div");
    line.append(element("b", label || "（无名）"), ` = ${texts[value]}　${texts[kind]}`);
    const rest = [];
    if (formula) rest.push(element("div", texts[formula], { class: "formula" }));
    if (row) rest.push(element("div", `${texts[path]}:${row}:${column}`, { class: "place" }));
    if (operands.length) {
      const list = element("ul");
      // Deeper figures are told when they are asked for.
      const fill = () => list.childElementCount || list.append(...operands.map((operand) => told(operand, depth + 1)));
      if (!depth) fill();
      rest.push(list);
      if (depth) {
        const more = element("details");
        more.addEventListener("toggle", fill, { once: true });
        more.append(line, ...rest);
        item.append(more);
        return item;
      }
    }
    item.append(line, ...rest);
    return item;
  };

  const open = (figure) => {
    asked?.classList.remove("asked");
    asked = figure;
    figure.classList.add("asked");
    const title = element("p", `${figure.textContent} 从哪里来`, { id: "source-title", class: "title", tabindex: "-1" });
    const shut = element("button", "关闭", { type: "button" });
    shut.addEventListener("click", close);
    const tree = element("ul", "", { class: "tree" });
    tree.append(told(record.get(figure), 0));
    panel.replaceChildren(title, shut, tree);
    const others = figures.filter((other) => other !== figure && record.get(other) === record.get(figure));
    others.sort((one, two) => Number(!one.closest(".table")) - Number(!two.closest(".table")));
    if (others.length) {
      const list = element("ul", "", { class: "others" });
      for (const other of others) {
        const item = element("li");
        const link = element("button", place(other), { type: "button" });
        link.addEventListener("click", () => jump(other));
        item.append(link);
        list.append(item);
      }
      panel.append(element("p", "同一个数还印在"), list);
    }
    panel.hidden = false;
    const hidden = figure.getBoundingClientRect().bottom - panel.getBoundingClientRect().top;
    if (hidden > 0 && innerWidth < 900) scrollBy(0, hidden + 24);
    title.focus({ preventScroll: true });
  };

  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const neighbour = (figure, [down, right]) => {
    const table = figure.closest("table");
    const all = table ? figures.filter((other) => table.contains(other)) : [];
    const here = figure.getBoundingClientRect();
    const middle = (box) => (box.top + box.bottom) / 2;
    const row = figure.closest("tr");
    if (right) {
      const line = all.filter((other) => row.contains(other));
      return line[line.indexOf(figure) + right];
    }
    const beside = all.filter((other) => {
      const box = other.getBoundingClientRect();
      return (middle(box) - middle(here)) * down > 2 && Math.abs(box.right - here.right) < 4;
    });
    return down > 0 ? beside[0] : beside[beside.length - 1];
  };

  // A box that has nothing to scroll is no stop of the Tab key.
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = target.closest(".box, .picture");
      box.tabIndex = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight ? 0 : -1;
    }
  });
  for (const box of document.querySelectorAll(".box, .picture")) [box, box.firstElementChild].forEach((part) => watch.observe(part));

  const stops = new Map();
  for (const figure of figures) {
    const table = figure.closest("table");
    figure.setAttribute("role", "button");
    figure.setAttribute("aria-haspopup", "dialog");
    figure.tabIndex = table && stops.has(table) ? -1 : 0;
    if (table && !stops.has(table)) stops.set(table, figure);
  }
  document.addEventListener("click", (event) => {
    const figure = event.target.closest("data[role]");
    if (figure) open(figure);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) return close();
    const figure = event.target.closest("data[role]");
    if (!figure) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return open(figure);
    }
    const next = steps[event.key] && neighbour(figure, steps[event.key]);
    if (!next) return;
    event.preventDefault();
    const table = figure.closest("table");
    stops.get(table).tabIndex = -1;
    next.tabIndex = 0;
    stops.set(table, next);
    next.focus();
  });
})();
)js";

}  // namespace

std::string_view html_script() { return script.substr(1); }

}  // namespace gongkai
