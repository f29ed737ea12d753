// The pages for those who see or read otherwise: contrast of every text in both schemes (WCAG 1.4.3, 1.4.11),
// 400 % zoom (1.4.10), wider text (1.4.12), a visible focus (2.4.7), headings and landmarks in order,
// colours of the reader's choice. Run: node readers.mjs FOLDER-OF-PAGES
import { pathToFileURL } from "node:url";
import { launch, run } from "./browser.mjs";

// Colours as the browser computes them, over whatever opaque ground is behind.
function faultsOfContrast() {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const parse = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return parse("white");
  };
  const faults = new Map();
  const expect = (holds, what, element) => holds || faults.has(what) || faults.set(what, `${what}: ${element.outerHTML.slice(0, 90)}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || element.closest("script, style, title, desc") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const ink = element.closest("svg") ? style.fill : style.color;
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const found = contrast(parse(ink), ground(element));
    expect(found >= (large ? 3 : 4.5), `contrast ${found.toFixed(2)}, ${ink}`, element);
    ++count;
  }
  if (count < 20) faults.set("no text seen", "no text seen");
  return [...faults.values()];
}

// The ring round what has the focus, and the edges of buttons.
function faultsOfFocus() {
  const faults = [];
  const stops = [...document.querySelectorAll("a[href], button, summary, [tabindex='0']")].filter((element) => element.checkVisibility());
  for (const element of stops.filter((_, at) => at % Math.ceil(stops.length / 40) === 0)) {
    element.focus({ focusVisible: true, preventScroll: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push(`no ring on focus: ${element.outerHTML.slice(0, 80)}`);
  }
  return faults;
}

function faultsOfOrder() {
  const faults = [];
  if (!/^zh/.test(document.documentElement.lang) || document.title.length < 4) faults.push("no language or title");
  let before = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.localName[1]);
    if (level > before + 1) faults.push(`heading of level ${level} after ${before}: ${heading.textContent}`);
    if (!heading.textContent.trim()) faults.push("empty heading");
    before = level;
  }
  if (document.querySelectorAll("main").length !== 1) faults.push("not exactly one main");
  for (const nav of document.querySelectorAll("nav")) {
    if (!document.getElementById(nav.getAttribute("aria-labelledby"))?.textContent.trim()) faults.push("navigation without name");
  }
  for (const link of document.querySelectorAll("a[href^='#']")) {
    if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) faults.push(`link to nothing: ${link.hash}`);
  }
  return faults;
}

// Nothing but tables and pictures asks to be scrolled sideways, and no text leaves its box.
function faultsOfRoom() {
  const faults = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) faults.push(`page is ${page.scrollWidth} px wide in a window of ${page.clientWidth}`);
  const range = document.createRange();
  for (const element of document.querySelectorAll("th, td, p, h1, h2, h3, h4, h5, h6, a, .heading > span, summary, figcaption")) {
    if (!element.checkVisibility() || !element.textContent || element.closest(".unseen, .skip") || element.querySelector(".unseen")) continue;
    range.selectNodeContents(element);
    const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    if (text.right > box.right + 1.5 || text.left < box.left - 1.5 || text.bottom > box.bottom + 4) faults.push(`text leaves its box: ${element.outerHTML.slice(0, 120)}`);
  }
  return faults.slice(0, 5);
}

// WCAG 1.4.12 asks that nothing is lost with these.
const wider = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

const circumstances = [
  { name: "dark", width: 1400, height: 900, colorScheme: "dark", looks: [faultsOfContrast, faultsOfFocus] },
  { name: "light", width: 1400, height: 900, colorScheme: "light", looks: [faultsOfContrast, faultsOfFocus, faultsOfOrder] },
  { name: "at 400 %", width: 320, height: 256, looks: [faultsOfRoom] },
  { name: "at 200 %", width: 700, height: 450, looks: [faultsOfRoom] },
  { name: "with wider text", width: 1000, height: 800, style: wider, looks: [faultsOfRoom] },
  { name: "in few colours", width: 1000, height: 800, forcedColors: "active", looks: [faultsOfRoom, faultsOfContrast] },
];

async function faultsOf(browser, path, { width, height, style, looks, ...options }) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  if (style) await page.addStyleTag({ content: style });
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const faults = [];
  for (const look of looks) faults.push(...(await page.evaluate(look)));
  await context.close();
  return faults;
}

await run(await launch(), process.argv[2], faultsOf, circumstances);
