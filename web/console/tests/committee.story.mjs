// A case that an approver looks into by every means of the page, gives to the committee, and the committee votes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, openBrowser, signIn } from './browser.mjs';
import { branchApplication, caller, token } from './seed.mjs';

const address = process.env.ADDRESS ?? 'http://127.0.0.1:18000', SCREENS = new URL('../../../var/screens/', import.meta.url).pathname;
let seat, page, made, caseId;

before(async () => {
  seat = await openBrowser();
  page = seat.page;
  made = await branchApplication(caller(address, token('channel')), page);
  const approver = caller(address, token('approver'));
  for (let found; !caseId; caseId = found.items[0]?.case_id) found = await approver('GET', 'workflow-svc', `/tasks?application_id=${made.applicationId}`);
});
after(async () => {
  await seat.context.close();
  await seat.close();
});

const clean = async () => assert.deepEqual(await accessibility(seat.context, page), []);

async function atTheCase(user) {
  await seat.context.clearCookies();
  await signIn(page, address, user);
  await page.goto(`${address}/cases/${caseId}`);
  await page.getByRole('heading', { name: /系统建议/ }).waitFor();
}

async function decide(choice, comment) {
  await page.getByLabel(choice, { exact: true }).check();
  await page.getByLabel(/审批意见/).fill(comment);
  await page.getByRole('button', { name: '提交决定' }).click();
  await page.getByRole('dialog', { name: '请核对' }).getByRole('button', { name: '确认提交' }).click();
}

test('other terms are answered by the engine, and the amount found goes into the decision', async () => {
  await atTheCase('approver');
  const tried = page.getByRole('region', { name: /条件试算/ });
  const instalment = () => tried.locator('dd').first().textContent();
  await tried.getByText(/月供/).waitFor();
  const asked = await instalment();
  await tried.getByLabel('试算金额（元）').fill('30000');
  await tried.getByText('叁万元整').waitFor();
  await page.waitForFunction((text) => document.querySelector('[aria-labelledby="what-if"] dd')?.textContent !== text, asked);
  const [exact] = await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/what-if')), tried.getByLabel('试算期限').selectOption({ label: '12 期' })]);
  const told = await exact.json(), yuan = (told.instalment_minor / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  await tried.getByText(`¥${yuan}`).waitFor();
  await tried.getByLabel('拖动调整试算金额').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await tried.getByLabel('试算金额（元）').inputValue(), '30100');
  await clean();
  await page.getByRole('button', { name: '领取' }).click();
  await page.getByLabel('提交贷审会', { exact: true }).waitFor();
  await tried.getByRole('button', { name: '用作批准金额' }).click();
  assert.equal(await page.getByLabel('批准金额（元）').inputValue(), '30100');
});

test('what the bureau said is a credit report; who it is about is seen for a purpose, and for a while', async () => {
  await page.getByRole('button', { name: '征信报告' }).click();
  const report = page.getByRole('dialog', { name: '征信报告' });
  for (const part of ['一、信贷交易信息概要', '二、逾期（透支）信息', '五、公共信息', '六、查询记录']) await report.getByRole('heading', { name: part }).waitFor();
  await clean();
  await report.getByRole('button', { name: '关闭' }).click();
  assert.equal(await page.getByText(made.IDENTITY).count(), 0);
  await page.getByRole('button', { name: '查看', exact: true }).first().click();
  const asking = page.getByRole('dialog', { name: '查看完整信息' });
  await asking.getByLabel('用途').selectOption({ label: '电话核实' });
  await clean();
  await asking.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByText(made.IDENTITY).waitFor();
  await page.getByText(/秒后隐藏/).waitFor();
  await page.locator('.watermark.whole').waitFor(); // who looked, and when, across the page
  await page.evaluate(() => dispatchEvent(new Event('blur'))); // the page loses the eye
  await page.getByText(made.IDENTITY).waitFor({ state: 'detached' });
});

test('a decision is printed without what is for the screen alone', async () => {
  await page.emulateMedia({ media: 'print' });
  for (const hidden of [page.getByRole('navigation'), page.getByRole('button', { name: '提交决定' }), page.getByRole('button', { name: /历史/ })]) assert.equal(await hidden.isVisible(), false);
  for (const shown of [/系统建议/, '多源交叉核验', '约束条件']) assert.equal(await page.getByRole('heading', { name: shown }).isVisible(), true);
  const paper = await page.pdf({ path: `${SCREENS}decision.pdf`, format: 'A4', printBackground: true });
  assert.ok(paper.length > 20_000 && paper.subarray(0, 5).toString() === '%PDF-');
  await page.emulateMedia({ media: null });
});

test('the committee votes: what was voted is shown at its end, with the minutes', async () => {
  await decide('提交贷审会', '额度较高，提请贷审会集体审议。');
  await page.getByRole('heading', { level: 1, name: made.applicationNo }).waitFor({ state: 'detached' });
  await atTheCase('committee-1');
  await page.getByText(/已投 0\/3 票/).waitFor();
  await page.getByLabel('通过', { exact: true }).check();
  await page.getByLabel('批准金额（元）').fill('30000');
  await decide('通过', '同意按三万元通过，条件不变。');
  await page.getByRole('heading', { level: 1, name: made.applicationNo }).waitFor({ state: 'detached' });
  for (const [who, verdict] of [
    ['committee-2', { choice: 'DECLINE', reason_codes: ['R10'], comment: '收入稳定性不足，不同意。' }],
    ['committee-3', { choice: 'APPROVE', amount_minor: 2_000_000, comment: '同意，降至两万元更稳妥。' }],
  ]) {
    const member = caller(address, token(who)), task = (await member('GET', 'workflow-svc', `/tasks?application_id=${made.applicationId}&status=OPEN`)).items[0];
    await member('POST', 'workflow-svc', `/tasks/${task.id}/completion`, verdict);
  }
  await page.goto(`${address}/cases/${caseId}`);
  const ballots = page.getByRole('region', { name: /贷审会表决/ });
  await ballots.getByText(/已投 3\/3 票/).waitFor();
  await ballots.getByRole('row').filter({ hasText: 'committee-2' }).getByText('拒绝').waitFor();
  await ballots.getByRole('row').filter({ hasText: 'committee-3' }).getByText('¥20,000.00').waitFor();
  await clean();
  const [minutes] = await Promise.all([page.waitForEvent('download'), ballots.getByRole('button', { name: /会议纪要/ }).click()]);
  assert.match(minutes.suggestedFilename(), /^minutes-.*\.pdf$/);
});

test('no page complained', () => assert.deepEqual(seat.problems, []));
