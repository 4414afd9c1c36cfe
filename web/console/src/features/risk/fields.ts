import { codeWords } from '@/shared/words';

/** What the rules of a policy look at. */
export const field = codeWords({
  identity_match: ['身份核验', 'Identity check'], deceased: ['身份已注销', 'Deceased'], court_dishonest: ['失信记录数', 'Dishonest entries'], court_enforcement: ['被执行案件数', 'Enforcement cases'],
  court_enforcement_ended: ['终本案件数', 'Enforcement ended'], court_spending_restricted: ['限高记录数', 'Spending restrictions'], court_judgments: ['判决数', 'Judgments'], court_enforced_minor: ['被执行金额（分）', 'Enforced amount (fen)'],
  current_overdue_minor: ['当前逾期金额（分）', 'Overdue now (fen)'], late_24m: ['24 月内逾期月数', 'Late months of 24'], late_4plus_24m: ['24 月内逾期 90 天以上月数', 'Over 90 days, months of 24'], late_run_24m: ['24 月内最长连续逾期', 'Longest run of 24'],
  late_months_60m: ['60 月内逾期月数', 'Late months of 60'], worst_12m: ['12 月内最差状态', 'Worst of 12 months'], worst_24m: ['24 月内最差状态', 'Worst of 24 months'], worst_60m: ['60 月内最差状态', 'Worst of 60 months'],
  unknown_months_24m: ['24 月内未知月数', 'Unknown months of 24'], overdue_accounts: ['当前逾期账户数', 'Overdue accounts'], bad_debts: ['呆账数', 'Bad debts'], recovered_debts: ['被追偿数', 'Recovered debts'], recovered_debts_ended: ['曾被追偿数', 'Recovered, ended'],
  bad_class_accounts: ['不良分类账户数', 'Bad-class accounts'], watched_accounts: ['关注类账户数', 'Special mention'], enforced_accounts: ['强制执行账户数', 'Enforced accounts'], restricted_accounts: ['冻结止付账户数', 'Restricted accounts'],
  bad_transactions: ['代偿等交易数', 'Bad transactions'], eased_transactions: ['展期减免数', 'Eased transactions'], cards_overdrawn: ['信用卡透支', 'Cards overdrawn'], guarantee_balance_minor: ['对外担保余额（分）', 'Guarantees (fen)'],
  bad_guarantees: ['不良担保数', 'Bad guarantees'], doubtful_guarantees: ['关注担保数', 'Doubtful guarantees'], tax_arrears_records: ['欠税记录数', 'Tax arrears records'], judgment_records: ['民事判决记录数', 'Judgment records'],
  enforcement_records: ['强制执行记录数', 'Enforcement records'], penalty_records: ['行政处罚记录数', 'Penalty records'], unknown_codes: ['未知代码数', 'Unknown codes'], queries_1m: ['近 1 月查询', 'Queries, 1 month'], queries_3m: ['近 3 月查询', 'Queries, 3 months'],
  missing_sources: ['未取到的数据源', 'Missing sources'], grade: ['评分等级', 'Grade'], points_above_cutoff: ['高于准入线的分数', 'Points above the cut-off'], rate_within_cap: ['定价在上限内', 'Rate within the cap'], limit_minor: ['可贷额度（分）', 'Limit (fen)'],
  limit_set_by: ['额度由何决定', 'Limit set by'], least_loan_minor: ['起贷金额（分）', 'Least loan (fen)'], mobile_three_factor: ['手机号三要素', 'Mobile check'], mobile_in_service: ['手机号在网', 'Mobile in service'], insured_months: ['社保连续缴存月数', 'Insured months'],
  income_year_minor: ['年收入（分）', 'Income a year (fen)'], tax_credit_level: ['纳税信用等级', 'Tax credit'], tax_arrears_minor: ['欠税金额（分）', 'Tax arrears (fen)'], sales_12m_minor: ['近 12 月销售额（分）', 'Sales of 12 months (fen)'],
  zero_invoice_months_12m: ['近 12 月零开票月数', 'Months without invoice'], business_state: ['登记状态', 'State of the business'], business_months: ['经营月数', 'Months operating'], business_abnormal: ['经营异常', 'Listed as abnormal'],
  business_serious_illegal: ['严重违法', 'Listed as illegal'], model_fits: ['模型适用', 'The model fits'],
});
