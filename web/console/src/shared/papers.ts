// Words of papers and visits: apart from those of reasons, which the telephone's pages do without.
import { codeWords } from './words';

export const documentKind = codeWords({
  ID_FRONT: ['身份证人像面', 'ID card, front'],
  ID_BACK: ['身份证国徽面', 'ID card, back'],
  INCOME_PROOF: ['收入证明', 'Proof of income'],
  BANK_STATEMENT: ['银行流水', 'Bank statement'],
  BUSINESS_LICENCE: ['营业执照', 'Business licence'],
  TAX_RETURN: ['纳税申报表', 'Tax return'],
  PURPOSE_PROOF: ['用途证明', 'Proof of purpose'],
  FACE_PHOTO: ['本人照片', 'Photo of the face'],
  SIGNED_DISCLOSURE: ['已签费用明示表', 'Signed cost disclosure'],
  INTERVIEW: ['面谈记录', 'Record of an interview'],
  DUAL_RECORDING: ['双录', 'Dual recording'],
  SIGNATURE: ['签字件', 'Signed paper'],
  DISCLOSURE: ['明示记录', 'Record of a disclosure'],
  VALUATION: ['评估报告', 'Valuation'],
  OTHER: ['其他', 'Other'],
});

export const visitPurpose = codeWords({
  INTERVIEW: ['面谈', 'Interview'],
  SITE_CHECK: ['现场核查', 'Site check'],
  PAPERS: ['收取资料', 'Collecting papers'],
  SIGNING: ['上门签约', 'Signing'],
  AFTER_LOAN: ['贷后检查', 'Check after pay-out'],
});
export const visitOutcome = codeWords({
  MET: ['见到客户', 'Met the customer'],
  ABSENT: ['客户不在', 'Nobody there'],
  REFUSED: ['客户拒绝', 'Refused'],
  MOVED_AWAY: ['已搬离', 'Moved away'],
});
