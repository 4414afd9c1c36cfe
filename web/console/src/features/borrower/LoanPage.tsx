import { useState } from 'react';
import { Chip } from '@/shared/Chip';
import { Failed } from '@/shared/Failed';
import { day, percent, yuan } from '@/shared/format';
import { Skeleton } from '@/shared/Skeleton';
import { defineWords } from '@/shared/words';
import { Facts } from '@/shared/Facts';
import { PaperSection } from './parts/LoanPapers';
import { Prepaying } from './parts/Prepaying';
import { instruction, loan, repayments, schedule, type Instalment, type Loan } from './queries';
import { useRead } from '@/shared/reads';
import { component, loanState, method } from './words';

const useWords = defineWords({
  outstanding: ['剩余本金', 'Outstanding principal'],
  due: ['今日应还', 'Due today'],
  nothing: ['当前无应还款项', 'Nothing is due'],
  next: ['下期（{day}）', 'Next, on {day}'],
  overdue: ['逾期 {n} 天', '{n} days overdue'],
  rate: ['年利率（单利）', 'Annual rate'],
  how: ['还款方式', 'Repayment'],
  from: ['放款日', 'Paid out on'],
  to: ['到期日', 'Ends on'],
  principal: ['借款金额', 'Principal'],
  no: ['借据编号', 'Loan'],
  left: ['待冲抵余款', 'Left over from before'],
  settled: ['贷款已于 {day} 结清。', 'Settled on {day}.'],
  pay: ['还款', 'Pay'],
  transfer: ['请使用本人账户转账，并在附言中填写还款编号。', 'Transfer from your own account, and give the reference.'],
  account: ['收款账户', 'Account'],
  counter: ['请到网点办理', 'At a branch'],
  reference: ['还款编号（附言）', 'Reference'],
  amount: ['金额', 'Amount'],
  copy: ['复制还款编号', 'Copy the reference'],
  copied: ['已复制', 'Copied'],
  plan: ['还款计划', 'Repayment plan'],
  of: ['共 {n} 期', '{n} instalments'],
  number: ['期数', 'No.'],
  dueOn: ['应还日', 'Due'],
  total: ['应还金额', 'Amount'],
  interest: ['其中利息', 'of which interest'],
  state: ['状态', 'State'],
  paid: ['已还', 'Paid'],
  part: ['部分已还', 'Partly paid'],
  late: ['逾期', 'Overdue'],
  coming: ['待还', 'To come'],
  early: ['提前还款', 'Prepaid'],
  history: ['还款记录', 'Repayments'],
  none: ['还没有还款记录。', 'Nothing has been repaid yet.'],
  reversed: ['已撤销', 'Taken back'],
});

export function LoanPage({ id }: { id: string }) {
  const t = useWords(), read = useRead(`loan ${id}`, () => loan(id));
  if (!read.data) return read.error ? <Failed error={read.error} onRetry={read.again} /> : <Skeleton lines={6} />;
  const own = read.data, running = own.status === 'ACTIVE' || own.status === 'OVERDUE';
  return (
    <div className="stack">
      <Head own={own} />
      {own.settled_on && <p className="card">{t('settled', { day: day(own.settled_on) })}</p>}
      {running && <Paying id={id} />}
      {own.value_date && <Plan id={id} today={own.business_date} />}
      {running && <Prepaying own={own} />}
      {own.value_date && <History id={id} />}
      {own.value_date && <PaperSection own={own} />}
    </div>
  );
}

function Head({ own }: { own: Loan }) {
  const t = useWords();
  return (
    <section className="card stack">
      <p className="spread">
        <span className="muted">{t('outstanding')}</span>
        <Chip tone={own.status === 'OVERDUE' ? 5 : own.status === 'ACTIVE' ? 1 : 'grey'}>{own.overdue_days ? t('overdue', { n: own.overdue_days }) : loanState(own.status)}</Chip>
      </p>
      <h1 className="amount">{yuan(own.outstanding_principal_minor)}</h1>
      <Facts
        rows={[
          [t('due'), own.due_minor > 0 ? <b key="due">{yuan(own.due_minor)}</b> : t('nothing')],
          own.next_due && [t('next', { day: own.next_due.due_on }), yuan(own.next_due.total_minor)],
          own.left_over_minor > 0 && [t('left'), yuan(own.left_over_minor)],
          [t('principal'), yuan(own.principal_minor)],
          [t('rate'), percent(own.annual_rate)],
          [t('how'), method(own.repayment_method)],
          [t('from'), day(own.value_date)],
          [t('to'), day(own.maturity_date)],
          [t('no'), own.loan_no],
        ]}
      />
    </section>
  );
}

