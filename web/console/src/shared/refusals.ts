import { Problem } from '@/api/problem';
import { currentLang, said, type Pair } from './words';

// What a refusal means for who reads it. A code that is not here is told by the service's own sentence.
const BY_CODE: Record<string, Pair> = {
  'service-unavailable': ['服务暂时不可用，请稍后再试。', 'The service cannot be reached at the moment.'],
  'service-timeout': ['服务未在时限内应答，请稍后再试。', 'The service did not answer in time.'],
  overloaded: ['系统繁忙，请稍后再试。', 'The system is busy; please try again.'],
  'permission-missing': ['您的岗位没有这项权限。', 'Your role does not allow this.'],
  'branch-not-yours': ['该业务不属于您的机构。', 'This belongs to another branch.'],
  'precondition-failed': ['该记录已被他人修改，请刷新后再试。', 'Somebody has changed this meanwhile; reload and try again.'],
  'maker-not-checker': ['发起人不能复核自己的申请，请由另一人办理。', 'Whoever asked for it cannot approve it; another person has to.'],
  'task-already-completed': ['该任务已由他人办结。', 'Somebody has completed this task already.'],
  'task-not-claimed': ['请先领取任务。', 'Claim the task first.'],
  'task-already-claimed': ['该任务已被他人领取。', 'Somebody else has claimed this task.'],
  'evidence-missing': ['办结前须先登记证据。', 'Record the evidence that it needs first.'],
  'evidence-lapsed': ['证据已失效，请重新登记。', 'The evidence has lapsed: record it anew.'],
  'already-voted': ['您已投过票。', 'You have voted already.'],
  'not-a-member': ['您不是本次贷审会的委员。', 'You are no member of this committee.'],
  'votes-complete': ['委员已投满，请主任委员发言。', 'The members have voted; the chair has the word.'],
  'chair-speaks-last': ['主任委员在其他委员投票后发言。', 'The chair speaks after the members.'],
  'dead-letter-not-dead': ['这条消息正在重试或已处理完。', 'It is being tried, or finished with.'],
  'loan-of-another-customer': ['两笔借据不是同一客户。', 'The loans are of different customers.'],
  'unapplied-money-insufficient': ['转出金额超过挂账余额。', 'More than is left over on the loan.'],
  'definition-draft-not-found': ['草稿已不存在。', 'The draft is gone.'],
  'authority-exceeded': ['金额超出您的审批权限。', 'The amount is above your authority.'],
  'approval-barred': ['反欺诈规则已否决，任何人不得通过。', 'A fraud rule declines this; nobody may approve it.'],
  'own-application': ['经手人不能审批自己办理的申请。', 'Who handled the application cannot decide it.'],
  'role-missing': ['该任务不属于您的岗位。', 'This task is for another role.'],
  'verdict-invalid': ['决定不完整，请按提示补充。', 'The decision is incomplete; see the fields.'],
  'process-not-publishable': ['检查未通过，请按检查结果修改。', 'The check has found what keeps it from being published.'],
  'process-published-meanwhile': ['其间已有新版本发布，请再试一次。', 'Another version was published meanwhile; try again.'],
  'process-proposal-decided': ['该申请已由他人复核。', 'Somebody has decided this proposal already.'],
  'proposal-decided': ['该申请已由他人复核。', 'Somebody has decided this proposal already.'],
  'second-person-required': ['提请人不能复核自己的申请，请由另一人办理。', 'Whoever proposed it cannot approve it; another person has to.'],
  'request-invalid': ['填写有误，请按提示修改。', 'Some fields are wrong; see below.'],
};
const BY_STATUS: Record<number, Pair> = {
  401: ['登录已过期，请重新登录。', 'Your sign-in has ended.'],
  403: ['您没有办理此业务的权限。', 'You are not allowed to do this.'],
  404: ['没有找到，或不在您的可见范围内。', 'Not found, or not within what you may see.'],
  409: ['当前状态下不能这样办理。', 'Not possible in this state.'],
  412: ['该记录已被他人修改，请刷新后再试。', 'Somebody has changed this meanwhile; reload and try again.'],
  413: ['文件过大。', 'The file is too large.'],
  415: ['不支持这种文件类型。', 'This type of file is not taken.'],
  422: ['填写有误，请按提示修改。', 'Some fields are wrong.'],
  429: ['操作过于频繁，请稍后再试。', 'Too many attempts; please wait.'],
  500: ['系统内部错误，已记录。', 'An internal error; it has been recorded.'],
};
const NETWORK: Pair = ['网络不通，请检查连接后重试。', 'No connection; check the network and try again.'];

/** A sentence for a failure of any kind. */
export function refusal(error: unknown): string {
  if (!(error instanceof Problem)) return error instanceof TypeError ? said(NETWORK) : String(error);
  const known = BY_CODE[error.code], usual = BY_STATUS[error.status] ?? BY_CODE['service-unavailable'];
  if (known) return said(known);
  const sentence = said(usual!);
  return error.detail && currentLang() === 'en' ? `${sentence} ${error.detail}` : `${sentence}（${error.code}）`;
}

const FIELDS: Record<string, Pair> = {
  'comment-too-short': ['意见至少 10 个字。', 'At least 10 characters.'],
  'amount-out-of-range': ['金额不在可批准的范围内。', 'The amount is out of range.'],
  'rate-missing': ['请填写年利率。', 'Name a rate.'],
  'rate-out-of-range': ['年利率超出产品上限。', 'The rate is out of range.'],
  'reasons-missing': ['拒绝须至少选择一条理由。', 'A decline needs at least one reason.'],
  'documents-missing': ['请选择需要补充的资料。', 'Name the documents that are needed.'],
  'exceptions-missing': ['此项属例外审批，请勾选例外事项。', 'This is an exception: name it.'],
  'exception-reason-missing': ['例外审批须说明理由，至少 10 个字。', 'Say why, in at least 10 characters.'],
  missing: ['必填。', 'Required.'],
};

/** What is wrong with one field. */
export const fieldRefusal = ({ code, detail }: { code: string; detail: string }) => (FIELDS[code] ? said(FIELDS[code]) : detail);

/** A refusal that has not happened yet, by its code. */
export const refusalOf = (code: string) => (BY_CODE[code] ? said(BY_CODE[code]) : code);
