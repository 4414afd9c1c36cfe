// An approver: a case from the inbox by keyboard, approved for less; the next declined; a third that a colleague was faster with.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, openBrowser, signIn } from './browser.mjs';
import { branchApplication, caller, token } from './seed.mjs';

const address = process.env.ADDRESS ?? 'http://127.0.0.1:18000';
let seat, page, cases;

before(async () => {
  seat = await openBrowser();
  page = seat.page;
  const call = caller(address, token('channel'));
  cases = await Promise.all([0, 1, 2].map(() => branchApplication(call, page)));
});
after(async () => {
  await seat.context.close();
  await seat.close();
});

const row = (it) => page.getByRole('row').filter({ hasText: it.applicationNo });

async function clean() {
  assert.deepEqual(await accessibility(seat.context, page), []);
}

async function open(it) {
  await page.goto(`${address}/inbox`);
  await row(it).getByText(it.applicationNo).click();
  await page.getByRole('heading', { level: 1, name: it.applicationNo }).waitFor();
}

async function send(words) {
  await page.getByRole('button', { name: '提交决定' }).click();
  const dialog = page.getByRole('dialog', { name: '请核对' });
  for (const each of words) await dialog.getByText(each).first().waitFor();
  await dialog.getByRole('button', { name: '确认提交' }).click();
}

test('the first page shows how to sign in, and as whom', async () => {
  await page.goto(`${address}/`);
  await page.getByRole('cell', { name: '王审批主管' }).waitFor();
  await clean();
  await signIn(page, address, 'approver');
  await page.getByRole('link', { name: /待领取任务/ }).waitFor();
  await clean();
});

test('what waits is there, by urgency, and is opened by keyboard alone', async () => {
  await page.getByRole('link', { name: /待领取任务/ }).click();
  for (const it of cases) await row(it).waitFor();
  await page.getByRole('rowheader', { name: /到期|超时/ }).or(page.getByRole('columnheader', { name: /到期|超时/ })).first().waitFor();
  await clean();
  await page.locator('tbody tr[data-key]').first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /系统建议/ }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: '我的待办' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '键盘操作' }).waitFor();
  await clean();
  await page.keyboard.press('Escape');
});

test('what comes meanwhile is told, and no row moves under the hand', async () => {
  await row(cases[0]).waitFor();
  const shown = () => page.locator('tbody tr[data-key]').evaluateAll((rows) => rows.map((each) => each.dataset.key)), first = await shown();
  const late = await branchApplication(caller(address, token('channel')), page), tells = page.getByRole('button', { name: /有 \d+ 个新任务，显示/ });
  await tells.waitFor();
  assert.deepEqual(await shown(), first);
  await tells.click();
  await row(late).waitFor();
});

test('a case is claimed and approved for less than was asked; a comment that says nothing is refused at its field', async () => {
  await open(cases[0]);
  await page.getByRole('heading', { name: '多源交叉核验' }).waitFor();
  await page.getByRole('img', { name: '身份证人像面' }).waitFor();
  await clean();
  await page.getByRole('button', { name: '领取' }).click();
  await page.getByLabel('通过', { exact: true }).check();
  await page.getByLabel('批准金额（元）').fill('50000');
  await page.getByText(/^伍万元整/).waitFor();
  await page.getByLabel(/审批意见/).fill('同意');
  await send(['¥50,000.00']);
  await page.getByText('意见至少 10 个字。').waitFor();
  await clean();
  await page.getByLabel(/审批意见/).fill('收入按社保口径核定，降额至五万元通过。');
  await send(['¥50,000.00']);
  await page.getByRole('heading', { level: 1, name: cases[0].applicationNo }).waitFor({ state: 'detached' });
});

test('a decline shows the customer’s words before it is sent', async () => {
  await open(cases[1]);
  await page.getByRole('button', { name: '领取' }).click();
  await page.getByLabel('拒绝', { exact: true }).check();
  await page.getByLabel(/还款能力不足/).check();
  await page.getByLabel(/审批意见/).fill('核实收入不足以覆盖月供，拒绝本次申请。');
  await send(['客户将看到：', '还款能力不足']);
  await page.getByRole('heading', { level: 1, name: cases[1].applicationNo }).waitFor({ state: 'detached' });
});

