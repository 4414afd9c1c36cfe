// A telephone: the page, who holds it, and a look at it in every dress.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { accessibility, openBrowser } from './browser.mjs';
import { person } from './seed.mjs';

export const address = process.env.ADDRESS ?? 'http://127.0.0.1:18000';
export const simulator = address.replace(/\d+$/, (port) => String(Number(port) + 8));
const SCREENS = new URL('../../../var/screens/', import.meta.url).pathname;
const PHONE = { width: 390, height: 844 }, NARROW = { width: 320, height: 640 };
mkdirSync(SCREENS, { recursive: true });

export const button = (page, name) => page.getByRole('button', { name, exact: true });

/** An invented person, whom the simulator knows as a solid borrower. */
export function invented() {
  const { NAME: name, IDENTITY: identity, MOBILE: mobile, CARD: card } = person();
  return { name, identity, mobile, card };
}

/** A telephone with nothing on it. What the page complains of fails the story when it is closed; a refusal that the story
 * asked for the browser reports by itself, and so it does with a line that is lost. */
export async function telephone(entry = 'b.html', heading = '手机号登录') {
  const seat = await openBrowser({ phone: true });
  let bytes = 0;
  const files = new Set(), devtools = await seat.context.newCDPSession(seat.page);
  await devtools.send('Network.enable');
  devtools.on('Network.responseReceived', ({ requestId, response }) => /\.(js|css|html|svg)$/.test(new URL(response.url).pathname) && files.add(requestId));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (files.has(requestId)) bytes += encodedDataLength;
  });
  await seat.page.goto(`${address}/${entry}`);
  await seat.page.getByRole('heading', { name: heading }).waitFor();
  const close = async () => {
    await seat.context.close();
    await seat.close();
    assert.deepEqual(seat.problems.filter((each) => !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(each)), []);
  };
  return { page: seat.page, context: seat.context, bytes: () => bytes, close };
}

async function press(page, ...names) {
  for (const name of names) await button(page, name).click();
}

/** A picture, no finding of axe, nothing cut at 320 px; `dressed`: in English on dark as well. */
export async function look({ page, context }, name, dressed = false) {
  const picture = (as) => page.screenshot({ path: `${SCREENS}${/^[bm]-/.test(as) ? '' : 'b-'}${as}.png`, fullPage: true });
  await picture(name);
  assert.deepEqual(await accessibility(context, page), [], name);
  if (dressed) {
    await press(page, 'English', 'Dark');
    await picture(`${name}-en-dark`);
    assert.deepEqual(await accessibility(context, page), [], `${name}, in English on dark`);
    await press(page, 'Light', '中文');
  }
  await page.setViewportSize(NARROW);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await picture(`${name}-320`);
  await page.setViewportSize(PHONE);
  assert.equal(wide, 0, `${name} is too wide at 320 px`);
}

/** The code that is on the telephone, which the simulator shows; the one after `known` others. */
export async function codeOf(mobile, known = 0) {
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await fetch(`${simulator}/admin/messages/${mobile}`), { items = [] } = answer.ok ? await answer.json() : {};
    const codes = items.map((item) => item.parameters[0] ?? '').filter((text) => /^\d{6}$/.test(text));
    if (codes.length > known) return codes[0];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no code came to ${mobile}`);
}

export async function signIn(page, who) {
  await page.getByLabel('手机号').fill(who.mobile);
  await button(page, '获取验证码').click();
  await page.getByLabel('短信验证码').fill(await codeOf(who.mobile));
  await button(page, '登录').click();
  await page.getByRole('heading', { name: '您好' }).waitFor();
}

export async function fillWish(page, amount = '60000') {
  await page.getByRole('link', { name: /立即申请/ }).click();
  await page.getByLabel('借款金额').fill(amount);
  await page.getByRole('radio', { name: '12 个月' }).check();
  await page.getByRole('radio', { name: '等额本息' }).check();
  await page.getByLabel('借款用途').selectOption('DECORATION');
}

export async function fillAbout(page) {
  await page.getByRole('radio', { name: '受雇' }).check();
  await page.getByLabel('月收入（税后）').fill('18000');
  await page.getByLabel('月支出（不含还贷）').fill('2000');
}

export async function fillPerson(page, who) {
  await page.getByLabel('姓名').fill(who.name);
  await page.getByLabel('身份证号').fill(who.identity);
  await page.getByLabel('收款银行卡号（本人借记卡）').fill(who.card);
}

export async function agreeToAll(page) {
  await page.getByText('阅读授权书').first().click();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
}

export async function apply(page, who) {
  await fillWish(page);
  await button(page, '下一步').click();
  await fillAbout(page);
  await button(page, '下一步').click();
  await fillPerson(page, who);
  await button(page, '下一步').click();
  await agreeToAll(page);
  await button(page, '下一步').click();
  await page.getByRole('heading', { name: /核对并提交/ }).waitFor();
}

export async function handIn(page) {
  await page.getByLabel(/我保证所填信息真实/).check();
  await button(page, '提交申请').click();
}

export async function signOffer(phone) {
  const { page } = phone;
  await button(page, '阅读费用明示表').click();
  await page.getByRole('heading', { name: '综合融资成本明示表' }).waitFor();
  const waits = page.getByRole('button', { name: /请继续阅读|我已阅读并确认费用/ });
  if (/请继续阅读/.test(await waits.textContent())) assert.equal(await waits.isDisabled(), true);
  await look(phone, 'disclosure');
  await page.emulateMedia({ media: 'print' }); // on paper it is the disclosure alone
  assert.equal(await page.getByRole('heading', { name: '综合融资成本明示表' }).isVisible(), true);
  assert.equal(await waits.isVisible(), false);
  assert.ok((await page.pdf({ path: `${SCREENS}b-disclosure.pdf`, format: 'A4' })).length > 10_000);
  await page.emulateMedia({ media: null });
  await page.getByRole('button', { name: '我已阅读并确认费用' }).click({ timeout: 20_000 });
  await page.getByLabel(/我已阅读并同意贷款合同/).check();
  await look(phone, 'contract');
  await button(page, '签署合同并放款').click();
  await page.getByRole('heading', { name: /放款成功/ }).waitFor({ timeout: 30_000 });
}
