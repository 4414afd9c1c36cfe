import type { Tone } from '@/shared/Chip';
import { codeWords, defineWords } from '@/shared/words';

export const useWords = defineWords({
  watchList: ['名单', 'Watch list'],
  add: ['提请列入名单', 'Propose an entry'],
  addWhy: ['从一笔申请提取其客户、手机号、银行卡或设备；须由另一位风控专员确认后生效。', 'Taken from an application; another risk officer confirms it before it counts.'],
  kind: ['类型', 'Kind'],
  applicationId: ['申请标识（UUID）', 'Application id (UUID)'],
  reason: ['理由', 'Reason'],
  status: ['状态', 'Status'],
  by: ['提请 / 确认', 'Proposed / confirmed by'],
  at: ['提请时间', 'Proposed at'],
  confirm: ['确认列入', 'Confirm'],
  withdraw: ['撤回', 'Withdraw'],
  remove: ['提请移出', 'Propose removal'],
  confirmRemoval: ['确认移出', 'Confirm removal'],
  keep: ['不移出', 'Keep it'],
  empty: ['名单为空。', 'The list is empty.'],
  cancel: ['取消', 'Cancel'],
  policies: ['策略与模型', 'Policies and models'],
  inForce: ['在用', 'In force'],
  version: ['版本', 'Version'],
  name: ['名称', 'Name'],
  registered: ['登记时间', 'Registered'],
  approvedBy: ['批准人', 'Approved by'],
  proposals: ['策略变更申请', 'Proposals'],
  noProposals: ['没有变更申请。', 'No proposals.'],
  approve: ['复核通过', 'Approve'],
  reject: ['退回', 'Reject'],
  models: ['评分模型', 'Models'],
  scorecard: ['评分卡', 'Scorecard'],
  noModels: ['没有登记模型。', 'No models.'],
});
export const watchKind = codeWords({ PERSON: ['客户', 'Person'], MOBILE: ['手机号', 'Mobile number'], CARD: ['银行卡', 'Card'], DEVICE: ['设备', 'Device'] });
export const watchStatus = codeWords({ PROPOSED: ['待确认', 'Proposed'], ACTIVE: ['生效', 'Active'], REMOVED: ['已移出', 'Removed'] });
export const watchTone: Record<string, Tone> = { PROPOSED: 3, ACTIVE: 5, REMOVED: 'grey' };
export const proposalStatus = codeWords({ PROPOSED: ['待复核', 'Proposed'], APPROVED: ['已通过', 'Approved'], REJECTED: ['已退回', 'Rejected'], WITHDRAWN: ['已撤回', 'Withdrawn'] });
export const proposalTone: Record<string, Tone> = { PROPOSED: 3, APPROVED: 1, REJECTED: 5, WITHDRAWN: 'grey' };
