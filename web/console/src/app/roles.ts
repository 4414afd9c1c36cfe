// Role → home and entries (console.md §3.1). The services decide what a role may do; this decides what it is shown.
import type { Me } from '@/shared/session';
import type { Pair } from '@/shared/words';

/** `development`: only in a system that is for trying out. */
export type Entry = { path: string; title: Pair; chord: string; development?: true };

const HOME: Entry = { path: '/', title: ['首页', 'Home'], chord: 'g h' };
const INBOX: Entry = { path: '/inbox', title: ['我的待办', 'My inbox'], chord: 'g i' };
const DECIDED: Entry = { path: '/decided', title: ['我的决定', 'My decisions'], chord: 'g d' };
const PAY_OUTS: Entry = { path: '/pay-outs', title: ['待放款', 'Pay-outs'], chord: 'g p' };
const LOANS: Entry = { path: '/loans', title: ['借据', 'Loans'], chord: 'g l' };
const STATEMENTS: Entry = { path: '/statements', title: ['还款入账', 'Bank statements'], chord: 'g s' };
const UNAPPLIED: Entry = { path: '/unapplied', title: ['挂账', 'Unapplied money'], chord: 'g u' };
const RECONCILIATION: Entry = { path: '/reconciliation', title: ['对账', 'Reconciliation'], chord: 'g c' };
const END_OF_DAY: Entry = { path: '/end-of-day', title: ['日终', 'End of day'], chord: 'g e' };
const TRIAL_BALANCE: Entry = { path: '/trial-balance', title: ['总账试算', 'Trial balance'], chord: 'g t' };
const TRACES: Entry = { path: '/ops/traces', title: ['链路', 'Trace'], chord: 'g t' };
const DEAD_LETTERS: Entry = { path: '/ops/dead-letters', title: ['死信与重放', 'Dead letters'], chord: 'g d' };
const EVENTS: Entry = { path: '/ops/events', title: ['事件流', 'Events'], chord: 'g e' };
const HEALTH: Entry = { path: '/ops/health', title: ['总览', 'Overview'], chord: 'g o' };
const FAULTS: Entry = { path: '/ops/faults', title: ['故障开关', 'Fault switches'], chord: 'g f', development: true };
const PROVIDERS: Entry = { path: '/ops/providers', title: ['供应方健康', 'Providers'], chord: 'g p' };
const APPLICATIONS: Entry = { path: '/applications', title: ['我的申请', 'My applications'], chord: 'g a' };
const CUSTOMERS: Entry = { path: '/customers', title: ['我的客户', 'Customers'], chord: 'g c' };
const NEW_APPLICATION: Entry = { path: '/applications/new', title: ['新建进件', 'New application'], chord: 'g n' };
const ALERTS: Entry = { path: '/alerts', title: ['反欺诈告警', 'Fraud alerts'], chord: 'g f' };
const WATCH_LIST: Entry = { path: '/watch-list', title: ['名单', 'Watch list'], chord: 'g w' };
const POLICIES: Entry = { path: '/policies', title: ['策略与模型', 'Policies'], chord: 'g o' };
const PRODUCTS: Entry = { path: '/products', title: ['产品', 'Products'], chord: 'g r' };
const PARAMETERS: Entry = { path: '/parameters', title: ['参数', 'Parameters'], chord: 'g m' };
const CALENDAR: Entry = { path: '/calendar', title: ['工作日历', 'Working days'], chord: 'g y' };
const STAFF: Entry = { path: '/staff', title: ['用户与角色', 'Users and roles'], chord: 'g u' };
const PROCESSES: Entry = { path: '/processes', title: ['流程', 'Processes'], chord: 'g k' };
const DECISIONS: Entry = { path: '/decisions', title: ['决策表', 'Decisions'], chord: 'g b' };

/** A role's entries in their order, behind the home of all. */
export const ENTRIES: Record<string, readonly Entry[]> = {
  approver: [INBOX, DECIDED],
  'committee-member': [INBOX, DECIDED],
  'risk-officer': [INBOX, DECIDED, ALERTS, WATCH_LIST, POLICIES, LOANS, PRODUCTS, PARAMETERS, CALENDAR],
  finance: [PAY_OUTS, LOANS, STATEMENTS, UNAPPLIED, RECONCILIATION, END_OF_DAY, TRIAL_BALANCE],
  'contract-officer': [PAY_OUTS, LOANS],
  'customer-manager': [CUSTOMERS, NEW_APPLICATION, APPLICATIONS, LOANS],
  operations: [HEALTH, EVENTS, TRACES, DEAD_LETTERS, PROVIDERS, FAULTS, PROCESSES],
  'system-administrator': [STAFF, PARAMETERS, CALENDAR, PROVIDERS],
  'security-administrator': [STAFF, PARAMETERS, CALENDAR],
  'audit-administrator': [STAFF],
  'process-designer': [PROCESSES, DECISIONS, PARAMETERS, CALENDAR],
  'product-manager': [PRODUCTS, PARAMETERS, CALENDAR],
  collector: [LOANS],
  management: [LOANS, POLICIES, PRODUCTS, PROCESSES, DECISIONS, PARAMETERS, CALENDAR, STAFF, TRIAL_BALANCE],
  auditor: [STAFF, LOANS, ALERTS, WATCH_LIST, POLICIES, PARAMETERS, CALENDAR, TRIAL_BALANCE],
};

export function entriesOf({ roles, development }: Pick<Me, 'roles' | 'development'>): Entry[] {
  const found = new Map<string, Entry>([[HOME.path, HOME]]);
  for (const role of roles) for (const entry of ENTRIES[role] ?? []) if (development || !entry.development) found.set(entry.path, entry);
  return [...found.values()];
}
