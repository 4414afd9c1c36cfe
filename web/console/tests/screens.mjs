// Every page as each role meets it, in both languages, both themes and at a telephone's width, to var/screens:
// `node tests/screens.mjs <address>`. What a page complains of, what is cut and what says `undefined` is told, and fails.
import { mkdirSync } from 'node:fs';
import { openBrowser, signIn } from './browser.mjs';
import { cut, opened, pagesOf } from './pages.mjs';

const [address = 'http://127.0.0.1:18000', only] = process.argv.slice(2), out = new URL('../../../var/screens/', import.meta.url).pathname;
const DRESSES = [
  ['', { lang: 'zh', theme: 'light', width: 1440 }],
  ['-en-dark', { lang: 'en', theme: 'dark', width: 1440 }],
  ['-phone', { lang: 'zh', theme: 'light', width: 390 }],
];
mkdirSync(out, { recursive: true });

const PAGES = await pagesOf(address);
const { context, page, problems, close } = await openBrowser();
const wrong = [];
for (const [user, paths] of Object.entries(PAGES)) {
  if (only && only !== user) continue;
  await context.clearCookies();
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, address, user);
  for (const [suffix, { lang, theme, width }] of DRESSES) {
    await page.evaluate(([l, t]) => (localStorage.setItem('xinliu.lang', l), localStorage.setItem('xinliu.theme', t)), [lang, theme]);
    await page.setViewportSize({ width, height: 900 });
    for (const path of paths) {
      await opened(page, address, path);
      await page.waitForTimeout(500); // figures of tiles and charts come a moment later
      const name = `${user}${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'one').replaceAll(/[^a-z0-9]+/gi, '-')}${suffix}`;
      await page.screenshot({ path: `${out}${name}.png`, fullPage: true });
      const said = await page.evaluate(() => document.body.innerText), wide = await cut(page);
      if (/undefined|NaN|\[object/.test(said)) wrong.push(`${name}: says ${/undefined|NaN|\[object/.exec(said)[0]}`);
      if (wide > 0) wrong.push(`${name}: ${wide} px too wide`);
    }
  }
}
await context.close();
await close();
const complaints = problems.filter((each) => !/status of 4/.test(each));
process.stdout.write([...wrong, ...complaints, `pictures in ${out}`].map((each) => `${each}\n`).join(''));
process.exit(wrong.length + complaints.length ? 1 : 0);
