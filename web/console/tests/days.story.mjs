// Bad input and bad days (console.md §5): what a page says when a service is down, when somebody else was faster, when a source
// was silent, when there is far too much or nothing. Faults that a service cannot be made to show are put
// between; everything else is the running system.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, openBrowser, signIn } from './browser.mjs';
import { cut } from './pages.mjs';
import { branchApplication, caller, token } from './seed.mjs';

const address = process.env.ADDRESS ?? 'http://127.0.0.1:18000', simulator = address.replace(/\d+$/, (port) => String(Number(port) + 8));
const NARROW = { width: 320, height: 640 }, WIDE = { width: 1440, height: 900 };
let seat, page, made, caseId;

before(async () => {
  seat = await openBrowser();
  page = seat.page;
  const silent = ({ IDENTITY: who }) => fetch(`${simulator}/admin/people/${who}`, { method: 'PUT', body: JSON.stringify({ statuses: { TAX: 'TIMEOUT', SOCIAL_INSURANCE: 'ERROR' } }) });
  made = await branchApplication(caller(address, token('channel')), page, {}, silent);
  const approver = caller(address, token('approver'));
  for (let found; !caseId; caseId = found.items[0]?.case_id) found = await approver('GET', 'workflow-svc', `/tasks?application_id=${made.applicationId}`);
});
after(async () => {
  await seat.context.close();
  await seat.close();
});

const clean = async () => assert.deepEqual(await accessibility(seat.context, page), []);
const problem = (status, code, more = {}) => ({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code, detail: 'as it was made for the story', correlation_id: 'c0ffee-1', ...more }) });

async function as(user) {
  await seat.context.clearCookies();
  await signIn(page, address, user);
}

/** What a list answers, put in the place of the service's own answer. */
async function answering(pattern, answer, act) {
  await page.route(pattern, (route) => (typeof answer === 'string' ? route.abort(answer) : route.fulfill(answer)));
  await act();
  await page.unroute(pattern);
}

test('a service that is down takes its own part of the page alone, says how to ask about it, and is tried again', async () => {
  await as('approver');
  await answering(/\/v1\/tasks\?/, problem(500, 'internal-error'), async () => {
    await page.goto(`${address}/inbox`);
    const failed = page.getByRole('alert').filter({ hasText: '系统内部错误' });
    await failed.getByText('c0ffee-1').waitFor();
    await page.getByText(/待领取 \d/).first().waitFor(); // the counts are another question, and answered
    await page.getByLabel('时限').waitFor();
    await clean();
  });
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('row').filter({ hasText: made.applicationNo }).waitFor();
  for (const [answer, words] of [[problem(503, 'service-unavailable'), '服务暂时不可用'], ['connectionrefused', '网络不通'], [problem(403, 'permission-missing'), '您的岗位没有这项权限'], [problem(404, 'case-not-found'), '没有找到']])
    await answering(/\/v1\/cases\/[^/]+\/view/, answer, async () => {
      await page.goto(`${address}/cases/${caseId}`);
      await page.getByRole('alert').filter({ hasText: words }).waitFor();
      await page.getByRole('navigation').waitFor();
    });
  await answering(/\/v1\/applications\/[^/]+\/documents$/, problem(500, 'internal-error'), async () => {
    await page.goto(`${address}/cases/${caseId}`);
    await page.getByRole('heading', { name: /系统建议/ }).waitFor();
    await page.getByRole('region', { name: /资料/ }).getByRole('alert').waitFor();
    await clean();
  });
});

test('a source that did not answer says so, and why a person looks', async () => {
  await page.goto(`${address}/cases/${caseId}`);
  const sources = page.getByRole('region', { name: /多源交叉核验/ });
  await sources.getByText(/未取到 · (超时|出错)/).first().waitFor();
  await clean();
});

