// Chromium as the stories use it: a fresh profile, nothing in the background, every complaint of a page kept.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ');
const AXE = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function openBrowser({ dark = false, en = false, phone = false } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'console-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    locale: 'zh-CN',
    colorScheme: dark ? 'dark' : 'light',
    args: FLAGS,
  });
  await context.addInitScript(({ en: english }) => {
    if (english) localStorage.setItem('xinliu.lang', 'en');
    // oxlint-disable-next-line no-console -- the page's own console is where the stories look for complaints
    addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`));
  }, { en });
  context.setDefaultTimeout(20_000);
  const page = context.pages()[0] ?? (await context.newPage()), problems = [];
  // The browser itself reports each refused request; that a refusal is shown is what the stories look at.
  const refused = (text) => /status of 4(0[019]|12|22|29)/.test(text);
  page.on('console', (said) => said.type() === 'error' && !refused(said.text()) && problems.push(`${new URL(page.url()).pathname}: ${said.text().slice(0, 300)}`));
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message.slice(0, 300)}`));
  return { context, page, problems, close: async () => rmSync(profile, { recursive: true, force: true }) };
}

/** By the first page and the issuer's, as a person does. */
export async function signIn(page, address, user) {
  await page.goto(`${address}/`);
  await page.getByRole('button', { name: /登录工作台|Sign in/ }).click();
  await page.locator(`button[value="${user}"]`).click();
  await page.getByRole('navigation').waitFor();
}

/** What axe finds on the page as it stands, one line a finding. */
export async function accessibility(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  await session.detach();
  const found = await page.evaluate(async (tags) => (await window.axe.run(document, { runOnly: tags })).violations, RULES);
  return found.map((each) => `${new URL(page.url()).pathname}: ${each.id} ${each.nodes.length}x ${each.nodes[0].target.join(' ')} ${each.nodes[0].failureSummary?.slice(0, 200)}`);
}
