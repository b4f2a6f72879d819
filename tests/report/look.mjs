// What `look` asserts of a page, in headless Chromium. Says every fault, and fails where there is one.
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

const [page_file, pictures] = process.argv.slice(2);
const address = `file://${page_file}`;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const claim = (is_so, what) => is_so || faults.push(what);

const arguments_ = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [...arguments_, "--disable-component-update", "--disable-sync"],
});

/** A page that notes every request and every word on the console. */
async function open(options, hash = "") {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    claim(url.startsWith(address) || url.startsWith("data:"), `asked for ${url}`);
  });
  page.on("console", (said) => faults.push(`the console says: ${said.text()}`));
  page.on("pageerror", (error) => faults.push(`the script fails: ${error}`));
  await page.goto(address + hash);
  return { context, page };
}

const shown = (page) => page.$$eval("main", (all) => all.filter((one) => one.offsetParent).map((one) => one.lang));

/** Words of charts that are cut off, or that lie over each other. */
const words_of_charts = () => {
  const found = [];
  for (const svg of document.querySelectorAll("figure svg[role=img]")) {
    if (!svg.getClientRects().length) continue;
    const { width, height } = svg.viewBox.baseVal;
    const boxes = [...svg.querySelectorAll("text")].map((text) => [text.getBBox(), text.textContent]);
    const id = svg.closest("figure").id;
    for (const [box, words] of boxes) {
      if (box.x < -1 || box.y < -3 || box.x + box.width > width + 1 || box.y + box.height > height + 3) {
        found.push(`${id}: "${words}" is cut`);
      }
    }
    boxes.forEach(([one, words], at) => {
      for (const [other, others] of boxes.slice(at + 1)) {
        const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
        const high = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
        if (wide > 1 && high > 5) found.push(`${id}: "${words}" lies over "${others}"`);
      }
    });
    if (!svg.querySelector("rect, path, circle")) found.push(`${id} is empty`);
  }
  return found;
};

for (const lang of ["fr", "nl", "en"]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      const viewport = { width, height: width === 360 ? 740 : 800 };
      const name = `${lang}-${colorScheme}-${width}`;
      const { context, page } = await open({ viewport, colorScheme, locale: `${lang}-BE` });
      claim((await shown(page)).join() === lang, `${name}: it shows ${await shown(page)}`);
      claim((await page.getAttribute("html", "lang")) === lang, `${name}: the page says another language`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      for (const { id, help, nodes } of violations) {
        faults.push(`${name}: axe: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      claim(wide <= width, `${name}: the page is ${wide} wide`);
      for (const fault of await page.evaluate(words_of_charts)) faults.push(`${name}: ${fault}`);
      await page.screenshot({ path: `${pictures}/${name}-first.png` });
      if (colorScheme === "light" || lang === "fr") {
        await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
      }
      await context.close();
    }
  }
}

{
  const { context, page } = await open({ locale: "fr-BE" });
  await page.keyboard.press("Tab");
  for (const lang of ["nl", "en", "fr"]) {
    await page.keyboard.press("ArrowRight");
    claim((await shown(page)).join() === lang, `the arrow key does not bring ${lang}`);
    claim((await page.getAttribute("html", "lang")) === lang, `the page does not say that it is in ${lang}`);
  }
  await page.keyboard.press("Tab");
  const target = await page.evaluate(() => document.activeElement.getAttribute("href"));
  claim(target?.startsWith("#fr-"), `after the languages, the keyboard comes to ${target}`);
  await page.keyboard.press("Enter");
  claim((await page.evaluate(() => location.hash)) === target, "Enter does not follow a link");
  await context.close();
}

{
  const { context, page } = await open({ javaScriptEnabled: false });
  for (const lang of ["nl", "en", "fr"]) {
    await page.click(`label[for=l-${lang}]`);
    const visible = await page.locator("main:visible").getAttribute("lang");
    claim(visible === lang, `without scripts, ${lang} is not shown`);
  }
  await context.close();
}

for (const lang of ["fr", "nl", "en"]) {
  const { context, page } = await open({ locale: `${lang}-BE`, colorScheme: "dark" });
  const pdf = `${pictures}/${lang}.pdf`;
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  claim(statSync(pdf).size > 20000, `${lang}: the PDF is empty`);
  execFileSync("pdftoppm", ["-r", "70", "-png", "-l", "8", pdf, `${pictures}/${lang}-print`]);
  await context.close();
}

await browser.close();
if (faults.length) {
  console.error([...new Set(faults)].join("\n"));
  process.exit(1);
}
console.log(`The page has no fault; pictures of it are in ${pictures}`);
