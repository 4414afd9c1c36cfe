// A customer manager's telephone: the day, a visit without a line, and what of it has arrived once the line is back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, signIn } from './browser.mjs';
import { caller, customer, paper, token } from './seed.mjs';
import { address, button, look, telephone } from './telephone.mjs';

const NOTE = '经营正常，在岗十二人，设备运转。', BUDGET = 100 * 1024;
let phone, page, call, visit;

before(async () => {
  call = caller(address, token('manager'));
  const who = await customer(call);
  visit = await call('POST', 'application-svc', '/visits', { customer_id: who.id, purpose: 'SITE_CHECK', planned_at: new Date().toISOString(), place: '示例路 1 号 2 楼' });
  phone = await telephone('m.html', '信流 · 外勤');
  page = phone.page;
  await phone.context.grantPermissions(['geolocation'], { origin: address });
  await phone.context.setGeolocation({ latitude: 31.2304, longitude: 121.4737, accuracy: 12 });
});
after(() => phone.close());

const mine = () => call('GET', 'application-svc', `/visits?customer_id=${visit.customer_id}`).then(({ items }) => items[0]);
const stroke = async () => {
  const sheet = page.getByRole('img', { name: '签名框' });
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  await page.mouse.move(box.x + 40, box.y + 90);
  await page.mouse.down();
  for (const [x, y] of [[90, 40], [140, 120], [200, 60]]) await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
  await page.mouse.up();
};

test('he signs in, and sees whom he is to see today', async () => {
  assert.ok(phone.bytes() < BUDGET, `${phone.bytes()} bytes`);
  await look(phone, 'm-door');
  await button(page, '登录').click();
  await page.locator('button[value="manager"]').click();
  await page.getByRole('heading', { name: '今天' }).waitFor();
  await page.getByRole('link', { name: /示例路 1 号/ }).first().waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await look(phone, 'm-day', true);
});

test('without a line he checks in, photographs, writes and has it signed; a reload loses nothing', async () => {
  await page.locator(`a[href="#/visits/${visit.id}"]`).click();
  await phone.context.setOffline(true);
  await page.getByText('网络已断开').waitFor();
  await button(page, '打卡定位').click();
  await page.getByText('定位精度 12 米').waitFor();
  const shot = { name: 'shot.jpg', mimeType: 'image/jpeg', buffer: await paper(page, '海川物流', ['门头']) };
  await page.getByLabel('拍照').setInputFiles(shot);
  await page.getByRole('img', { name: /现场照片 1/ }).waitFor();
  await page.getByLabel('访谈记录').fill(NOTE);
  assert.equal(await button(page, '提交').isDisabled(), true);
  await page.getByRole('radio', { name: '见到客户' }).check();
  await stroke();
  await page.getByText(/已签/).waitFor();
  await page.getByText(/已保存/).waitFor();
  await look(phone, 'm-visit', true);
  const lying = await page.evaluate(async () => {
    const opened = await new Promise((resolve) => Object.assign(indexedDB.open('xinliu-field'), { onsuccess: (event) => resolve(event.target.result) }));
    const all = await new Promise((resolve) => Object.assign(opened.transaction('kept').objectStore('kept').getAll(), { onsuccess: (event) => resolve(event.target.result) }));
    opened.close();
    return all.map((each) => (each.sealed ? new TextDecoder('utf-8').decode(each.sealed) : '')).join('');
  });
  assert.ok(lying.length > 1000 && !lying.includes(NOTE.slice(0, 4)) && !lying.includes('示例路'), 'sealed');
  await page.reload();
  await page.getByRole('radio', { name: '见到客户' }).waitFor();
  assert.equal(await page.getByLabel('访谈记录').inputValue(), NOTE);
  await page.getByRole('img', { name: /现场照片 1/ }).waitFor();
});

test('what he hands in waits, and is there once when the line is back', async () => {
  await button(page, '提交').click();
  await page.getByText(/3 条待发送/).waitFor();
  await look(phone, 'm-outbox', true);
  assert.equal((await mine()).status, 'PLANNED');
  await phone.context.setOffline(false);
  await button(page, '登录并发送').click();
  await page.getByText('✓ 已发送').first().waitFor();
  await page.getByText(/条待发送/).waitFor({ state: 'detached' });
  assert.equal((await mine()).status, 'REPORTED');
  const { record, papers } = await call('GET', 'application-svc', `/visits/${visit.id}/record`);
  assert.deepEqual(papers.map((each) => each.kind).sort(), ['PHOTOGRAPH', 'SIGNATURE']);
  const { report } = JSON.parse(record);
  assert.deepEqual([report.note, report.position.latitude_e6, report.papers.length], [NOTE, 31_230_400, 2]);
});

test('what the service refuses becomes a question', async () => {
  const second = await call('POST', 'application-svc', '/visits', { customer_id: visit.customer_id, purpose: 'PAPERS', planned_at: new Date().toISOString(), place: '示例路 3 号' });
  await page.reload();
  await page.locator(`a[href="#/visits/${second.id}"]`).click();
  await button(page, '打卡定位').click();
  await page.getByRole('radio', { name: '客户不在' }).check();
  await page.getByLabel('访谈记录').fill('门锁着，邻居说外出。');
  await call('POST', 'application-svc', `/visits/${second.id}/cancellation`, {});
  await button(page, '提交').click();
  await page.getByText('需要您确认').waitFor();
  await look(phone, 'm-refused');
  await button(page, '放弃本机这份').click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

test('at the desk the customer’s page shows the visit, its record and its pictures', async () => {
  const desk = await openBrowser();
  await signIn(desk.page, address, 'manager');
  await desk.page.goto(`${address}/customers/${visit.customer_id}`);
  await desk.page.getByRole('row').filter({ hasText: '见到客户' }).getByRole('button', { name: '查看记录' }).click();
  await desk.page.getByText(NOTE).waitFor();
  await desk.page.getByRole('dialog').getByRole('img').nth(1).waitFor();
  await desk.context.close();
  await desk.close();
  assert.deepEqual(desk.problems, []);
});
