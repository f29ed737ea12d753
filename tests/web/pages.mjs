// The web pages of every sample as a browser shows them: axe-core finds nothing, no page is
// wider than its window, every scroll box can be reached by keyboard, every cell is named by its
// headers, and the page reads the same without script. Run: node pages.mjs FOLDER-OF-PAGES
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, require, run } from "./browser.mjs";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const windows = [
  { width: 360, height: 740, scheme: "light" },
  { width: 600, height: 900, scheme: "light", layoutAlone: true },
  { width: 768, height: 1024, scheme: "dark" },
  { width: 1000, height: 800, scheme: "light", layoutAlone: true },
  { width: 1400, height: 900, scheme: "light" },
];

// What a reader meets first when a page is wrong, in the page's own terms.
function faultsOfLayout() {
  const faults = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) faults.push(`page is ${page.scrollWidth} px wide in a window of ${page.clientWidth}`);
  for (const box of document.querySelectorAll(".box, .picture")) {
    const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
    if (scrolls && box.tabIndex < 0) faults.push(`scroll box without keyboard: ${box.parentElement.id}`);
    if (!scrolls && box.tabIndex === 0) faults.push(`a stop at a box with nothing to scroll: ${box.parentElement.id}`);
  }
  for (const cell of document.querySelectorAll("data")) {
    if (cell.getClientRects().length > 1) faults.push(`figure broken over lines: ${cell.textContent}`);
  }
  if (document.querySelectorAll("h1").length !== 1) faults.push("not exactly one h1");
  // Lines of titles and of a table's names end where the page says so, never between two hanzi of a word.
  const hanzi = /\p{Script=Han}/u;
  for (const cell of document.querySelectorAll("th, td:not(.long), h1, h2, h3, h4, h5, h6, .contents a, .heading .title:not(.unseen)")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const tops = [...text.data].map((_, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().top;
      });
      const broken = tops.findIndex((top, at) => at > 0 && top > tops[at - 1] + 4 && hanzi.test(text.data[at - 1]) && hanzi.test(text.data[at]));
      if (broken > 0) faults.push(`word broken over lines in ${cell.closest("[id]")?.id}: ${text.data.slice(0, broken)}|${text.data.slice(broken)}`);
    }
  }
  return faults;
}

// HTML, 4.9.12: the grid of a table, and what scope tells of a cell without headers="…". For the functions below.
function tellScope() {
  globalThis.gridOf = (table) => {
    const grid = [...table.rows].map(() => []);
    [...table.rows].forEach((row, y) => {
      for (const element of row.cells) {
        let x = 0;
        while (grid[y][x]) ++x;
        const cell = { element, x, y, width: element.colSpan, height: element.rowSpan };
        for (let down = 0; down < cell.height; ++down) for (let right = 0; right < cell.width; ++right) grid[y + down][x + right] = cell;
      }
    });
    return grid;
  };
  const scan = (grid, x, y, dx, dy) => {
    const found = [];
    let [opaque, block, inBlock] = [[], [], false];
    for (x += dx, y += dy; x >= 0 && y >= 0; x += dx, y += dy) {
      const current = grid[y][x];
      if (current.element.tagName === "TH") {
        inBlock = true;
        block.push(current);
        const shut = opaque.some((other) => (dx ? other.y === current.y && other.height === current.height : other.x === current.x && other.width === current.width));
        if (!shut && current.element.scope === (dx ? "row" : "col")) found.push(current.element);
      } else if (inBlock) {
        inBlock = false;
        opaque.push(...block.splice(0));
      }
    }
    return found;
  };
  globalThis.scoped = (grid, cell) => {
    const [over, beside] = [new Set(), new Set()];
    for (let x = cell.x; x < cell.x + cell.width; ++x) scan(grid, x, cell.y, 0, -1).reverse().forEach((header) => over.add(header));
    for (let y = cell.y; y < cell.y + cell.height; ++y) scan(grid, cell.x, y, -1, 0).reverse().forEach((header) => beside.add(header));
    return [...over, ...beside];
  };
}

