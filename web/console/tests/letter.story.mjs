// A message that could not be handled: its replay is tried dry, then done; its discard needs a second person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, openBrowser, signIn } from './browser.mjs';

const address = process.env.ADDRESS ?? 'http://127.0.0.1:18000';
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

test('a letter’s replay is tried dry, then done; another person confirms that the next is discarded', async () => {
  await signIn(page, address, 'operations');
  await entry(/死信/).click();
  await page.getByLabel('服务').selectOption('application-svc');
  const letter = page.getByRole('row').filter({ hasText: 'decision.made' }).first();
  await letter.getByRole('button', { name: '重放' }).click();
  const dialog = page.getByRole('dialog', { name: '重放' }), dry = dialog.getByRole('region', { name: '试运行' });
  await dry.getByText('仍会失败').waitFor();
  await dry.getByText('message-invalid').waitFor();
  await clean();
  const tried = await letter.getByRole('cell').nth(3).textContent();
  await dialog.getByRole('button', { name: '重放' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction((attempts) => [...document.querySelectorAll('tbody tr')].some((row) => row.textContent.includes('decision.made') && Number(row.cells[3].textContent) > Number(attempts)), tried);
  await letter.getByRole('button', { name: '申请丢弃' }).click();
  await page.getByRole('dialog').getByLabel(/说明/).fill('演练时发出的残缺消息。');
  await page.getByRole('dialog').getByRole('button', { name: '申请丢弃' }).click();
  await letter.getByText('待确认丢弃').waitFor();
  await letter.getByRole('button', { name: '确认丢弃' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认丢弃' }).click();
  await page.getByRole('alert').getByText(/另一人|不能复核/).waitFor(); // not who has proposed it
  await page.keyboard.press('Escape');
  await clean();
});
