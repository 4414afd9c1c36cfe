// A process designer draws a step by keyboard and panel, has it checked, plays it, proposes it; a second person publishes it; the
// next application takes the new path.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import { accessibility, openBrowser, signIn } from './browser.mjs';
import { branchApplication, caller, token } from './seed.mjs';

const address = process.env.ADDRESS ?? 'http://127.0.0.1:18000', CODE = 'personal-credit', TABLE = `story-${Date.now().toString(36)}`;
const camunda = JSON.parse(readFileSync(new URL('../node_modules/camunda-bpmn-moddle/resources/camunda.json', import.meta.url), 'utf8'));
let seat, page, first;

before(async () => {
  seat = await openBrowser();
  page = seat.page;
  const versions = (await caller(address, token('designer'))('GET', 'workflow-svc', '/processes')).items.filter((it) => it.code === CODE);
  first = Math.max(...versions.map((it) => it.version));
});
after(async () => {
  await seat.context.close();
  await seat.close();
});

const clean = async () => assert.deepEqual(await accessibility(seat.context, page), []);
const panel = () => page.getByRole('complementary', { name: '图旁的面板' });
const tab = (name) => panel().getByRole('button', { name, exact: false }).first();
const marks = (look) => page.getByRole('region', { name: '流程图' }).locator(`.mark.${look}`);

/** The file that was in force before. */
async function published() {
  const answer = await fetch(`${address}/api/workflow-svc/v1/processes/${CODE}/versions/${first}/bpmn`, { headers: { Authorization: `Bearer ${token('designer')}` } });
  return answer.text();
}

async function as(user, entry) {
  await seat.context.clearCookies();
  await signIn(page, address, user);
  await page.getByRole('navigation').getByRole('link', { name: entry }).click();
}

test('a version is opened, and its steps are a list that the keyboard reaches', async () => {
  await as('designer', /流程/);
  await page.getByRole('heading', { level: 1, name: '流程' }).waitFor();
  await page.getByRole('row').filter({ hasText: 'restructure-and-waiver' }).waitFor();
  await clean();
  await page.getByRole('row').filter({ has: page.getByRole('cell', { name: CODE, exact: true }) }).getByRole('button', { name: '起草新版本' }).click();
  await page.getByRole('region', { name: '流程图' }).locator('[data-element-id="manual_review"]').first().waitFor();
  assert.equal(await page.locator('.djs-palette [data-action^="create.data"], .djs-palette [data-action="create.task"]').count(), 0);
  await panel().getByLabel('流程代码').waitFor();
  await clean();
  await tab('节点').click();
  await panel().getByRole('button', { name: '人工复核', exact: true }).focus();
  await page.keyboard.press('Enter');
  await panel().getByLabel('办理角色').waitFor();
  assert.equal(await panel().getByLabel('时限（工作小时）').inputValue(), '4');
  await clean();
});

test('a step is drawn into a flow; what is missing is marked on the diagram and listed', async () => {
  await tab('节点').click();
  await panel().getByRole('button', { name: /^系统决策 至 人工复核/ }).click();
  await panel().getByRole('button', { name: '在此插入 人工任务' }).click();
  await panel().getByLabel('名称', { exact: true }).fill('电话核实');
  await panel().getByLabel('标识').fill('phone_check');
  await page.keyboard.press('Enter');
  await panel().locator('code', { hasText: 'phone_check' }).waitFor();
  await page.getByText(/草稿，基于 v/).waitFor();
  await page.getByRole('status').getByText(/^已保存/).waitFor(); // with the service
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await panel().getByText('outcomes-missing').waitFor();
  await marks('wrong').first().waitFor();
  await clean();
  await panel().getByRole('button', { name: '电话核实' }).first().click();
  await panel().getByLabel('办理角色').selectOption({ label: '风控专员' });
  await panel().getByLabel('时限（工作时间）').fill('PT2H');
  await page.keyboard.press('Enter');
  await panel().getByLabel('办毕（不作决定）').check();
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await panel().getByText(/检查通过/).waitFor();
  assert.equal(await marks('wrong').count(), 0);
});