// Every cell with something in it is named by header cells of its own table: by one over it and,
// where its row has any to the left, by one beside it. Tables, pictures and figures have names.
function faultsOfNames() {
  const faults = [];
  const ids = new Map();
  for (const element of document.querySelectorAll("[id]")) {
    if (ids.has(element.id)) faults.push(`id twice: ${element.id}`);
    ids.set(element.id, element);
  }
  const covers = (header, cell) => {
    const [head, own] = [header.getBoundingClientRect(), cell.getBoundingClientRect()];
    const over = head.left < own.right - 1 && own.left < head.right - 1 && head.bottom <= own.top + 1;
    const beside = head.top < own.bottom - 1 && own.top < head.bottom - 1 && head.right <= own.left + 1;
    return { over, beside };
  };
  for (const table of document.querySelectorAll(".table table")) {
    const name = table.closest(".table").id;
    if (!table.caption?.textContent.trim()) faults.push(`${name}: no caption`);
    const box = table.closest(".box");
    const label = box.getAttribute("aria-label") ?? ids.get(box.getAttribute("aria-labelledby"))?.textContent;
    if (!label?.trim()) faults.push(`${name}: its scroll box has no name`);
    for (const header of table.querySelectorAll("th")) {
      if (!["row", "col"].includes(header.scope)) faults.push(`${name}: no scope: ${header.textContent}`);
    }
    const grid = gridOf(table);
    const cells = new Set(grid.flat().filter(({ element }) => element.tagName === "TD" && element.closest("tbody") && element.textContent));
    for (const cell of cells) {
      const element = cell.element;
      const told = element.hasAttribute("headers") ? element.getAttribute("headers").split(" ").map((id) => ids.get(id)) : scoped(grid, cell);
      const strange = told.some((header) => header?.tagName !== "TH" || header.closest("table") !== table);
      if (strange) faults.push(`${name}: headers that are none: ${element.outerHTML.slice(0, 80)}`);
      if (strange) continue;
      const places = told.map((header) => covers(header, element));
      if (places.some(({ over, beside }) => !over && !beside)) faults.push(`${name}: headers elsewhere: ${element.outerHTML.slice(0, 80)}`);
      if (cell.x > 0 && grid[cell.y].slice(0, cell.x).some((left) => left.element.tagName === "TH") && !places.some(({ beside }) => beside)) {
        faults.push(`${name}: the row is not named: ${element.outerHTML.slice(0, 80)}`);
      }
      const headed = table.tHead && [...table.tHead.querySelectorAll("th")].some((header) => covers(header, element).over);
      if (headed && !places.some(({ over }) => over)) faults.push(`${name}: the column is not named: ${element.outerHTML.slice(0, 80)}`);
    }
  }
  for (const figure of document.querySelectorAll("figure.chart")) {
    const picture = figure.querySelector("svg");
    if (picture && (!picture.querySelector("title")?.textContent || !picture.querySelector("desc")?.textContent)) {
      faults.push(`${figure.id}: a picture without title or description`);
    }
    if (picture && !figure.querySelector("details table td data")) faults.push(`${figure.id}: no table of its figures`);
    if (!figure.querySelector("figcaption")?.textContent) faults.push(`${figure.id}: no caption`);
  }
  if (getComputedStyle(document.documentElement).scrollBehavior !== "auto") faults.push("moves where less motion is asked for");
  return faults;
}

// What search engines and data portals ask of a schema.org Dataset, and that its files are the page's own.
function faultsOfDataset(name) {
  const data = JSON.parse(document.querySelector("script[type='application/ld+json']").textContent);
  const faults = [];
  const expect = (holds, what) => holds || faults.push(`dataset: ${what}`);
  expect(data["@context"] === "https://schema.org" && data["@type"] === "Dataset", "it is none");
  expect(data.name === document.title, `its name is ${data.name}`);
  expect(data.description.length >= 50 && data.description.length <= 5000, `its description has ${data.description.length} characters`);
  const listed = data.description.split(/[，；、。]/).slice(1).map((part) => part.replace(/^(含|内容有)/, ""));
  expect(!listed.includes(data.name), "its description repeats its name");
  expect(data.creator?.name, "nobody made it");
  expect(/^\d{4}$/.test(data.temporalCoverage), `it is of ${data.temporalCoverage}`);
  expect(data.distribution?.some((file) => decodeURIComponent(file.contentUrl) === name && file.encodingFormat === "text/html"), "it does not name this page");
  expect(new Set(data.variableMeasured ?? []).size === (data.variableMeasured ?? []).length, "a table is named twice");
  return faults;
}

// Text as a reader sees it, whatever the script does to the page.
const seenText = () => document.querySelector("body").innerText.replace(/\s+/g, " ").trim();

// The first Tab reaches the link over the contents, and it leads to the text.
async function faultsOfSkip(page) {
  const faults = [];
  await page.keyboard.press("Tab");
  const link = page.locator(".skip:focus");
  if ((await link.count()) !== 1 || !(await link.boundingBox()) || (await link.boundingBox()).x < 0) return ["skip link: not first, or not seen"];
  await page.keyboard.press("Enter");
  if (!(await page.evaluate(() => location.hash === "#main" && document.getElementById("main").tagName === "MAIN"))) {
    faults.push("skip link: does not lead to the text");
  }
  return faults;
}

