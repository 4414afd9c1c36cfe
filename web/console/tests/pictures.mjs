// The pictures of README and docs, from a running system: `node tests/pictures.mjs <address>`, to docs/pictures.
import { openBrowser, signIn } from './browser.mjs';
import { opened, pagesOf } from './pages.mjs';

const [address = 'http://127.0.0.1:18000'] = process.argv.slice(2), out = new URL('../../../docs/pictures/', import.meta.url).pathname;
const pages = await pagesOf(address), path = (user, begin) => pages[user].find((each) => each.startsWith(begin));
const { context, page, close } = await openBrowser();
const DARK = { theme: 'dark', lang: 'en' }, PLAIN = { theme: 'light', lang: 'zh' };

async function picture(name, where, { theme, lang } = PLAIN, act = async () => undefined, height = 900) {
  if (!where) throw new Error(`no record for ${name}: fill the system first (tests/fill.mjs, make demo)`);
  await page.evaluate(([l, t]) => (localStorage.setItem('xinliu.lang', l), localStorage.setItem('xinliu.theme', t)), [lang, theme]);
  await page.setViewportSize({ width: 1440, height });
  await opened(page, address, where);
  await act();
  await page.waitForTimeout(900); // figures, charts and diagrams come a moment later
  await page.screenshot({ path: `${out}console-${name}.jpg`, type: 'jpeg', quality: 72 });
}

async function as(user) {
  await context.clearCookies();
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, address, user);
}

await as('approver');
await picture('inbox', '/inbox');
await picture('decision', path('approver', '/cases/'), PLAIN, undefined, 1180);
await picture('decision-dark', path('approver', '/cases/'), DARK, undefined, 1180);
await picture('credit-report', path('approver', '/cases/'), PLAIN, () => page.getByRole('button', { name: '征信报告' }).click());
await as('finance');
await picture('loan', path('finance', '/loans/'));
await picture('trial-balance', '/trial-balance');
await picture('end-of-day', '/end-of-day');
await as('risk');
await picture('model', path('risk', '/models/'), PLAIN, undefined, 1100);
await as('designer');
await picture('designer', path('designer', '/processes/personal-credit/design'));
await picture('decision-table', path('designer', '/decisions/'));
await as('operations');
await picture('trace', path('operations', '/ops/traces?'));
await picture('health', '/ops/health', DARK);
await context.close();
await close();