test('a draft is found from another browser, and who saves there is not overwritten here', async () => {
  const other = await openBrowser();
  await signIn(other.page, address, 'designer');
  await other.page.goto(`${address}/processes`);
  const mine = other.page.getByRole('table', { name: '我的草稿' }).getByRole('row').filter({ hasText: CODE });
  await mine.getByText('在其他浏览器起草').waitFor();
  await mine.getByRole('button', { name: '继续起草' }).click();
  await other.page.locator('[data-element-id="phone_check"]').first().waitFor();
  const beside = other.page.getByRole('complementary', { name: '图旁的面板' });
  await beside.getByRole('button', { name: '节点' }).click();
  await beside.getByRole('button', { name: '电话核实', exact: true }).click();
  await beside.getByLabel('时限（工作时间）').fill('PT3H');
  await other.page.keyboard.press('Enter');
  await other.page.getByRole('status').getByText(/^已保存/).waitFor();
  await other.context.close();
  await other.close();
  await tab('节点').click();
  await panel().getByRole('button', { name: '电话核实', exact: true }).click();
  await panel().getByLabel('时限（工作时间）').fill('PT1H');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText(/另有修改/).waitFor();
  await clean();
  await page.getByRole('button', { name: '保留这里的' }).click();
  await page.getByRole('status').getByText(/^已保存/).waitFor();
});

test('it is played over given facts, and what it changes is told', async () => {
  await tab('模拟').click();
  await panel().getByLabel('用于模拟的案件').selectOption({ label: '自设条件' });
  await panel().getByLabel('申请金额（元）').fill('150000');
  await panel().getByRole('button', { name: '开始模拟' }).click();
  await panel().getByText(/电话核实 → 人工复核/).first().waitFor();
  await marks('path').first().waitFor();
  await clean();
  await tab('与原版差异').click();
  await panel().getByRole('row').filter({ hasText: '新增' }).filter({ hasText: '电话核实' }).first().waitFor();
  await clean();
});

test('it is proposed, and not by its proposer published', async () => {
  await page.getByRole('button', { name: '提请发布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提请发布' }).click();
  await page.getByText('您的申请须由另一人复核。').waitFor();
  await page.getByRole('row').filter({ hasText: '电话核实' }).first().waitFor();
  assert.equal(await page.getByRole('button', { name: '复核发布' }).count(), 0);
  await clean();
});

test('a second person looks at every difference and publishes it', async () => {
  await as('management', /流程/);
  await page.getByRole('row').filter({ hasText: '待复核' }).filter({ hasText: CODE }).first().getByRole('link').click();
  await page.getByRole('region', { name: '提请的版本' }).locator('.mark.added').first().waitFor();
  await page.getByRole('button', { name: '复核发布' }).click();
  await page.getByLabel('我已逐项核对上面的差异。').check();
  await page.getByRole('dialog').getByRole('button', { name: '复核发布' }).click();
  await page.getByText(`已发布为 v${first + 1}`).waitFor();
  await clean();
});

test('the next application takes the new path', async () => {
  const made = await branchApplication(caller(address, token('channel')), page), risk = caller(address, token('risk'));
  for (let found = false; !found; ) found = (await risk('GET', 'workflow-svc', `/tasks?application_id=${made.applicationId}`)).items.length > 0; // lists do not move by themselves
  await as('risk', /我的待办/);
  await page.getByRole('row').filter({ hasText: made.applicationNo }).filter({ hasText: '电话核实' }).waitFor();
});

test('where the cases stand is on the diagram, and as a list', async () => {
  await as('management', /流程/);
  await page.getByRole('row').filter({ has: page.getByRole('cell', { name: CODE, exact: true }) }).first().getByRole('link', { name: '运行热力' }).click();
  await page.getByRole('row').filter({ hasText: '电话核实' }).waitFor();
  await page.getByRole('region', { name: '流程图' }).locator('.mark').first().waitFor();
  await clean();
});

