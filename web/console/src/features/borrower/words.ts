// The borrower's language: what a Chinese bank says to him, and the same in English.
import { Problem } from '@/api/problem';
import { refusal } from '@/shared/refusals';
import { codeWords, currentLang, defineWords, said, type Pair } from '@/shared/words';

export const useCommon = defineWords({
  product: ['信流 · 我的贷款', 'Xinliu · My loans'],
  home: ['首页', 'Home'],
  back: ['返回', 'Back'],
  next: ['下一步', 'Next'],
  cancel: ['取消', 'Cancel'],
  close: ['关闭', 'Close'],
  waiting: ['请稍候…', 'One moment…'],
  waitSeconds: ['{n} 秒后可重试', 'Try again in {n} s'],
  required: ['必需', 'Required'],
  optional: ['选填', 'Optional'],
  choose: ['请选择', 'Choose'],
  months: ['{n} 个月', '{n} months'],
  yuan: ['元', 'CNY'],
  offline: ['网络已断开。您填写的内容已加密保存在本机，联网后可继续。', 'You are offline. What you typed is kept encrypted on this device; go on when the line is back.'],
  fix: ['请修改以下内容：', 'Please correct:'],
  reload: ['刷新', 'Reload'],
});

export const method = codeWords({
  EQUAL_INSTALMENT: ['等额本息', 'Equal instalments'],
  EQUAL_PRINCIPAL: ['等额本金', 'Equal principal'],
  INTEREST_FIRST: ['先息后本', 'Interest first'],
  FLAT: ['等本等息', 'Flat interest'],
  AT_MATURITY: ['到期还本付息', 'All at maturity'],
  STAGED: ['按期计算还本付息', 'Staged'],
  BALLOON: ['气球贷', 'Balloon'],
});

const PURPOSES: Record<string, Pair> = {
  DECORATION: ['装修', 'Home improvement'],
  APPLIANCES: ['家电家具', 'Furniture and appliances'],
  EDUCATION: ['教育', 'Education'],
  MEDICAL: ['医疗', 'Medical care'],
  TRAVEL: ['旅游', 'Travel'],
  WEDDING: ['婚庆', 'Wedding'],
};
/** A purpose by the product's own wording; where there is none, and in English, by ours. */
export const purposeOf = (code: string, wording?: string) => {
  const known = PURPOSES[code];
  return wording && currentLang() === 'zh' ? wording : known ? said(known) : (wording ?? code);
};

export const paperKind = codeWords({
  ID_FRONT: ['身份证人像面', 'Identity card, front'],
  ID_BACK: ['身份证国徽面', 'Identity card, back'],
  INCOME_PROOF: ['收入证明', 'Proof of income'],
  BANK_STATEMENT: ['银行流水', 'Bank statement'],
  BUSINESS_LICENCE: ['营业执照', 'Business licence'],
  TAX_RETURN: ['纳税证明', 'Tax return'],
  PURPOSE_PROOF: ['用途证明', 'Proof of purpose'],
  FACE_PHOTO: ['本人照片', 'Photo of the face'],
  SIGNED_DISCLOSURE: ['已签署的费用明示表', 'Signed cost disclosure'],
  OTHER: ['其他材料', 'Other'],
});

export const sourceName = codeWords({
  IDENTITY: ['公民身份信息核验', 'Identity check'],
  TELECOM: ['手机号实名核验', 'Mobile number check'],
  CREDIT_BUREAU: ['个人征信查询', 'Credit report'],
  SOCIAL_INSURANCE: ['社保与公积金缴存', 'Social insurance and housing fund'],
  TAX: ['纳税信息', 'Tax records'],
  COURT: ['司法公开信息', 'Court records'],
  REGISTRY: ['工商登记信息', 'Business registry'],
  FACE: ['人脸比对', 'Comparison of faces'],
});

export const applicationState = codeWords({
  DRAFT: ['待提交', 'Not handed in'],
  SUBMITTED: ['审核中', 'Being assessed'],
  SUPPLEMENT: ['待补充资料', 'Papers needed'],
  REVIEW: ['人工审核中', 'With a reviewer'],
  APPROVAL: ['评审会审议中', 'With the committee'],
  APPROVED: ['已通过', 'Approved'],
  CONDITIONAL: ['已通过（额度调整）', 'Approved for less'],
  DECLINED: ['未通过', 'Declined'],
  WITHDRAWN: ['已撤回', 'Withdrawn'],
});

export const loanState = codeWords({
  PENDING: ['待放款', 'Waiting for pay-out'],
  DISBURSING: ['放款中', 'Being paid out'],
  FAILED: ['放款未成功', 'Pay-out failed'],
  ACTIVE: ['正常还款', 'Active'],
  OVERDUE: ['已逾期', 'Overdue'],
  SETTLED: ['已结清', 'Settled'],
  WRITTEN_OFF: ['已核销', 'Written off'],
  TRANSFERRED: ['已转让', 'Transferred'],
});

export const component = codeWords({
  FEE: ['费用', 'Fees'],
  PENALTY: ['罚息', 'Penalty'],
  COMPOUND: ['复利', 'Compound interest'],
  INTEREST: ['利息', 'Interest'],
  PRINCIPAL: ['本金', 'Principal'],
  DELAY: ['迟延履行利息', 'Interest of delay'],
});

