// The desk around a decision: a customer manager takes an application in; finance and operations see what became of others.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibility, openBrowser, signIn } from './browser.mjs';
import { branchApplication, caller, paper, person, token } from './seed.mjs';

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
const photo = async (title) => ({ name: `${title}.jpg`, mimeType: 'image/jpeg', buffer: await paper(page, title, ['示例']) });

async function as(user) {
  await seat.context.clearCookies();
  await signIn(page, address, user);
}

test('a customer manager takes an application in: customer, consents, wish, papers', async () => {
  const who = person();
  await as('manager');
  await entry(/新建进件/).first().click();
  await clean();
  await page.getByLabel('姓名 *').fill(who.NAME);
  await page.getByLabel('身份证号 *').fill('12');
  await page.getByLabel('手机号 *').fill(who.MOBILE);
  await page.getByLabel('收款银行卡号').fill(who.CARD);
  await page.getByRole('button', { name: '建档或查找' }).click();
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByLabel('身份证号 *').getAttribute('aria-invalid'), 'true');
  await page.getByLabel('身份证号 *').fill(who.IDENTITY);
  await page.getByRole('button', { name: '建档或查找' }).click();
  await page.getByText('客户已建档').waitFor();

  await page.getByText('人行征信').first().click();
  await page.getByLabel(/签字页扫描件/).setInputFiles(await photo('授权书'));
  await page.getByRole('button', { name: '登记授权' }).click();
  await page.getByText('客户的授权均在有效期内。').waitFor();

  await page.getByLabel('产品 *').selectOption({ label: '个人信用贷（网点）' });
  await page.getByLabel('借款金额（元） *').fill('60000');
  await page.getByText('陆万元整').waitFor();
  await page.getByLabel('期数（月） *').fill('12');
  await page.getByLabel('还款方式 *').selectOption({ label: '等额本息' });
  await page.getByLabel('借款用途 *').selectOption({ label: '装修' });
  await page.getByLabel('就业状况 *').selectOption({ label: '受雇' });
  await page.getByLabel('月收入（元） *').fill('15000');
  await clean();
  await page.getByRole('button', { name: '保存草稿，上传资料' }).click();
  await page.getByText('草稿').first().waitFor();

  assert.equal(await page.getByRole('button', { name: '提交申请' }).isDisabled(), true);
  for (const kind of ['身份证人像面', '身份证国徽面', '收入证明']) {
    await page.getByLabel(`上传 ${kind}`).setInputFiles(await photo(kind));
    await page.getByRole('button', { name: `再传一份：${kind}` }).waitFor();
  }
  await clean();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click();
  await page.getByText('人工审查').first().waitFor();
  await entry(/我的申请/).click();
  await page.getByRole('row').filter({ hasText: '人工审查' }).first().waitFor();
  await clean();
  await page.getByRole('row').filter({ hasText: '人工审查' }).first().getByRole('link').click();
  await page.getByRole('heading', { name: '授权' }).waitFor();
  await page.getByRole('button', { name: '记一次沟通' }).click();
  await page.getByRole('dialog').getByLabel('内容').fill('客户确认本周补交银行流水。');
  await page.getByRole('dialog').getByRole('button', { name: '记一次沟通' }).click();
  await page.getByRole('row').filter({ hasText: '客户确认本周补交银行流水。' }).waitFor();
  await clean();
});

test('finance sees a loan with its schedule, repayments and ledger, and what waits to be paid out', async () => {
  await as('finance');
  await entry(/待放款/).click();
  await page.getByRole('heading', { name: '待放款' }).waitFor();
  await clean();
  await entry(/借据/).click();
  await page.getByLabel('状态').selectOption({ label: '正常' });
  await page.getByRole('row').filter({ hasText: '正常' }).first().click();
  await page.getByRole('columnheader', { name: '应还日' }).waitFor();
  await clean();
  await page.getByRole('button', { name: '分户账' }).click();
  await page.getByRole('columnheader', { name: '分录号' }).waitFor();
  await page.getByRole('button', { name: '还款与冲账顺序' }).click();
  await page.getByRole('button', { name: '登记还款' }).click();
  await page.getByLabel('流水号').waitFor();
  await clean();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '对账单与证明' }).click();
  await page.getByRole('button', { name: '出具对账单' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '出具对账单' }).click();
  await page.getByRole('button', { name: '下载 PDF' }).waitFor();
  await clean();
  await entry(/日终/).click();
  await page.getByRole('button', { name: '发起日终' }).waitFor();
  await clean();
  await entry(/总账试算/).click();
  await page.getByRole('heading', { name: '总账试算' }).waitFor();
  await clean();
});

test('finance takes a bank’s file in, works its break off, and finds the money that waits', async () => {
  const call = caller(address, token('finance')), reference = `STORY-${Date.now()}`;
  const { business_date: day } = await call('GET', 'postloan-svc', '/business-day');
  const active = (await call('GET', 'postloan-svc', '/loans?status=ACTIVE&limit=100')).items;
  const loan = active.find((each) => each.repayment_method !== 'REVOLVING');
  const yuan = (minor) => (minor / 100).toFixed(2), more = loan.due_minor + 100_00; // beyond what is due: it waits
  const rows = ['record,reference,received_on,amount,currency,loan_no', `D,${reference}-1,${day},12.00,CNY,${loan.loan_no}`, `D,${reference}-2,${day},${yuan(more)},CNY,HT-TYPO-01`, `T,2,,${yuan(12_00 + more)},,`, ''];
  await entry(/还款入账/).click();
  await page.getByLabel('选择银行文件（CSV）').setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByText('笔数与金额一致').waitFor();
  await page.getByRole('button', { name: '导入入账' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '导入入账' }).click();
  const broken = page.getByRole('row').filter({ hasText: `${reference}-2` });
  await broken.getByText('借据编号不存在').waitFor();
  await clean();
  await broken.getByRole('button', { name: '手工入账' }).click();
  await page.getByRole('dialog').getByLabel('借据编号').fill(loan.loan_no);
  await page.getByRole('dialog').getByRole('button', { name: '手工入账' }).click();
  await broken.getByText('已手工入账').waitFor();
  await entry(/挂账/).click();
  await page.getByRole('row').filter({ hasText: loan.loan_no }).waitFor();
  await clean();
  await entry(/对账/).click();
  await page.getByRole('heading', { name: '渠道清算' }).waitFor();
  await clean();
});