test('two people at one task: the second is told so', async () => {
  await open(cases[2]);
  const claim = page.getByRole('button', { name: '领取' });
  await claim.waitFor();
  const colleague = caller(address, token('approver-2'));
  const waiting = await colleague('GET', 'workflow-svc', `/tasks?application_id=${cases[2].applicationId}`);
  await colleague('POST', 'workflow-svc', `/tasks/${waiting.items[0].id}/claim`);
  await claim.click();
  await page.getByRole('alert').getByText('该任务已被他人领取。').waitFor();
  await colleague('POST', 'workflow-svc', `/tasks/${waiting.items[0].id}/notes`, { text: '请看收入证明第二页。', mentions: ['approver'] });
  await page.getByRole('button', { name: /1 条未读通知/ }).click(); // told at once, by the stream
  await page.getByRole('dialog', { name: '通知' }).getByText('approver-2 在备注中提到了您').waitFor();
  await clean();
  await page.getByRole('dialog', { name: '通知' }).getByRole('link', { name: '打开' }).click();
  await page.getByText('请看收入证明第二页。').waitFor();
});

test('a sign-in that ends costs nothing that was typed; a busy service is asked again; a slow one shows that it is', async () => {
  const note = page.getByLabel('写备注'), spoilt = (route) => route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer an.old.token' } });
  await note.fill('已电话核实单位与收入。');
  await seat.context.clearCookies();
  await page.route('**/auth/token', (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }), { times: 1 }); // the day is over
  await page.route('**/v1/tasks/*/notes', spoilt, { times: 1 });
  await page.getByRole('button', { name: '保存备注' }).click();
  const dialog = page.getByRole('dialog', { name: '登录已过期' });
  await dialog.waitFor();
  const [issuer] = await Promise.all([seat.context.waitForEvent('page'), dialog.getByRole('button', { name: '重新登录' }).click()]);
  await issuer.locator('button[value="approver"]').click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await note.inputValue(), '已电话核实单位与收入。');
  await page.getByRole('button', { name: '保存备注' }).click();
  await page.getByRole('listitem').filter({ hasText: '已电话核实单位与收入。' }).waitFor();

  const busy = { status: 429, headers: { 'Retry-After': '2' }, contentType: 'application/problem+json', body: JSON.stringify({ code: 'overloaded', status: 429, detail: 'too many requests' }) };
  await page.route('**/v1/tasks?*status=COMPLETED*', (route) => route.fulfill(busy), { times: 1 });
  await page.getByRole('link', { name: /我的决定/ }).first().click();
  await page.getByRole('alert').getByText('系统繁忙').waitFor();
  await page.getByText(/秒后自动重试/).waitFor();
  await row(cases[0]).waitFor(); // asked again by itself
  await page.route('**/v1/tasks?*', async (route) => (await new Promise((go) => setTimeout(go, 1_500)), route.continue()), { times: 1 });
  await page.goto(`${address}/inbox`);
  await page.getByRole('status', { name: '载入中…' }).waitFor();
  await row(cases[2]).waitFor();
});

test('Ctrl K finds a page by its name and a case by its number', async () => {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('dialog', { name: '搜索' });
  await search.getByRole('combobox').fill(cases[2].applicationNo);
  await search.getByRole('option').filter({ hasText: cases[2].applicationNo }).waitFor();
  await clean();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: cases[2].applicationNo }).waitFor();
});

test('what was decided is listed with what became of it, and the whole history is there', async () => {
  await page.goto(`${address}/decided`);
  await row(cases[0]).getByText('通过', { exact: true }).waitFor();
  await row(cases[1]).getByText('拒绝', { exact: true }).waitFor();
  await row(cases[1]).getByText('已拒绝').waitFor();
  await clean();
  await row(cases[1]).getByText(cases[1].applicationNo).click();
  await page.getByText('核实收入不足以覆盖月供').waitFor();
  await page.getByRole('button', { name: /历史/ }).click();
  await page.getByRole('dialog', { name: '历史' }).getByText('作出决定').first().waitFor();
  await clean();
});

test('the same page is English and dark at a keystroke, and accessible so', async () => {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await page.getByRole('heading', { name: /Recommendation/ }).waitFor();
  await clean();
  await page.getByRole('link', { name: /My inbox/ }).click();
  await page.getByRole('heading', { name: 'My inbox' }).waitFor();
  await clean();
});

test('no page complained', () => assert.deepEqual(seat.problems, []));