function Paying({ id }: { id: string }) {
  const t = useWords(), read = useRead(`pay ${id}`, () => instruction(id)), [copied, setCopied] = useState(false);
  if (!read.data) return read.error ? <Failed error={read.error} onRetry={read.again} /> : null;
  const { account, reference, amount_minor } = read.data;
  return (
    <section className="card stack" aria-label={t('pay')}>
      <h2>{t('pay')}</h2>
      <p className="muted">{t('transfer')}</p>
      <Facts
        rows={[
          [t('amount'), amount_minor > 0 ? <b key="amount">{yuan(amount_minor)}</b> : t('nothing')],
          [t('account'), account ?? t('counter')],
          [t('reference'), <code key="reference">{reference}</code>],
        ]}
      />
      <button type="button" className="btn wide" onClick={() => void navigator.clipboard.writeText(reference).then(() => setCopied(true))}>
        {copied ? t('copied') : t('copy')}
      </button>
    </section>
  );
}

const FEW = 4;

function Plan({ id, today }: { id: string; today: string }) {
  const t = useWords(), read = useRead(`plan ${id}`, () => schedule(id));
  if (!read.data) return read.error ? <Failed error={read.error} onRetry={read.again} /> : <Skeleton />;
  const rows = read.data;
  return (
    <section className="card" aria-label={t('plan')}>
      <details open={rows.length <= FEW * 4}>
        <summary>
          <h2>
            {t('plan')} <small className="muted">{t('of', { n: rows.length })}</small>
          </h2>
        </summary>
        <table className="plan">
          <caption className="sr">{t('plan')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('dueOn')}</th>
              <th scope="col" className="num">
                {t('total')}
              </th>
              <th scope="col">{t('state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.number} ${row.due_on}`}>
                <th scope="row">{row.number}</th>
                <td>{row.due_on}</td>
                <td className="num">
                  {yuan(row.total_minor)}
                  <small className="muted">
                    {t('interest')} {yuan(row.interest_minor)}
                  </small>
                </td>
                <td>
                  <State row={row} today={today} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function State({ row, today }: { row: Instalment; today: string }) {
  const t = useWords();
  if (row.early) return <Chip tone={1}>{t('early')}</Chip>;
  if (!row.unpaid_minor) return <Chip tone={1}>✓ {t('paid')}</Chip>;
  if (row.due_on < today) return <Chip tone={5}>{t('late')}</Chip>;
  return row.unpaid_minor < row.total_minor ? <Chip tone={3}>{t('part')}</Chip> : <span className="muted">{t('coming')}</span>;
}

function History({ id }: { id: string }) {
  const t = useWords(), read = useRead(`repayments ${id}`, () => repayments(id));
  if (!read.data) return read.error ? <Failed error={read.error} onRetry={read.again} /> : null;
  return (
    <section className="card stack" aria-label={t('history')}>
      <h2>{t('history')}</h2>
      {!read.data.length && <p className="muted">{t('none')}</p>}
      <ul className="costs">
        {read.data.map((entry) => (
          <li key={entry.repayment_id}>
            <p className="spread">
              <span>{entry.received_on}</span>
              <b>{yuan(entry.amount_minor)}</b>
            </p>
            <p className="muted">
              {entry.reversed
                ? t('reversed')
                : [...sums(entry.allocation)].map(([name, minor]) => `${component(name)} ${yuan(minor)}`).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sums(lines: readonly { component: string; amount_minor: number }[]) {
  const found = new Map<string, number>();
  for (const line of lines) found.set(line.component, (found.get(line.component) ?? 0) + line.amount_minor);
  return found;
}
