// A line that is lost, a reload, and a sign-in that ends cost nothing that was typed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agreeToAll, button, codeOf, fillAbout, fillPerson, fillWish, invented, look, signIn, telephone } from './telephone.mjs';

let phone;
before(async () => {
  phone = await telephone();
});
after(() => phone.close());

test('a line that is lost, a reload and a sign-in that ends cost nothing that was typed', async () => {
  const who = invented(), { page, context } = phone;
  await signIn(page, who);
  await fillWish(page, '8000');
  await button(page, '下一步').click();
  await fillAbout(page);
  await button(page, '下一步').click();
  await fillPerson(page, who);
  await button(page, '下一步').click();
  await agreeToAll(page);
  await context.setOffline(true);
  await page.getByText(/网络已断开/).waitFor();
  await button(page, '下一步').click();
  await page.getByRole('alert').getByText(/网络不通/).waitFor();
  await look(phone, 'offline');
  await context.setOffline(false);
  await page.waitForTimeout(600); // the draft is kept 0.4 s after the last key
  await page.reload();
  await page.getByRole('heading', { name: /授权/ }).waitFor();
  for (const box of await page.getByRole('checkbox').all()) assert.equal(await box.isChecked(), true);
  const kept = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.open('xinliu-borrower');
        asked.addEventListener('success', () => {
          const all = asked.result.transaction('kept').objectStore('kept').getAll();
          all.addEventListener('success', () => resolve(all.result.map((each) => (each.sealed ? new TextDecoder('latin1').decode(each.sealed) : String(each))).join()));
        });
      }),
  );
  assert.ok(!kept.includes(who.identity) && !kept.includes(who.card), 'the draft lies in clear');
  await button(page, '返回').click();
  assert.equal(await page.getByLabel('身份证号').inputValue(), who.identity);
  await button(page, '下一步').click();

  await context.clearCookies();
  const spoilt = (route) => route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer an.old.token' } });
  await page.route('**/v1/my/person', spoilt, { times: 1 });
  await button(page, '下一步').click();
  const dialog = page.getByRole('dialog', { name: '登录已过期' });
  await dialog.waitFor();
  await look(phone, 'expired');
  await dialog.getByLabel('手机号').fill(who.mobile);
  const send = dialog.getByRole('button', { name: '获取验证码' });
  await send.click();
  await send.or(dialog.getByLabel('短信验证码')).waitFor({ timeout: 70_000 }); // one code a minute
  if (await send.isVisible()) await send.click({ timeout: 70_000 });
  await dialog.getByLabel('短信验证码').fill(await codeOf(who.mobile, 1));
  await dialog.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: /核对并提交/ }).waitFor(); // the same request went through
  await page.getByText('¥8,000.00').waitFor();
});
