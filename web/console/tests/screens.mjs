// Every page as each role meets it, in both languages, both themes and at a telephone's width, to var/screens:
// `node tests/screens.mjs <address>`. What a page complains of, what is cut and what says `undefined` is told, and fails.
import { mkdirSync } from 'node:fs';
import { openBrowser, signIn } from './browser.mjs';
import { caller, token } from './seed.mjs';

const [address = 'http://127.0.0.1:18000', only] = process.argv.slice(2), out = new URL('../../../var/screens/', import.meta.url).pathname;
const DRESSES = [
  ['', { lang: 'zh', theme: 'light', width: 1440 }],
  ['-en-dark', { lang: 'en', theme: 'dark', width: 1440 }],
  ['-phone', { lang: 'zh', theme: 'light', width: 390 }],
];
mkdirSync(out, { recursive: true });

/** One record of each kind that there is, for the pages that show one. */
async function records() {
  const of = async (who, service, path, take) => caller(address, token(who))('GET', service, path).then(take).catch(() => undefined);
  const first = ({ items }) => items[0];
  const [loan, line, waiting, policy, model] = await Promise.all([
    of('finance', 'postloan-svc', '/loans?status=ACTIVE&limit=1', first), of('manager', 'application-svc', '/applications?limit=1', first), of('approver', 'workflow-svc', '/tasks?limit=1', first),
    of('risk', 'risk-svc', '/policies', first), of('risk', 'risk-svc', '/models', first),
  ]);
  return { loan, line, waiting, policy, model };
}

const found = await records(), one = (record, path) => (record ? [path(record)] : []);
const PAGES = {
  approver: ['/', '/inbox', '/decided', ...one(found.waiting, (it) => `/cases/${it.case_id}`)],
  finance: ['/', '/pay-outs', '/loans', '/statements', '/unapplied', '/reconciliation', '/end-of-day', '/trial-balance', ...one(found.loan, (it) => `/loans/${it.id}`), ...['repayments', 'ledger', 'changes', 'papers'].flatMap((part) => one(found.loan, (it) => `/loans/${it.id}?part=${part}`))],
  manager: ['/', '/applications', '/applications/new', ...one(found.line, (it) => `/applications/${it.id}`), ...one(found.line, (it) => `/customers/${it.customer_id}`)],
  risk: ['/', '/watch-list', '/policies', '/products', '/parameters', ...one(found.policy, (it) => `/policies/${it.version}`), ...one(found.model, (it) => `/models/${it.version}`)],
  operations: ['/', '/ops/health', '/ops/events', '/ops/traces', ...one(found.line, (it) => `/ops/traces?application=${it.id}`), '/ops/dead-letters', '/ops/providers', '/ops/faults'],
  management: ['/'],
};

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
      await page.goto(address + path);
      await page.getByRole('navigation').waitFor();
      await page.waitForFunction(() => !document.querySelector('.skeleton') && !/…$/.test(document.querySelector('main h1')?.textContent ?? ''));
      await page.waitForTimeout(500); // figures of tiles and charts come a moment later
      const name = `${user}${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'one').replaceAll(/[^a-z0-9]+/gi, '-')}${suffix}`;
      await page.screenshot({ path: `${out}${name}.png`, fullPage: true });
      const [said, wide] = await page.evaluate(() => [document.body.innerText, document.documentElement.scrollWidth - document.documentElement.clientWidth]);
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
