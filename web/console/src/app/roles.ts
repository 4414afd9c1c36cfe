// Role → home and entries (console.md §3.1). The services decide what a role may do; this decides what it is shown.
import type { Pair } from '@/shared/words';

export type Entry = { path: string; title: Pair; chord: string };

const INBOX: Entry = { path: '/inbox', title: ['我的待办', 'My inbox'], chord: 'g i' };
const DECIDED: Entry = { path: '/decided', title: ['我的决定', 'My decisions'], chord: 'g d' };

/** A role's entries in their order; the first is its home. */
export const ENTRIES: Record<string, readonly Entry[]> = {
  approver: [INBOX, DECIDED],
  'committee-member': [INBOX, DECIDED],
  'risk-officer': [INBOX, DECIDED],
};

export function entriesOf(roles: readonly string[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const role of roles) for (const entry of ENTRIES[role] ?? []) found.set(entry.path, entry);
  return [...found.values()];
}

export const TITLES: Record<string, Pair> = {
  'customer-manager': ['客户经理', 'Customer manager'],
  'risk-officer': ['风控专员', 'Risk officer'],
  approver: ['审批主管', 'Approver'],
  'committee-member': ['贷审会委员', 'Committee member'],
  'contract-officer': ['合同岗', 'Contract officer'],
  finance: ['财务', 'Finance'],
  collector: ['催收员', 'Collector'],
  'product-manager': ['产品经理', 'Product manager'],
  management: ['管理层', 'Management'],
  auditor: ['审计', 'Auditor'],
  'system-administrator': ['系统管理员', 'System administrator'],
  'security-administrator': ['安全管理员', 'Security administrator'],
  'audit-administrator': ['审计管理员', 'Audit administrator'],
  'process-designer': ['流程设计师', 'Process designer'],
  operations: ['运维', 'Operations'],
};