test('a decision table is written, its examples run, and a second person puts it in force', async () => {
  await as('designer', /决策表/);
  await page.getByRole('button', { name: '新建决策' }).click();
  await page.getByLabel(/^代码/).fill(TABLE);
  await page.getByLabel('名称').fill('核实岗位');
  await page.getByRole('dialog').getByRole('button', { name: '开始' }).click();
  await page.getByLabel('amount_minor，规则 rule-1').fill('<= 50000000');
  await page.getByLabel('outcome，规则 rule-1').fill('"DIRECT"');
  await page.getByRole('button', { name: '检查并运行用例' }).click();
  await page.getByText('rule-without-example').waitFor();
  await clean();
  await page.getByRole('button', { name: '测试用例' }).click();
  await page.getByRole('button', { name: '加一个用例' }).click();
  await page.getByLabel('amount_minor，用例 2').fill('100');
  await page.getByRole('button', { name: '检查并运行用例' }).click();
  await page.getByRole('row').filter({ hasText: '不符' }).waitFor();
  await page.getByLabel('应得 outcome，用例 2').fill('DIRECT');
  await page.getByRole('button', { name: '检查并运行用例' }).click();
  await page.getByText(/2 个用例全部符合/).waitFor();
  await clean();
  await page.getByRole('button', { name: '回测', exact: true }).click();
  await page.getByLabel('用哪些案件').selectOption({ label: '流程“个人信用贷款审批”近期办结的案件' });
  await page.getByRole('button', { name: '运行回测' }).click();
  await page.getByText(/件案件：\d+ 件结果与现行版本不同/).waitFor();
  await clean();
  await page.getByRole('button', { name: '提请发布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提请发布' }).click();
  await page.getByText('您的申请须由另一人复核。').waitFor();
  await clean();
  await as('management', /决策表/);
  await page.getByRole('row').filter({ hasText: '待复核' }).filter({ hasText: '核实岗位' }).first().getByRole('link').click();
  await page.getByRole('button', { name: '复核通过' }).click();
  await page.getByLabel('我已逐项核对上面的差异。').check();
  await page.getByRole('dialog').getByRole('button', { name: '复核通过' }).click();
  await page.getByText('已发布').waitFor();
  await as('designer', /决策表/);
  await page.goto(`${address}/decisions/${TABLE}`);
  await page.getByRole('button', { name: '试算现行版本' }).click();
  await page.getByLabel('amount_minor', { exact: true }).fill('100');
  await page.getByRole('button', { name: '试算', exact: true }).click();
  await page.getByRole('status').getByText('DIRECT').waitFor();
  await clean();
});

test('a file goes out of the modeler as it came in', async () => {
  const moddle = new BpmnModdle({ camunda }), plain = async (xml) => (await moddle.toXML((await moddle.fromXML(xml)).rootElement, { format: true })).xml;
  await as('designer', /流程/);
  await page.goto(`${address}/processes/${CODE}/design?version=${first}`);
  await page.getByRole('region', { name: '流程图' }).locator('[data-element-id="manual_review"]').first().waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 BPMN' }).click()]);
  const saved = readFileSync(await file.path(), 'utf8');
  const lines = async (xml) => (await plain(xml)).split('\n').sort(); // bpmn-js tells the shapes on edges last
  assert.deepEqual(await lines(saved), await lines(await published()));
});

test('two versions are compared, in English and dark as well', async () => {
  await as('designer', /流程/);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await page.getByRole('row').filter({ has: page.getByRole('cell', { name: CODE, exact: true }) }).first().getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('row').filter({ hasText: '电话核实' }).filter({ hasText: 'New' }).first().waitFor();
  await clean();
  await page.goto(`${address}/processes/${CODE}/design`);
  await page.getByLabel('Create user task').waitFor();
  await clean();
});

test('what was in force before is in force again', async () => {
  const designer = caller(address, token('designer')), second = caller(address, token('management'));
  const proposed = await designer('POST', 'workflow-svc', '/processes', { bpmn: await published() });
  await second('POST', 'workflow-svc', `/process-proposals/${proposed.id}/approval`, {});
});

// A portfolio of an institution without a closed day is none yet: the home of management says so.
test('no page complained', () => assert.deepEqual(seat.problems.filter((each) => !/^\/: .*404/.test(each)), []));