test('operations looks at dead letters, providers and one application’s way', async () => {
  await as('operations');
  await entry(/总览/).click();
  for (const service of ['reporting-svc', 'integration-gateway']) await page.getByRole('row').filter({ hasText: service }).filter({ hasText: '运行中' }).first().waitFor();
  await clean();
  await entry(/事件流/).click();
  await page.getByLabel('类型').selectOption('application.submitted');
  await page.getByRole('row').filter({ hasText: '申请提交' }).first().getByRole('link').click();
  await page.getByRole('heading', { name: /消息/ }).waitFor();
  await clean();
  await entry(/故障开关/).click();
  await page.getByLabel('供应方').selectOption('TAX');
  await page.getByRole('button', { name: '打开故障' }).click();
  await page.getByRole('row').filter({ hasText: '税务' }).waitFor();
  await clean();
  await page.getByRole('button', { name: '全部关闭' }).click();
  await page.getByText('没有打开的故障').waitFor();
  await entry(/死信/).click();
  await page.getByLabel('服务').selectOption('risk-svc');
  await page.getByText('这个服务没有死信。').waitFor();
  await clean();
  await entry(/供应方健康/).click();
  await page.getByRole('cell', { name: 'unionpay/orders' }).waitFor();
  await clean();
  await entry(/链路/).click();
  await page.getByLabel(/申请标识/).fill('00000000-0000-7000-8000-000000000000');
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByRole('alert').waitFor();
  await clean();
});

test('a second person finds what waits for him: watch list by two, policies, products, parameters', async () => {
  const { applicationId } = await branchApplication(caller(address, token('channel')), page);
  await as('risk');
  await entry(/反欺诈告警/).click();
  await page.getByRole('heading', { name: '反欺诈告警' }).waitFor();
  await clean();
  await entry(/^名单/).click();
  await page.getByRole('button', { name: '提请列入名单' }).click();
  await page.getByLabel('类型').selectOption({ label: '手机号' });
  await page.getByLabel(/申请标识/).fill(applicationId);
  await page.getByLabel('理由').fill('同一手机号多次冒用他人身份');
  await clean();
  await page.getByRole('dialog').getByRole('button', { name: '提请列入名单' }).click();
  const listed = page.getByRole('row').filter({ hasText: '同一手机号多次冒用他人身份' }).filter({ hasText: '待确认' }).first();
  await listed.getByRole('button', { name: '撤回' }).waitFor();
  await clean();
  for (const [link, heading] of [[/策略与模型/, '策略与模型'], [/产品/, '产品'], [/参数/, '参数']]) {
    await entry(link).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.getByRole('table').first().waitFor();
    await clean();
  }
  await entry(/策略与模型/).click();
  await page.getByRole('link', { name: /pcl-trees/ }).click();
  await page.getByRole('img', { name: /校准/ }).locator('svg').waitFor();
  await clean();
  await page.goBack();
  await page.getByRole('link', { name: /personal-credit/ }).first().click();
  await page.getByRole('row').filter({ hasText: 'COURT_DISHONEST' }).waitFor();
  await clean();
  await entry(/参数/).click();
  await page.getByLabel('服务').selectOption('risk-svc');
  await page.getByRole('button', { name: '提请变更' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('代码').selectOption('price.margin');
  await dialog.getByLabel(/取值/).fill('0.4');
  await dialog.getByLabel('生效日').fill('2099-01-01');
  await dialog.getByLabel('依据', { exact: true }).fill('定价委员会纪要');
  await dialog.getByLabel('理由').fill('资金成本下降');
  await clean();
  await dialog.getByRole('button', { name: '提请变更' }).click();
  await page.getByRole('row').filter({ hasText: '资金成本下降' }).waitFor();
  await as('risk-2');
  await entry(/^名单/).click();
  await listed.getByRole('button', { name: '确认列入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认列入' }).click();
  await page.getByRole('row').filter({ hasText: '同一手机号多次冒用他人身份' }).filter({ hasText: '生效' }).first().waitFor();
});

test('finance closes a day, step by step, and the next one is open', async () => {
  await as('finance');
  await entry(/日终/).click();
  const open = page.locator('.head b'), day = await open.textContent();
  await page.getByRole('button', { name: '发起日终' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发起日终' }).click();
  await page.waitForFunction((closed) => document.querySelector('.head b')?.textContent > closed, day, { timeout: 60_000 });
  await page.getByRole('heading', { name: new RegExp(day) }).waitFor();
  await page.getByText('已完成').waitFor();
  await clean();
  await entry(/总账试算/).click();
  await page.getByRole('heading', { name: '总账试算' }).waitFor();
  await page.getByText('借贷平衡').first().waitFor();
  await clean();
  await page.goto(`${address}/reconciliation?day=${day}`);
  await page.getByRole('region', { name: '分户账与总账' }).getByRole('columnheader', { name: '总账' }).waitFor();
  await clean();
});

test('no page complained', () => assert.deepEqual(seat.problems.filter((each) => !/\/(end-of-day|trial-balance|reconciliation|ops\/traces).*404/.test(each)), []));
