// A newcomer borrows money, and repays it early by a quote.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { caller, token } from './seed.mjs';
import { address, agreeToAll, button, fillAbout, fillPerson, fillWish, handIn, invented, look, signIn, signOffer, telephone } from './telephone.mjs';

const BUDGET_BYTES = 100 * 1024;
let phone, page;

before(async () => {
  phone = await telephone();
  page = phone.page;
});
after(() => phone.close());

test('from the number to the money on the card', async (story) => {
  const who = invented(), began = Date.now();
  story.diagnostic(`${phone.bytes()} bytes over the wire for the first page`);
  assert.ok(phone.bytes() < BUDGET_BYTES);
  await look(phone, 'sign-in', true);
  await signIn(page, who);
  await look(phone, 'home-new');
  await fillWish(page);
  await look(phone, 'apply-wish', true);
  await button(page, '下一步').click();
  await fillAbout(page);
  await look(phone, 'apply-about');
  await button(page, '下一步').click();
  await button(page, '下一步').click(); // nothing typed: each field says so, and the first takes the focus
  assert.equal(await page.getByText('请填写此项。').count(), 3);
  await fillPerson(page, who);
  await look(phone, 'apply-person');
  await button(page, '下一步').click();
  await agreeToAll(page);
  await look(phone, 'apply-consents', true);
  await button(page, '下一步').click();
  await page.getByText('补充资料（选填，有助于审核）').click();
  const paper = { name: 'income.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n') };
  const no = { name: 'income.png', mimeType: 'image/png', buffer: Buffer.from('MZ this is no picture') };
  const income = page.getByRole('region', { name: '收入证明' });
  await income.locator('input[type=file]').setInputFiles(no);
  await income.getByText('只支持 PDF、JPEG 或 PNG 文件。').waitFor();
  await income.locator('input[type=file]').setInputFiles(paper);
  await income.getByText(/已上传/).waitFor();
  await look(phone, 'apply-papers');
  await handIn(page);
  await page.getByRole('heading', { name: '恭喜，您的申请已通过' }).waitFor({ timeout: 30_000 });
  await look(phone, 'approved');
  await signOffer(phone);
  story.diagnostic(`${Date.now() - began} ms from the number to the money, every page looked at on the way`);
  await look(phone, 'paid-out');
  await page.getByRole('link', { name: '查看还款计划' }).click();
  await page.getByRole('heading', { name: '¥60,000.00' }).waitFor();
  await page.getByRole('row').nth(12).waitFor();
  await look(phone, 'loan');
});

test('a part, then all of it is repaid before its term, as it was quoted', async () => {
  await page.getByRole('radio', { name: '部分提前还' }).check();
  await page.getByLabel('提前偿还本金').fill('10000');
  await page.getByRole('radio', { name: '期限不变，减少月供' }).check();
  await button(page, '试算').click();
  await page.getByText(/还款后剩余 \d+ 期/).waitFor();
  await page.getByRole('radio', { name: '全部结清' }).check();
  await button(page, '试算').click();
  await page.getByText('还款后贷款结清，可开具结清证明。').waitFor();
  await look(phone, 'quote', true);
  const loan = page.url().split('/').at(-1), finance = caller(address, token('finance'));
  const [quote] = (await finance('GET', 'postloan-svc', `/loans/${loan}/prepayment-quotes`)).items;
  const money = { amount_minor: quote.total_minor, source: 'TRANSFER', reference: `T${Date.now()}`, quote_id: quote.id };
  await finance('POST', 'postloan-svc', `/loans/${loan}/repayments`, money);
  await page.reload();
  await page.getByText(/贷款已于 .* 结清/).waitFor({ timeout: 30_000 });
  const [paperFile] = await Promise.all([page.waitForEvent('download'), button(page, '开具结清证明').click()]);
  assert.match(paperFile.suggestedFilename(), /\.pdf$/);
  await look(phone, 'settled');
  await page.getByRole('link', { name: '返回首页' }).click();
  await page.getByRole('heading', { name: '我的贷款' }).waitFor();
  await look(phone, 'home-full', true);
  await page.getByRole('link', { name: '我的授权' }).click();
  await page.getByRole('heading', { name: '我的授权' }).waitFor();
  await look(phone, 'consents');
});
