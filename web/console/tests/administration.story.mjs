// Administrators: the next version of a product, and somebody's roles, each by two persons.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, openBrowser, signIn } from './browser.mjs';
import { caller, token } from './seed.mjs';

const address = process.env.ADDRESS ?? 'http://127.0.0.1:18000', newcomer = `u-story-${Date.now() % 1_000_000}`;
let seat, page;

before(async () => {
  seat = await openBrowser();
  page = seat.page;
});
after(async () => {
  await seat.context.close();
  await seat.close();
});

const entry = (name) => page.getByRole('navigation').getByRole('link', { name });
const clean = async () => assert.deepEqual(await accessibility(seat.context, page), []);
async function as(user) {
  await seat.context.clearCookies();
  await signIn(page, address, user);
}
async function confirm(name) {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

test('a product manager proposes the next version; another person sees what it changes, and approves it', async () => {
  await as('product');
  await entry(/产品/).click();
  await page.getByRole('row').filter({ hasText: 'SMB-OWNER' }).first().click();
  await page.getByRole('heading', { name: '版本比较' }).waitFor();
  await clean();
  const versions = (await caller(address, token('product'))('GET', 'application-svc', '/products/SMB-OWNER/versions')).items, { length } = versions;
  const grace = String((versions.at(-1).product.grace_days % 30) + 1);
  await page.getByRole('link', { name: '提请新版本' }).click();
  await page.getByText('还没有改动。').waitFor();
  assert.equal(await page.getByRole('button', { name: '提请复核' }).isDisabled(), true);
  const day = `2098-01-${String(length + 1).padStart(2, '0')}`;
  await page.getByLabel('生效日').fill(day);
  await page.getByLabel('宽限期（天）').fill(grace);
  await page.getByRole('row').filter({ hasText: '宽限期（天）' }).getByRole('cell', { name: grace }).waitFor();
  await page.getByLabel('借款用途').fill('{');
  assert.equal(await page.getByLabel('借款用途').getAttribute('aria-invalid'), 'true');
  await page.reload();
  await page.getByLabel('生效日').fill(day);
  await page.getByLabel('宽限期（天）').fill(grace);
  await clean();
  await confirm('提请复核');
  const waiting = page.getByRole('row').filter({ hasText: 'SMB-OWNER' }).filter({ hasText: '待复核' }).first();
  await waiting.waitFor();
  await as('product-2');
  await entry(/产品/).click();
  await waiting.click();
  await page.getByRole('row').filter({ hasText: '宽限期（天）' }).waitFor();
  await clean();
  await confirm('复核通过');
  await page.getByText('已通过').waitFor();
  await page.getByRole('link', { name: 'SMB-OWNER' }).click();
  await page.getByRole('row').filter({ hasText: day }).first().waitFor();
});

test('a system administrator proposes roles, a security administrator approves; they count at once, and end a session', async () => {
  await as('system-admin');
  await entry(/用户与角色/).click();
  await page.getByRole('row').filter({ hasText: 'security-admin' }).first().waitFor();
  await clean();
  const propose = async (roles) => {
    for (const role of roles) await page.getByRole('dialog').getByLabel(role, { exact: true }).check();
    await page.getByRole('dialog').getByLabel('理由（人事令等）').fill('人事令 2026-118');
  };
  await page.getByRole('button', { name: '新增人员' }).click();
  await page.getByLabel('工号', { exact: true }).fill(newcomer);
  await propose(['客户经理', '审批主管']);
  await clean();
  await page.getByRole('dialog').getByRole('button', { name: '新增人员' }).click();
  await page.getByText(/roles-held-apart/).waitFor();
  await page.getByRole('dialog').getByLabel('客户经理', { exact: true }).uncheck();
  await page.getByRole('dialog').getByRole('button', { name: '新增人员' }).click();
  const change = page.getByRole('row').filter({ hasText: newcomer });
  await change.getByText('待复核').waitFor();
  await as('security-admin');
  await entry(/用户与角色/).click();
  await change.first().getByRole('button', { name: '复核通过' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '复核通过' }).click();
  await change.first().getByText('已生效').waitFor();
  await clean();

  const his = token(newcomer), ask = caller(address, his);
  await ask('GET', 'workflow-svc', '/tasks/counts');
  await as('system-admin');
  await entry(/用户与角色/).click();
  await page.getByRole('table', { name: '在岗人员' }).getByRole('row').filter({ hasText: newcomer }).getByRole('button', { name: '变更角色' }).click();
  await page.getByRole('dialog').getByLabel('审批主管', { exact: true }).uncheck();
  await propose([]);
  await page.getByRole('dialog').getByRole('button', { name: '变更角色' }).click();
  await change.filter({ hasText: '待复核' }).waitFor();
  await as('security-admin');
  await entry(/用户与角色/).click();
  await change.filter({ hasText: '待复核' }).getByRole('button', { name: '复核通过' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '复核通过' }).click();
  for (let tries = 0; ; tries += 1) {
    const refused = await ask('GET', 'workflow-svc', '/tasks/counts').then(() => null, (error) => String(error));
    if (refused) {
      assert.match(refused, /401/);
      break;
    }
    assert.ok(tries < 60, 'his token still holds');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assert.throws(() => token(newcomer));
});

test('no page complained', () => assert.deepEqual(seat.problems, []));
