// Chromium and the pages to look at, for the scripts beside this.
import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { createRequire } from "node:module";

export const require = createRequire(join(process.cwd(), "package.json"));
const { chromium } = require("playwright-core");

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

export function pagesBelow(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return pagesBelow(path);
    return name.endsWith(".html") ? [path] : [];
  });
}

/// Tells what is wrong with each page by `faultsOf(browser, path, circumstance)` under each circumstance (its
/// `name` is told), counts, and ends the program: not good without any page.
export async function run(browser, folder, faultsOf, circumstances = [{ name: "" }]) {
  let [passed, failed] = [0, 0];
  for (const path of pagesBelow(folder)) {
    for (const circumstance of circumstances) {
      const faults = await faultsOf(browser, path, circumstance);
      if (faults.length === 0) {
        ++passed;
        continue;
      }
      ++failed;
      console.log(`${relative(folder, path)} ${circumstance.name}:`);
      for (const fault of faults.slice(0, 40)) console.log(`    ${fault}`);
    }
  }
  await browser.close();
  if (passed + failed === 0) console.log("no page found");
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
