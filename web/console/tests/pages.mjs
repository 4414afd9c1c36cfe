// Every page of the desk by the role that opens it, with one record of each kind that there is, for the pages that show one.
import { caller, token } from './seed.mjs';

const first = ({ items }) => items[0];

export async function pagesOf(address) {
  const of = async (who, service, path, take = first) => caller(address, token(who))('GET', service, path).then(take).catch(() => undefined);
  const [loan, line, waiting, policy, model, process, decision, proposal, change] = await Promise.all([
    of('finance', 'postloan-svc', '/loans?status=ACTIVE&limit=1'), of('manager', 'application-svc', '/applications?limit=1'), of('approver', 'workflow-svc', '/tasks?limit=1'),
    of('risk', 'risk-svc', '/policies'), of('risk', 'risk-svc', '/models'),
    of('designer', 'workflow-svc', '/processes', ({ items }) => items.findLast((it) => it.code === 'personal-credit')), of('designer', 'workflow-svc', '/decisions'),
    of('designer', 'workflow-svc', '/process-proposals?limit=1'), of('designer', 'workflow-svc', '/definition-changes?limit=1'),
  ]);
  const one = (record, ...paths) => (record ? paths.map((path) => path(record)) : []);
  return {
    approver: ['/', '/inbox', '/decided', ...one(waiting, (it) => `/cases/${it.case_id}`)],
    finance: [
      '/', '/pay-outs', '/loans', '/statements', '/unapplied', '/reconciliation', '/end-of-day', '/trial-balance',
      ...one(loan, (it) => `/loans/${it.id}`, ...['repayments', 'ledger', 'changes', 'papers'].map((part) => (it) => `/loans/${it.id}?part=${part}`)),
    ],
    manager: ['/', '/customers', '/applications', '/applications/new', ...one(line, (it) => `/applications/${it.id}`, (it) => `/customers/${it.customer_id}`)],
    risk: ['/', '/alerts', '/watch-list', '/policies', '/products', '/parameters', ...one(policy, (it) => `/policies/${it.version}`), ...one(model, (it) => `/models/${it.version}`)],
    designer: [
      '/', '/processes', '/decisions', ...one(process, (it) => `/processes/${it.code}/design`, (it) => `/processes/${it.code}/map`),
      ...one(decision, (it) => `/decisions/${it.code}`), ...one(proposal, (it) => `/process-proposals/${it.id}`), ...one(change, (it) => `/definition-changes/${it.id}`),
    ],
    operations: ['/', '/ops/health', '/ops/events', '/ops/traces', ...one(line, (it) => `/ops/traces?application=${it.id}`), '/ops/dead-letters', '/ops/providers', '/ops/faults'],
    product: ['/products', '/products/PCL-BRANCH', '/products/PCL-BRANCH/next', '/calendar'],
    'system-admin': ['/', '/staff'],
    management: ['/'],
  };
}

/** Opens a page and waits until what it reads is there. */
export async function opened(page, address, path) {
  await page.goto(address + path);
  await page.getByRole('navigation').waitFor();
  await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('.skeleton') && !/…$/.test(document.querySelector('main h1').textContent ?? ''));
}

/** How many pixels of the page lie outside of the window. */
export const cut = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
