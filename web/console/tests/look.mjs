// Opens pages as a user and writes pictures to var/screens: `node tests/look.mjs <address> <user> <path>... [--dark] [--en]`.
import { mkdirSync } from 'node:fs';
import { openBrowser, signIn } from './browser.mjs';

const [address, user, ...rest] = process.argv.slice(2), paths = rest.filter((each) => !each.startsWith('--'));
const dark = rest.includes('--dark'), en = rest.includes('--en'), phone = rest.includes('--phone'), out = '../../var/screens';
mkdirSync(out, { recursive: true });
const { context, page, problems, close } = await openBrowser({ dark, en, phone });
await signIn(page, address, user);
for (const path of paths) {
  await page.goto(address + path);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
  const name = `${user}${path.replaceAll(/[^a-z0-9]+/gi, '-')}${dark ? '-dark' : ''}${en ? '-en' : ''}${phone ? '-phone' : ''}`;
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
  process.stdout.write(`${out}/${name}.png ${page.url()}\n`);
}
process.stdout.write(problems.map((each) => `${each}\n`).join(''));
await context.close();
await close();
