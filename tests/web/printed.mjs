// Prints every page below a folder as a browser does, X.html to X.printed.pdf, and notes what is to be found
// there: X.printed.json, {text: of the whole page, lying: tables that need a page on its side}.
// Run: node printed.mjs FOLDER-OF-PAGES
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { launch, pagesBelow } from "./browser.mjs";

const browser = await launch();
for (const path of pagesBelow(process.argv[2])) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.emulateMedia({ media: "print" });
  const note = await page.evaluate(() => {
    document.querySelectorAll(".unseen").forEach((element) => element.remove());
    return { text: document.body.innerText, lying: document.querySelectorAll(".landscape, .broad").length };
  });
  writeFileSync(path.replace(/html$/, "printed.json"), JSON.stringify(note));
  await page.pdf({ path: path.replace(/html$/, "printed.pdf"), preferCSSPageSize: true });
  await page.close();
}
await browser.close();