export const document = codeWords({
  STATEMENT: ['对账单', 'Statement of account'],
  SETTLEMENT_CERTIFICATE: ['结清证明', 'Settlement certificate'],
});

const REFUSALS: Record<string, Pair> = {
  'person-registered': ['该身份证号已用其他手机号登记。请用原手机号登录，或到网点更新手机号。', 'This identity number is registered with another mobile number. Sign in with that one, or have it changed at a branch.'],
  'mobile-taken': ['该手机号已登记在其他客户名下，请到网点核实。', 'This number belongs to another customer; please ask at a branch.'],
  'customer-details-differ': ['您填写的信息与登记信息不一致。', 'The details differ from those you are registered with.'],
  'newcomer-not-found': ['登录已超时，请重新登录。', 'Your sign-in is too old; sign in again.'],
  'registrations-too-many': ['尝试次数过多，请稍后再试。', 'Too many attempts; come back later.'],
  'customer-invalid': ['身份信息有误，请核对。', 'Some of your details are wrong.'],
  'consent-missing': ['请先完成必需的授权。', 'The required consents are missing.'],
  'application-invalid': ['申请内容不符合产品要求，请修改。', 'The product does not allow this application.'],
  'product-form-invalid': ['申请信息填写有误，请修改。', 'Some answers of the form are wrong.'],
  'documents-missing': ['还缺少必需的资料。', 'Papers that are needed are missing.'],
  'document-too-large': ['文件过大，请压缩后再上传。', 'The file is too large.'],
  'document-type-unsupported': ['只支持 PDF、JPEG 或 PNG 文件。', 'PDF, JPEG or PNG are taken.'],
  'document-type-differs': ['文件内容与类型不符，请换一份。', 'The file is not what its name says.'],
  'documents-too-many': ['此类资料已达上限。', 'No more papers of this kind are taken.'],
  'product-not-on-sale': ['该产品已停售，请选择其他产品。', 'This product is not on sale any more.'],
  'application-not-editable': ['该申请已提交，不能再修改。', 'It was handed in and cannot be changed.'],
  'application-not-withdrawable': ['合同已签署，不能撤回。', 'It cannot be withdrawn any more.'],
  'disclosure-read-too-short': ['阅读时间不足，请继续阅读费用明示表。', 'Please read the disclosure a little longer.'],
  'disclosure-already-confirmed': ['费用明示表已确认。', 'The disclosure was confirmed already.'],
  'contract-already-signed': ['合同已签署。', 'The contract is signed already.'],
  'contract-differs': ['合同内容已更新，请刷新后重新阅读。', 'The contract has changed; reload and read it again.'],
  'offer-expired': ['批准的额度已过有效期，请重新申请。', 'The offer has run out; please apply again.'],
  'offer-unlawful': ['监管规定已变化，请重新申请。', 'The law has changed; please apply again.'],
  'exposure-above-cap': ['您的互联网消费贷款余额已达监管上限。', 'You have reached the legal limit of online consumer credit.'],
  'card-not-verified': ['银行卡尚未核验通过。', 'Your bank card is not verified yet.'],
  'identity-document-expired': ['身份证已过期，请更新后再办理。', 'Your identity document has run out.'],
  'review-already-requested': ['您已提出过该请求，请等待答复。', 'You have asked for this already.'],
  'review-window-closed': ['已超过申请期限。', 'The time to ask is over.'],
  'prepayment-too-early': ['合同约定此时尚不能提前还款。', 'The contract does not allow prepayment yet.'],
  'prepayment-too-late': ['已无未到期的款项可提前偿还。', 'Everything has fallen due already.'],
  'prepayment-too-small': ['提前还款金额低于合同约定的最低额。', 'The amount is below what the contract allows.'],
  'prepayment-not-partial': ['金额已覆盖全部欠款，请选择"全部结清"。', 'This covers all of it; choose to repay in full.'],
};

/** What a refusal means for the borrower. */
export const told = (error: unknown) => {
  const known = error instanceof Problem ? REFUSALS[error.code] : undefined;
  return known ? said(known) : refusal(error);
};

const FIELDS: Record<string, Pair> = {
  required: ['请填写此项。', 'Please fill this in.'],
  'name-malformed': ['姓名格式不正确。', 'This is no valid name.'],
  'identity-number-malformed': ['身份证号应为 18 位。', 'An identity number has 18 characters.'],
  'identity-number-checksum': ['身份证号校验位不符，请核对。', 'The check digit is wrong.'],
  'card-number-malformed': ['银行卡号格式不正确。', 'This is no valid card number.'],
  'mobile-malformed': ['请输入 11 位手机号。', 'A mobile number has 11 digits.'],
  'amount-out-of-range': ['金额不在产品允许的范围内。', 'The amount is out of range.'],
  'term-out-of-range': ['期限不在产品允许的范围内。', 'The term is out of range.'],
  'consent-missing': ['请勾选并同意此项授权。', 'This consent is needed.'],
  type: ['格式不正确。', 'This is not of the right form.'],
  minimum: ['数值过小。', 'The value is too small.'],
  maximum: ['数值过大。', 'The value is too large.'],
};
export type Wrong = { code: string; detail: string };
export const fieldTold = ({ code, detail }: Wrong) => (FIELDS[code] ? said(FIELDS[code]) : detail);
