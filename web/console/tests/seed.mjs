// What the stories begin with, made through the public API alone, as the institution's own front end does it.
import { execFileSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';

const ROOT = new URL('../../../', import.meta.url).pathname;
const python = (...words) => execFileSync(`${ROOT}.venv/bin/python`, ['-m', ...words], { cwd: ROOT, encoding: 'utf8' }).trim();

export const token = (who) => python('loan_devstack', 'token', who);

/** Calls of the API with one token; a refusal throws with what the service said. */
export function caller(address, bearer) {
  return async (method, service, path, body) => {
    const form = body instanceof FormData;
    const answer = await fetch(`${address}/api/${service}/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${bearer}`, 'Idempotency-Key': randomUUID(), ...(body && !form && { 'Content-Type': 'application/json' }) },
      body: form ? body : body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${service}${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}

/** Somebody who does not exist, as shell variables of `loan_replay person`. */
export function person() {
  const told = python('loan_replay', 'person', String(8_000_000 + randomInt(900_000)));
  return Object.fromEntries([...told.matchAll(/(\w+)=(?:'([^']*)'|(\S+))/g)].map(([, name, quoted, bare]) => [name, quoted ?? bare]));
}

/** A registered customer with every consent that the product's sources need. */
export async function customer(call, branch, known = async () => undefined) {
  const who = person(), texts = (await call('GET', 'application-svc', '/consent-texts?purpose=02')).items;
  const consents = texts.map((text) => ({
    source: text.source,
    text_version: text.text_version,
    evidence: { kind: 'ELECTRONIC_SIGNATURE', reference: 'console-story', sha256: text.hash },
  }));
  await known(who); // before anybody asks about him
  const registered = await call('POST', 'application-svc', '/customers', {
    name: who.NAME, identity_number: who.IDENTITY, mobile: who.MOBILE, card_number: who.CARD, employer: who.EMPLOYER, address: who.ADDRESS, consents, ...(branch && { branch }),
  });
  return { ...who, id: registered.id };
}

/** A paper as a photograph of it would be. */
export async function paper(page, title, lines) {
  const sheet = await page.context().newPage();
  await sheet.setViewportSize({ width: 640, height: 420 });
  await sheet.setContent(`<body style="font:20px serif;margin:32px 48px;background:#fffdf7"><h2 style="text-align:center">${title}</h2>${lines.map((line) => `<p>${line}</p>`).join('')}</body>`);
  const picture = await sheet.screenshot({ type: 'jpeg', quality: 70 });
  await sheet.close();
  return picture;
}

/** An application at the branch, which a person has to look at, with its papers. */
export async function branchApplication(call, page, wish = {}, known = undefined) {
  const who = await customer(call, undefined, known);
  const draft = await call('POST', 'application-svc', '/drafts', {
    customer_id: who.id, product_code: 'PCL-BRANCH', amount_minor: 15_000_000, term_months: 24, repayment_method: 'EQUAL_INSTALMENT', purpose: 'DECORATION',
    form: { employment: 'EMPLOYED', monthly_income_minor: 1_860_000, monthly_expense_minor: 400_000 }, ...wish,
  });
  const papers = { ID_FRONT: ['居民身份证', ['姓名 示例', '公民身份号码 9901**************']], ID_BACK: ['居民身份证', ['签发机关 示例市公安局']], INCOME_PROOF: ['收入证明', ['兹证明该员工税前月收入为人民币 18,600 元。', '海川物流有限公司（章）']] };
  for (const [kind, [title, lines]] of Object.entries(papers)) {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new Blob([await paper(page, title, lines)], { type: 'image/jpeg' }), `${kind}.jpg`);
    await call('POST', 'application-svc', `/applications/${draft.id}/documents`, form);
  }
  await call('POST', 'application-svc', `/applications/${draft.id}/submission`, {});
  return { ...who, applicationId: draft.id, applicationNo: draft.application_no };
}