// A figure asked by keyboard tells its origin, leads to its table cell and gives the focus back.
async function faultsOfPanel(page) {
  const faults = [];
  const expect = (holds, what) => holds || faults.push(`panel: ${what}`);
  expect((await page.locator(".source[role=dialog][aria-labelledby=source-title]").count()) === 1, "it is no named dialog");
  const focused = (what) => page.evaluate((selector) => document.activeElement.matches(selector), what);
  const prose = page.locator("p data[role=button]");
  if ((await prose.count()) === 0) return ["panel: no figure of the text answers"];
  const figure = prose.first();
  await figure.focus();
  await page.keyboard.press("Enter");
  const panel = page.locator(".source");
  expect(await panel.isVisible(), "Enter does not open it");
  expect(await focused(".source .title"), "it has not the focus");
  expect(/ = .+(录入|算得|各项之和|推定为零)/.test(await panel.innerText()), "it tells no value and kind");
  expect(/\.yaml:\d+:\d+/.test(await panel.innerText()), "it names no line");
  faults.push(...(await faultsOfRules(page)));
  await page.keyboard.press("Escape");
  expect(!(await panel.isVisible()), "Escape does not close it");
  expect(await figure.evaluate((element) => element === document.activeElement), "the focus is not given back");

  for (let at = 0; at < (await prose.count()); ++at) {
    await prose.nth(at).focus();
    await page.keyboard.press("Enter");
    if ((await panel.locator(".others button").allInnerTexts())[0]?.includes("，")) break;
    await page.keyboard.press("Escape");
  }
  if (!(await panel.isVisible())) return faults;
  const wanted = await page.evaluate(() => document.querySelector(".asked").value);
  await panel.locator(".others button").first().press("Enter");
  expect(await focused(".table data"), "the cell of the figure is not reached");
  expect((await page.evaluate(() => document.activeElement.value)) === wanted, "the cell has another value");
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  expect(await focused(".table data[tabindex='0']"), "arrow keys leave the table");
  return faults;
}

// What the places of certain figures are called: in a form the heads of columns stand among the rows, and the
// name of a row may stand rows above it.
const placesOf = {
  "2023年度衡山县科学技术协会部门整体支出绩效自评报告": [
    "2023年度部门整体支出绩效评价基础数据表，2023年决算数，项目支出：",
    "2023年度部门整体支出绩效评价基础数据表，2023年实际在职人数，财政供养人员情况（人）",
  ],
};

// Where else a figure is printed is told by the table, and by the cell's headers as a screen reader tells them.
function faultsOfPlaces(wanted) {
  const faults = new Set();
  const told = new Set();
  const buttons = () => [...document.querySelectorAll(".source .others button")];
  const placeOf = (cell) => {
    const table = cell.closest("table");
    const grid = gridOf(table);
    const named = cell.headers ? cell.headers.split(" ").map((id) => document.getElementById(id)) : null;
    const headers = named ?? scoped(grid, grid.flat().find(({ element }) => element === cell));
    const title = [".code", ".title"].map((part) => table.caption.querySelector(part)?.textContent);
    return [...title, ...headers.slice(-3).map((head) => head.textContent)].filter(Boolean).join("，");
  };
  for (const figure of [...document.querySelectorAll("data[role]")].slice(0, 300)) {
    figure.click();
    for (let at = 0; at < Math.min(buttons().length, 3); ++at) {
      const place = buttons()[at].textContent;
      buttons()[at].click();
      const cell = document.activeElement.closest(".table td");
      if (cell && placeOf(cell) !== place) faults.add(`panel: a place is “${place}”, not “${placeOf(cell)}”`);
      told.add(place);
      figure.click();
    }
  }
  document.querySelector(".source button")?.click();
  for (const place of wanted) if (!told.has(place)) faults.add(`panel: no place is “${place}”`);
  return [...faults];
}

async function faultsOfRules(page) {
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap((rule) =>
    rule.nodes.slice(0, 3).map((node) => `${rule.id} (${rule.impact}): ${node.target.join(" ")}\n      ${node.html.slice(0, 160)}`));
}

async function faultsOf(browser, path, window) {
  const context = await browser.newContext({ viewport: window, colorScheme: window.scheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push(`asks the network: ${request.url()}`);
  });
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  faults.push(...(await page.evaluate(faultsOfLayout)));
  if (!window.layoutAlone) {
    await page.evaluate(axe);
    faults.push(...(await faultsOfRules(page)));
  }
  if (window.width === windows[0].width) {
    await page.evaluate(tellScope);
    faults.push(...(await page.evaluate(faultsOfNames)));
    faults.push(...(await page.evaluate(faultsOfDataset, basename(path))));
    const text = await page.evaluate(seenText);
    if ((await textWithoutScript(browser, path, window)) !== text) faults.push("without script the page reads otherwise");
    faults.push(...(await faultsOfSkip(page)));
    faults.push(...(await page.evaluate(faultsOfPlaces, placesOf[await page.title()] ?? [])));
    faults.push(...(await faultsOfPanel(page)));
  }
  await context.close();
  return faults;
}

async function textWithoutScript(browser, path, window) {
  const context = await browser.newContext({ viewport: window, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  const text = (await page.locator("body").innerText()).replace(/\s+/g, " ").trim();
  await context.close();
  return text;
}

const browser = await launch();
await run(browser, process.argv[2], faultsOf, windows.map((window) => ({ ...window, name: `at ${window.width} px, ${window.scheme}` })));