test('who was slower is told so, and keeps what he typed', async () => {
  await page.getByRole('button', { name: '领取' }).click();
  await page.getByLabel('通过', { exact: true }).check();
  const opinion = page.getByLabel(/审批意见/), typed = '收入按公积金口径核定，金额合适，拟同意。';
  await opinion.fill(typed);
  const send = async () => {
    await page.getByRole('button', { name: '提交决定' }).click();
    await page.getByRole('dialog', { name: '请核对' }).getByRole('button', { name: '确认提交' }).click();
  };
  for (const [answer, words] of [[problem(409, 'task-already-completed'), '该任务已由他人办结'], [problem(412, 'precondition-failed'), '该记录已被他人修改'], [problem(503, 'service-unavailable'), '服务暂时不可用'], ['connectionreset', '网络不通'], [problem(500, 'internal-error'), '系统内部错误']])
    await answering(/\/v1\/tasks\/[^/]+\/completion/, answer, async () => {
      await send();
      await page.getByRole('alert').filter({ hasText: words }).waitFor();
      assert.equal(await opinion.inputValue(), typed);
      assert.equal(await page.getByLabel('通过', { exact: true }).isChecked(), true);
    });
  await clean();
  await page.getByRole('button', { name: '退回待办' }).click();
  await page.getByRole('button', { name: '领取' }).waitFor();
});

test('ten thousand rows are a table like any other; a name without end stays in its cell; nothing is a sentence', async () => {
  const finance = caller(address, token('finance')), [loan] = (await finance('GET', 'postloan-svc', '/loans?limit=1')).items;
  const name = `HT-${'很长的编号'.repeat(60)}`, listed = (items) => ({ status: 200, contentType: 'application/json', body: JSON.stringify({ items, next_cursor: null }) });
  await as('finance');
  const lists = /\/v1\/loans\?/;
  await answering(lists, listed(Array.from({ length: 10_000 }, (_, at) => ({ ...loan, id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`, loan_no: `L${at}` }))), async () => {
    await page.goto(`${address}/loans`);
    await page.locator('tbody tr[data-key]').first().focus();
    assert.equal(await page.locator('tbody tr[data-key]').count(), 10_000);
    await page.keyboard.press('j');
    assert.equal(await page.evaluate(() => document.activeElement.textContent.includes('L1')), true);
    await page.getByRole('row').filter({ hasText: 'L9999' }).scrollIntoViewIfNeeded();
  });
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    await answering(lists, listed([{ ...loan, loan_no: name, contract_no: name, product_code: name }]), async () => {
      await page.goto(`${address}/loans`);
      await page.getByRole('row').filter({ hasText: name.slice(0, 12) }).waitFor();
      assert.ok((await cut(page)) <= 0, 'a long name widens the page');
    });
  }
  await page.setViewportSize(WIDE);
  for (const [path, pattern, words] of [['/loans', lists, '没有借据。'], ['/unapplied', lists, '没有挂账。'], ['/pay-outs', /\/v1\/pay-outs\?/, /没有这类放款/], ['/statements', /\/v1\/bank-statements\?/, /还没有导入过银行文件/]])
    await answering(pattern, listed([]), async () => {
      await page.goto(address + path);
      await page.getByText(words).waitFor();
      await clean();
    });
});

test('a break of settlement is cleared by what was found out and what proves it', async () => {
  const order = 'DFNOBODYSORDER01', open = { order_id: order, kind: 'SETTLED_THERE_ALONE', ours_minor: null, theirs_minor: 12_300, payment_id: null, cleared: null }, day = '2026-06-01';
  let cleared = null, asked;
  const compared = () => ({ settled_on: day, orders: 3, amount_minor: 98_700, compared_at: '2026-06-02T02:00:00Z', breaks: [{ ...open, cleared }] });
  await page.route(/\/v1\/settlement-days\/2026-06-01/, async (route) => {
    if (route.request().method() === 'POST') {
      asked = { body: route.request().postDataJSON(), key: route.request().headers()['idempotency-key'], path: new URL(route.request().url()).pathname };
      cleared = { ...asked.body, cleared_by: 'finance', cleared_at: '2026-06-02T03:00:00Z' };
    }
    await route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify(compared()) });
  });
  await page.goto(`${address}/reconciliation?day=${day}`);
  const row = page.getByRole('row').filter({ hasText: order });
  await row.getByText('长款：渠道有、我方无').waitFor();
  await row.getByRole('button', { name: '核销差异' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('结果').selectOption({ label: '渠道已更正' });
  await dialog.getByLabel(/凭据/).fill('渠道函 2026-06-02-17');
  await dialog.getByLabel(/说明/).fill('渠道次日更正文件。');
  await clean();
  await dialog.getByRole('button', { name: '核销差异' }).click();
  await row.getByText('渠道已更正').waitFor();
  assert.deepEqual(asked.body, { outcome: 'CHANNEL_CORRECTED', reference: '渠道函 2026-06-02-17', note: '渠道次日更正文件。' });
  assert.ok(asked.key && asked.path.endsWith(`/breaks/${order}/clearing`));
  await clean();
});
