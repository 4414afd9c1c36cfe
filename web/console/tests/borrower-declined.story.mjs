// Who is declined is told why in words, and asks for a person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { apply, button, handIn, invented, look, signIn, simulator, telephone } from './telephone.mjs';

let phone;
before(async () => {
  phone = await telephone();
});
after(() => phone.close());

test('who is declined is told why, and asks for a human review', async () => {
  const who = invented(), { page } = phone;
  const debts = JSON.stringify({ credit_bureau: { current_overdue_minor: 500_000 } });
  assert.equal((await fetch(`${simulator}/admin/people/${who.identity}`, { method: 'PUT', body: debts })).status, 204);
  await signIn(page, who);
  await apply(page, who);
  await handIn(page);
  await page.getByRole('heading', { name: '很抱歉，本次申请未通过' }).waitFor({ timeout: 30_000 });
  await page.getByText('存在逾期记录').waitFor();
  await look(phone, 'declined', true);
  await button(page, '申请人工复核').click();
  await page.getByLabel(/您的说明/).fill('逾期记录已于去年更正');
  await look(phone, 'review-asking');
  await button(page, '提交').click();
  await page.getByText('处理中').waitFor();
  await page.getByText(/最迟 .* 前答复/).waitFor({ timeout: 20_000 });
  await look(phone, 'review-asked');
  assert.equal(await button(page, '申请人工复核').count(), 0);
  assert.equal(await button(page, '请求说明原因').count(), 1);
});
