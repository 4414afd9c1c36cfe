// Words of codes that several services and pages use alike.
import reasons from '@/api/generated/reasons.json';
import type { Tone } from './Chip';
import { codeWords, type Pair } from './words';

export { documentKind } from './papers';

export const source = codeWords({
  IDENTITY: ['身份核验', 'Identity'],
  TELECOM: ['运营商', 'Telecom'],
  CREDIT_BUREAU: ['人行征信', 'Credit bureau'],
  SOCIAL_INSURANCE: ['社保公积金', 'Social insurance'],
  TAX: ['税务', 'Tax'],
  COURT: ['司法', 'Court'],
  REGISTRY: ['工商', 'Registry'],
  FACE: ['人脸核身', 'Face'],
});

export const sourceStatus = codeWords({
  HIT: ['已取得', 'Answered'],
  MISS: ['无记录', 'No record'],
  ERROR: ['未取到 · 出错', 'Failed'],
  TIMEOUT: ['未取到 · 超时', 'Timed out'],
  REJECTED: ['未取到 · 被拒', 'Refused'],
});
export const sourceTone: Record<string, Tone> = { HIT: 1, MISS: 3, ERROR: 4, TIMEOUT: 4, REJECTED: 4 };

export const repaymentMethod = codeWords({
  EQUAL_INSTALMENT: ['等额本息', 'Equal instalments'],
  EQUAL_PRINCIPAL: ['等额本金', 'Equal principal'],
  INTEREST_FIRST: ['先息后本', 'Interest first'],
  FLAT: ['等本等息', 'Flat'],
  AT_MATURITY: ['利随本清', 'At maturity'],
  STAGED: ['按期计算还本付息', 'Staged'],
  BALLOON: ['气球贷', 'Balloon'],
});

export const applicationStatus = codeWords({
  DRAFT: ['草稿', 'Draft'],
  SUBMITTED: ['审核中', 'Being checked'],
  SUPPLEMENT: ['待补件', 'Documents wanted'],
  REVIEW: ['人工审查', 'With a reviewer'],
  APPROVAL: ['贷审会', 'With the committee'],
  APPROVED: ['已批准', 'Approved'],
  CONDITIONAL: ['有条件批准', 'Approved for less'],
  DECLINED: ['已拒绝', 'Declined'],
  WITHDRAWN: ['已撤回', 'Withdrawn'],
  EXPIRED: ['已失效', 'Expired'],
});
export const applicationTone: Record<string, Tone> = {
  DRAFT: 'grey', SUBMITTED: 2, SUPPLEMENT: 3, REVIEW: 2, APPROVAL: 2, APPROVED: 1, CONDITIONAL: 3, DECLINED: 5, WITHDRAWN: 'grey', EXPIRED: 'grey',
};

export const product = codeWords({
  'PCL-ONLINE': ['个人信用贷（线上）', 'Personal credit, online'],
  'PCL-BRANCH': ['个人信用贷（网点）', 'Personal credit, branch'],
  'SMB-OWNER': ['小微经营贷（企业主）', 'Small-business owner loan'],
});

const REASONS = reasons as unknown as Record<string, Pair>;
/** What the customer is told for a reason, in his words (domain.md §11.1). */
export const customerReason = codeWords(REASONS);
export const reasonCodes = Object.keys(REASONS);
