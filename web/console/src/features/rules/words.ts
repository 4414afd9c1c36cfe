import type { Tone } from '@/shared/Chip';
import { codeWords, defineWords } from '@/shared/words';

export const useWords = defineWords({
  products: ['产品', 'Products'],
  parameters: ['参数', 'Parameters'],
  service: ['服务', 'Service'],
  code: ['代码', 'Code'],
  value: ['取值', 'Value'],
  validFrom: ['生效日', 'Valid from'],
  validTo: ['失效日', 'Valid to'],
  source: ['依据', 'Source'],
  approvedBy: ['批准人', 'Approved by'],
  waiting: ['待复核的变更', 'Changes that wait for a second person'],
  noWaiting: ['没有待复核的变更。', 'Nothing waits.'],
  reason: ['理由', 'Reason'],
  by: ['提请人', 'Proposed by'],
  at: ['提请时间', 'Proposed at'],
  approve: ['复核通过', 'Approve'],
  reject: ['退回', 'Reject'],
  propose: ['提请变更', 'Propose a change'],
  proposeWhy: ['须由另一人复核后，自生效日起执行；已经过去的日期须说明更正。', 'Another person decides; it counts from its date on.'],
  allowed: ['允许 {what}', 'allowed: {what}'],
  confidence: ['依据的可靠程度', 'How sure the source is'],
  noParameters: ['这个服务没有参数。', 'This service has none.'],
  name: ['名称', 'Name'],
  version: ['版本', 'Version'],
  amounts: ['金额', 'Amounts'],
  terms: ['期限（月）', 'Months'],
  channel: ['渠道', 'Channel'],
  status: ['状态', 'Status'],
  onSale: ['在售', 'On sale'],
  proposals: ['产品变更申请', 'Proposals'],
  noProposals: ['没有变更申请。', 'No proposals.'],
});
export const channelName = codeWords({ ONLINE: ['线上', 'Online'], OFFLINE: ['网点', 'Branch'] });
export const proposalStatus = codeWords({ PROPOSED: ['待复核', 'Proposed'], APPROVED: ['已通过', 'Approved'], REJECTED: ['已退回', 'Rejected'], WITHDRAWN: ['已撤回', 'Withdrawn'] });
export const proposalTone: Record<string, Tone> = { PROPOSED: 3, APPROVED: 1, REJECTED: 5, WITHDRAWN: 'grey' };
export const confidence = codeWords({ C1: ['C1 法规原文', 'C1 law'], C2: ['C2 官方解释', 'C2 official reading'], MH: ['市场资料，可靠', 'Market, sure'], MM: ['市场资料，一般', 'Market, fair'], ML: ['市场资料，存疑', 'Market, doubtful'], P: ['本机构自定', 'Ours'] });
