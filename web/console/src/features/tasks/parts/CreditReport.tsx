import { useState } from 'react';
import { Chip, type Tone } from '@/shared/Chip';
import { Dialog } from '@/shared/Dialog';
import { count, moment, percent, yuan } from '@/shared/format';
import { said, type Pair } from '@/shared/words';
import type { Case } from '../queries';
import { useCaseWords } from './words';

type Bureau = NonNullable<NonNullable<Case['collected']>['credit_bureau']>;
type Line = { item: Pair; value: string; bad?: boolean };
type Part = { title: Pair; lines: Line[] };

/** What the bureau said, in the order of a personal credit report: summary, lateness, bad debts, guarantees, public records, queries. */
function parts(it: Bureau): Part[] {
  const n = (item: Pair, value: number | null | undefined, counts = true): Line => ({ item, value: count(value ?? 0), bad: counts && Boolean(value) });
  const money = (item: Pair, value: number | null | undefined, counts = false): Line => ({ item, value: yuan(value), bad: counts && Boolean(value) });
  return [
    {
      title: ['一、信贷交易信息概要', '1 Summary of credit'],
      lines: [
        n(['未结清账户', 'Open accounts'], it.open_accounts, false), n(['其中住房贷款', 'of them mortgages'], it.mortgage_accounts, false), money(['贷记卡授信总额', 'Limits of cards'], it.card_limit_minor),
        money(['贷记卡已用额度', 'Drawn on cards'], it.card_used_minor), { item: ['循环授信使用率', 'Use of revolving credit'], value: percent(it.revolving_utilisation), bad: Number(it.revolving_utilisation) > 0.9 },
        money(['他行月还款', 'Dues a month elsewhere'], it.monthly_debt_service_minor), money(['他行无担保余额', 'Unsecured elsewhere'], it.unsecured_exposure_minor),
      ],
    },
    {
      title: ['二、逾期（透支）信息', '2 Lateness'],
      lines: [
        money(['当前逾期金额', 'Overdue now'], it.current_overdue_minor, true), n(['当前逾期账户', 'Accounts overdue'], it.overdue_accounts), n(['近 24 月逾期 1–30 天（月）', '1-30 days, months of 24'], it.late_1_24m),
        n(['近 24 月逾期 31–60 天（月）', '31-60 days'], it.late_2_24m), n(['近 24 月逾期 61–90 天（月）', '61-90 days'], it.late_3_24m), n(['近 24 月逾期 90 天以上（月）', 'over 90 days'], it.late_4plus_24m),
        n(['最长连续逾期（月）', 'Longest run'], it.late_run_24m), n(['近 60 月逾期（月）', 'Late months of 60'], it.late_months_60m),
      ],
    },
    {
      title: ['三、不良与特殊交易', '3 Bad debts and special transactions'],
      lines: [n(['呆账', 'Bad debts'], it.bad_debts), n(['被追偿', 'Recovered from him'], it.recovered_debts), n(['不良分类账户', 'Bad class'], it.bad_class_accounts), n(['关注类账户', 'Special mention'], it.watched_accounts), n(['展期、减免等', 'Eased'], it.eased_transactions)],
    },
    { title: ['四、对外担保', '4 Guarantees'], lines: [money(['担保余额', 'Balance'], it.guarantee_balance_minor), n(['其中不良', 'of them bad'], it.bad_guarantees), n(['其中关注', 'of them doubtful'], it.doubtful_guarantees)] },
    { title: ['五、公共信息', '5 Public records'], lines: [n(['欠税', 'Unpaid taxes'], it.tax_arrears_records), n(['民事判决', 'Judgments'], it.judgment_records), n(['强制执行', 'Enforcement'], it.enforcement_records), n(['行政处罚', 'Penalties'], it.penalty_records)] },
    {
      title: ['六、查询记录', '6 Queries'],
      lines: [n(['近 1 月审批查询', 'Approval queries, 1 month'], it.queries_1m, false), n(['近 3 月审批查询', '3 months'], it.queries_3m, false), n(['近 7 天查询机构', 'Institutions, 7 days'], it.query_orgs_7d, false), n(['近 30 天查询机构', '30 days'], it.query_orgs_30d, false)],
    },
  ];
}

export function CreditReport({ of }: { of: Case }) {
  const t = useCaseWords(), [open, setOpen] = useState(false), bureau = of.collected?.credit_bureau;
  if (!bureau) return null;
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {t('report')}
      </button>
      {open && (
        <Dialog title={t('report')} onClose={() => setOpen(false)} wide>
          <p className="muted">{`${of.application_no} · ${t('reportAt')} ${moment(of.collected?.collected_at)}`}</p>
          <div className="report">
            {parts(bureau).map((part) => (
              <section key={part.title[1]}>
                <h3>{said(part.title)}</h3>
                <table className="plain">
                  <caption className="sr">{said(part.title)}</caption>
                  <tbody>
                    {part.lines.map((line) => (
                      <tr key={line.item[1]}>
                        <th scope="row">{said(line.item)}</th>
                        <td className="num">{line.bad ? <Chip tone={TONE}>{line.value}</Chip> : line.value}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            ))}
          </div>
          <p className="actions">
            <button type="button" className="btn" onClick={() => setOpen(false)}>
              {t('close')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
const TONE: Tone = 4;
