import type { Tone } from '@/shared/Chip';
import { defineWords } from '@/shared/words';

export const useWords = defineWords({
  title: ['用户与角色', 'Users and roles'],
  why: ['人员与角色由登录系统掌管；此处提请变更，另一人复核后立即执行，本人须重新登录。', 'Whoever signs people in keeps roles. Changes are proposed here; a second person approves, they count at once, and whom they are about signs in again.'],
  people: ['在岗人员', 'Who works here'],
  none: ['登录系统尚未报来人员。', 'Nobody has been told of yet.'],
  subject: ['工号', 'User id'],
  roles: ['角色', 'Roles'],
  branch: ['机构', 'Branch'],
  allBranches: ['全部机构', 'all branches'],
  since: ['登录系统报来', 'Told'],
  left: ['已离岗', 'Left'],
  search: ['查找工号或角色', 'User id or role'],
  changes: ['角色变更', 'Changes of roles'],
  noChanges: ['没有角色变更。', 'No changes.'],
  before: ['原角色', 'Before'],
  after: ['新角色', 'After'],
  nobody: ['无', 'none'],
  reason: ['理由（人事令等）', 'Reason'],
  by: ['提请人', 'Proposed by'],
  decided: ['复核人', 'Decided by'],
  status: ['状态', 'Status'],
  change: ['变更角色', 'Change roles'],
  add: ['新增人员', 'Somebody new'],
  leave: ['不勾选任何角色即为离岗，账号停用。', 'Without a role somebody leaves, and cannot sign in.'],
  apart: ['三类管理员互斥且不兼业务岗；客户经理不兼审批、评审与风控（审贷分离）。', 'The three administrators are three persons without business; who brings an application in does not decide it.'],
  approve: ['复核通过', 'Approve'],
  reject: ['退回', 'Reject'],
  withdraw: ['撤回', 'Withdraw'],
  waits: ['待复核', 'Waits'],
  ordered: ['已通过，待登录系统执行', 'Approved, not carried out yet'],
  done: ['已生效', 'In effect'],
  rejected: ['已退回', 'Rejected'],
  withdrawn: ['已撤回', 'Withdrawn'],
});
type Standing = 'waits' | 'ordered' | 'done' | 'rejected' | 'withdrawn';
/** How a change stands: what was approved counts once it was carried out. */
export const standingOf = ({ status, carried_out_at }: { status: string; carried_out_at: string | null }): [Standing, Tone] => {
  if (status === 'APPROVED') return carried_out_at ? ['done', 1] : ['ordered', 2];
  return status === 'PROPOSED' ? ['waits', 3] : status === 'REJECTED' ? ['rejected', 5] : ['withdrawn', 'grey'];
};
