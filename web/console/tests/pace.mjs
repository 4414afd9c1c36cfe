// How quickly pages answer the hand, with a quarter of this machine's speed (console.md §4): `node tests/pace.mjs <address>`.
// For each step at the inbox, the longest of its interactions to the next paint (INP); for each page, thread time and bytes.
import { openBrowser, signIn } from './browser.mjs';

const [address = 'http://127.0.0.1:18000', wanted = '0'] = process.argv.slice(2);
const THROTTLE = 4, INP_MS = 200, SETTLED_MS = 400;
const { context, page, problems, close } = await openBrowser(), devtools = await context.newCDPSession(page);
const measured = { inbox: {}, pages: {} };

/** Interactions as the browser timed them, by their id. */
await context.addInitScript(() => {
  globalThis.interactions = [];
  new PerformanceObserver((list) => globalThis.interactions.push(...list.getEntries().map(({ interactionId, duration, name }) => ({ interactionId, duration, name })))).observe({ type: 'event', durationThreshold: 16, buffered: true });
});

const thread = async () => Object.fromEntries((await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value])).TaskDuration * 1000;

/** The longest interaction of an act; what took less than 16 ms is told as 16. */
async function step(name, act) {
  await page.evaluate(() => globalThis.interactions.splice(0));
  await act();
  await page.waitForTimeout(SETTLED_MS);
  const found = await page.evaluate(() => globalThis.interactions.filter((each) => each.interactionId));
  measured.inbox[name] = Math.max(16, ...found.map((each) => each.duration), measured.inbox[name] ?? 0);
}

async function cost(name, path, ready) {
  let bytes = 0;
  const count = ({ encodedDataLength }) => (bytes += encodedDataLength);
  devtools.on('Network.loadingFinished', count);
  await devtools.send('Network.clearBrowserCache');
  await page.goto(address + path);
  await ready();
  await page.waitForTimeout(SETTLED_MS);
  devtools.off('Network.loadingFinished', count);
  measured.pages[name] = { kb: Math.round(bytes / 1024), thread_ms: Math.round(await thread()) };
}

await devtools.send('Network.enable');
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
await signIn(page, address, 'approver');
await cost('home', '/', () => page.getByRole('navigation').waitFor());
await cost('inbox', '/inbox', () => page.locator('tbody tr[data-key]').first().waitFor());
const rows = () => page.locator('tbody tr[data-key]').count();
for (let before = 0; (await rows()) < Number(wanted) && (await rows()) > before; ) {
  before = await rows();
  await page.getByRole('button', { name: /显示更多|载入中/ }).scrollIntoViewIfNeeded().catch(() => undefined);
  await page.waitForFunction((n) => document.querySelectorAll('tbody tr[data-key]').length > n || !document.querySelector('.more'), before);
}
measured.rows = await rows();
await page.waitForFunction(() => ![...document.querySelectorAll('tbody td')].some((cell) => cell.textContent === '…'), undefined, { timeout: 60_000 }).catch(() => undefined);
await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
await page.evaluate(() => scrollTo(0, 0));
await page.waitForTimeout(SETTLED_MS);

const first = page.locator('tbody tr[data-key]').first();
await first.focus();
await step('rows by j and k', async () => {
  for (const key of 'jjjjkk') await page.keyboard.press(key);
});
await step('claim', () => page.getByRole('button', { name: '领取', exact: true }).nth(3).click());
await step('give back', () => page.getByRole('button', { name: '退回待办' }).first().click());
await step('search opens', () => page.keyboard.press('Control+k'));
await step('search, a letter', () => page.keyboard.type('rc', { delay: 120 }));
await step('search closes', () => page.keyboard.press('Escape'));
await step('notices', () => page.getByRole('button', { name: /通知/ }).click());
await step('notices close', () => page.keyboard.press('Escape'));
await step('dark', () => page.getByRole('button', { name: '深色' }).click());
await step('light', () => page.getByRole('button', { name: '浅色' }).click());
await step('English', () => page.getByRole('button', { name: 'English' }).click());
await page.waitForTimeout(2_000);
await step('Chinese', () => page.getByRole('button', { name: '中文' }).click());
await page.waitForTimeout(2_000);
await step('filter by the hand', async () => {
  await page.getByLabel('时限').focus();
  await page.keyboard.press('ArrowDown');
});
await page.waitForTimeout(3_000);
await step('filter off', () => page.getByRole('button', { name: '清除筛选' }).click());
await page.locator('tbody tr[data-key]').nth(50).waitFor();
await page.waitForTimeout(3_000);
await step('a row opens', () => page.locator('tbody tr[data-key] td:nth-child(2)').first().click());
await page.locator('#recommendation').waitFor();
await page.waitForTimeout(1_500);
await step('at the case: amount tried', async () => {
  await page.getByLabel('试算金额（元）').click();
  await page.keyboard.type('1', { delay: 120 });
});
await step('at the case: history', () => page.getByRole('button', { name: /历史/ }).click());
await step('at the case: history closes', () => page.keyboard.press('Escape'));
await step('back by keys', async () => {
  await page.keyboard.press('g');
  await page.keyboard.press('i');
});
await context.close();
await close();
const slow = Object.entries(measured.inbox).filter(([, ms]) => ms > INP_MS);
process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
for (const [name, ms] of slow) process.stderr.write(`${name}: ${ms} ms of ${INP_MS}\n`);
for (const each of problems) process.stderr.write(`${each}\n`);
process.exit(slow.length + problems.length ? 1 : 0);
