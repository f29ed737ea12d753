// A fragment inside somebody else's page: it looks as it does in a bare page, whatever that page's style
// says of tables, lists, headings or classes of the same names, and changes nothing outside itself.
// Run: node fragment.mjs FOLDER-OF-FRAGMENTS
import { readFileSync } from "node:fs";
import { run, launch, pagesBelow } from "./browser.mjs";

// What content management systems and their templates are known to say.
const hostile = `
html { font-size: 62.5%; }
* { margin: 0; padding: 0; border: 0; box-sizing: content-box; font: 12px/1.2 Arial; vertical-align: baseline; }
body { color: #c00; text-align: center; letter-spacing: 2px; line-height: 3; text-transform: uppercase; text-indent: 2em; }
table { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 4px; background: #ffe; }
th, td { padding: 20px; background: #fee; color: #00c; white-space: nowrap; word-break: break-all; height: 60px; }
tr:nth-child(even) td { background: #efe; }
#content table td, #content table th { border: 3px solid red; text-align: right; font-size: 20px; }
#content .table > :not(caption) > * > * { padding: 16px; border-bottom-width: 5px; }
.table, .box, .title, .note, .heading, .number, .label, .chart, .wide, .form { float: left; width: 50%; font-style: italic; }
h1, h2, h3, h4 { font-weight: 100; text-decoration: underline; } h2::before { content: "»"; }
ol, ul { list-style: square; } li { display: inline; }
a { color: red; } a::after { content: " (" attr(href) ")"; }
p { text-indent: 0; margin: 40px; } caption { caption-side: bottom; display: none; }
details, summary, figure, nav, section, header { display: block; position: relative; opacity: .5; }
svg { width: 20px; height: 20px; } svg text { fill: inherit; } svg path { fill: currentColor; stroke: red; } data { display: none; }
`;
const properties = [
  "color", "background-color", "font-size", "font-family", "font-weight", "font-style", "line-height", "letter-spacing", "text-align",
  "text-indent", "text-transform", "text-decoration-line", "white-space", "word-break", "display", "position", "float", "opacity", "table-layout",
  "border-collapse", "border-top-width", "border-bottom-width", "border-left-style", "border-top-color", "padding-top", "padding-left",
  "margin-top", "margin-left", "box-sizing", "vertical-align", "list-style-type", "width", "height", "fill", "stroke",
];

const host = (style, body) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>网站</title><style>main { width: 760px; }
${style}</style></head><body><main id="content"><h2>信息公开</h2><p class="note"><a href="#x">返回</a></p><table class="table"><tr><td>栏目</td></tr></table>
${body}</main></body></html>`;

function looks(properties, selector) {
  const look = (element, pseudo) => properties.map((name) => getComputedStyle(element, pseudo).getPropertyValue(name));
  return [...document.querySelectorAll(selector)].map((element) => {
    const marks = ["::before", "::after"].map((pseudo) => getComputedStyle(element, pseudo).content);
    return { name: `${element.localName}.${element.getAttribute("class") ?? ""}`, values: [...look(element), ...marks] };
  });
}

async function looksOf(page, style, body, selector) {
  await page.setContent(host(style, body));
  return page.evaluate(`(${looks})(${JSON.stringify(properties)}, ${JSON.stringify(selector)})`);
}

function* unlike(wanted, seen, what) {
  const names = [...properties, "::before", "::after"];
  const told = new Set();
  for (const [at, { name, values }] of wanted.entries()) {
    for (const [index, value] of values.entries()) {
      const other = seen[at].values[index];
      const fault = `${what} ${name}: ${names[index]}`;
      if (other !== value && !told.has(fault)) yield `${fault} is ${other}, not ${value}`;
      told.add(fault);
    }
  }
}

// Fragments of several reports on one page: each names and links parts of its own.
function faultsOfIds() {
  const faults = [];
  const all = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(all).size !== all.length) faults.push(`ids twice: ${all.filter((id, at) => all.indexOf(id) !== at).slice(0, 5)}`);
  for (const report of document.querySelectorAll(".gongkai")) {
    for (const name of ["headers", "aria-labelledby", "href"]) {
      for (const element of report.querySelectorAll(`[${name}]`)) {
        for (const id of element.getAttribute(name).split(" ")) {
          const found = document.getElementById(decodeURIComponent(id.replace(/^#/, "")));
          if (!found || !report.contains(found)) faults.push(`${name} of ${element.localName} is not of its own report: ${id}`);
        }
      }
    }
  }
  return faults;
}

async function faultsOf(browser, path) {
  const fragment = readFileSync(path, "utf8");
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, colorScheme: "dark" });
  const faults = [];
  const inside = ".gongkai, .gongkai :not(style)";
  faults.push(...unlike(await looksOf(page, "", fragment, inside), await looksOf(page, hostile, fragment, inside), "inside:"));
  if (await page.evaluate(() => document.getElementById("content").scrollWidth > 762)) faults.push("it is wider than the box it stands in");
  const outside = "html, body, main, main > :not(.gongkai), main > table *";
  faults.push(...unlike(await looksOf(page, hostile, "", outside), await looksOf(page, hostile, fragment, outside), "outside:"));
  // Its sizes are those of the box, however wide the window.
  const narrow = "main { width: 600px; }";
  const inWide = await looksOf(page, narrow, fragment, inside);
  await page.setViewportSize({ width: 616, height: 900 });
  faults.push(...unlike(inWide, await looksOf(page, narrow, fragment, inside), "by the window:"));
  const others = pagesBelow(process.argv[2]).filter((other) => other !== path).slice(0, 2);
  await page.setContent(host("", fragment + others.map((other) => readFileSync(other, "utf8")).join("\n")));
  faults.push(...(await page.evaluate(faultsOfIds)));
  await page.close();
  return faults.filter((fault) => !/^outside: (html|body|main)\.: height/.test(fault));
}

const browser = await launch();
await run(browser, process.argv[2], faultsOf);
