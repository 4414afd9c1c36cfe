// What roles of persons are called.
import { said, type Pair } from './words';

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

export const titlesOf = (roles: readonly string[], between = '、') => roles.map((role) => (TITLES[role] ? said(TITLES[role]) : role)).join(between);
