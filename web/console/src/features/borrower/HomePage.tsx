import { useEffect, useState } from 'react';
import { Chip, type Tone } from '@/shared/Chip';
import { Failed } from '@/shared/Failed';
import { day, moment, percent, yuan } from '@/shared/format';
import { Skeleton } from '@/shared/Skeleton';
import { currentLang, defineWords } from '@/shared/words';
import { keptDraft } from './draft';
import { Facts } from '@/shared/Facts';
import { applications, loans, offerings, type Line, type Loan, type Offering } from './queries';
import { useRead } from '@/shared/reads';
import { applicationState, loanState, useCommon } from './words';

const useWords = defineWords({
  hello: ['您好', 'Welcome'],
  loans: ['我的贷款', 'My loans'],
  applications: ['我的申请', 'My applications'],
  products: ['申请借款', 'Borrow'],
  continue: ['继续填写申请', 'Go on with your application'],
  kept: ['您有一份未提交的申请，已保存在本机。', 'You have an application that is not handed in, kept on this device.'],
  apply: ['立即申请', 'Apply now'],
  upTo: ['最高可借', 'Up to'],
  cost: ['综合年化成本不超过（单利）', 'Total cost a year at most'],
  term: ['期限', 'Term'],
  terms: ['{from} 至 {to} 个月', '{from} to {to} months'],
  lender: ['放款机构', 'Lender'],
  outstanding: ['剩余本金', 'Outstanding principal'],
  principal: ['借款金额', 'Principal'],
  due: ['现应还', 'Due now'],
  nextDue: ['{day} 应还', 'Due {day}'],
  settled: ['结清日期', 'Settled on'],
  offer: ['待签约', 'Offer to sign'],
  paying: ['放款中', 'Being paid out'],
  paid: ['已放款', 'Paid out'],
  ended: ['已失效', 'Ended'],
  none: ['暂无可申请的产品，请稍后再来。', 'Nothing can be applied for at the moment.'],
  warning: ['贷款有风险，借款需谨慎。请根据个人能力合理贷款，理性消费。', 'Borrow no more than you can repay.'],
});

export function HomePage({ who }: { who: string }) {
  const t = useWords(), mine = useRead('home', async () => {
    const [asked, lent, sold] = await Promise.all([applications(), loans(), offerings()]);
    return { asked, lent, sold };
  });
  const [draft, setDraft] = useState(false);
  useEffect(() => {
    keptDraft(who).then((kept) => setDraft(kept !== null), () => setDraft(false));
  }, [who]);
  if (!mine.data) return mine.error ? <Failed error={mine.error} onRetry={mine.again} /> : <Skeleton lines={6} />;
  const { asked, lent, sold } = mine.data, open = asked.filter((line) => !line.loan_id);
  return (
    <div className="stack">
      <h1>{t('hello')}</h1>
      {draft && (
        <a className="card lead" href="#/apply">
          <b>{t('continue')}</b>
          <span className="muted">{t('kept')}</span>
        </a>
      )}
      {lent.length > 0 && (
        <section className="stack" aria-labelledby="lent">
          <h2 id="lent">{t('loans')}</h2>
          {lent.map((loan) => (
            <LoanCard key={loan.id} loan={loan} />
          ))}
        </section>
      )}
      {open.length > 0 && (
        <section className="stack" aria-labelledby="asked">
          <h2 id="asked">{t('applications')}</h2>
          {open.map((line) => (
            <ApplicationCard key={line.id} line={line} />
          ))}
        </section>
      )}
      <section className="stack" aria-labelledby="sold">
        <h2 id="sold">{t('products')}</h2>
        {sold.map((product) => (
          <ProductCard key={product.code} product={product} />
        ))}
        {!sold.length && <p className="muted">{t('none')}</p>}
      </section>
      <p className="muted small">{t('warning')}</p>
    </div>
  );
}

function ProductCard({ product }: { product: Offering }) {
  const t = useWords(), name = currentLang() === 'zh' ? product.name_zh : product.name_en;
  return (
    <article className="card stack">
      <h3>{name}</h3>
      <p className="figure">
        <span>{t('upTo')}</span>
        <b>{yuan(product.max_amount_minor)}</b>
      </p>
      <Facts
        rows={[
          [t('term'), t('terms', { from: product.min_term_months, to: product.max_term_months })],
          [t('cost'), percent(product.max_total_annual_rate)],
          [t('lender'), product.lender],
        ]}
      />
      <a className="btn wide primary" href={`#/apply/${product.code}`}>
        {t('apply')} <span className="sr">{name}</span>
      </a>
    </article>
  );
}

const LOAN_TONES: Record<string, Tone> = { ACTIVE: 1, OVERDUE: 5, SETTLED: 'grey', FAILED: 5, WRITTEN_OFF: 'grey', TRANSFERRED: 'grey' };

function LoanCard({ loan }: { loan: Loan }) {
  const t = useWords();
  return (
    <a className="card row" href={`#/loans/${loan.id}`}>
      <b className="amount">{yuan(loan.status === 'SETTLED' ? loan.principal_minor : loan.outstanding_principal_minor)}</b>
      <Chip tone={LOAN_TONES[loan.status] ?? 2}>{loanState(loan.status)}</Chip>
      <span className="muted">{loan.status === 'SETTLED' ? t('principal') : t('outstanding')}</span>
      <span className="muted">{loan.due_minor > 0 ? `${t('due')} ${yuan(loan.due_minor)}` : loan.next_due ? `${t('nextDue', { day: loan.next_due.due_on })} ${yuan(loan.next_due.total_minor)}` : loan.settled_on ? `${t('settled')} ${day(loan.settled_on)}` : ''}</span>
    </a>
  );
}

const TONES: Record<string, Tone> = { APPROVED: 1, CONDITIONAL: 3, DECLINED: 5, SUPPLEMENT: 4, WITHDRAWN: 'grey', DRAFT: 'grey' };
export const toneOf = (status: string): Tone => TONES[status] ?? 2;

function ApplicationCard({ line }: { line: Line }) {
  const t = useWords(), common = useCommon(), contract = line.contract_status;
  const waits = contract === 'DRAFTED' || contract === 'DISCLOSED' ? t('offer') : contract === 'SIGNED' ? t('paying') : contract === 'EFFECTIVE' ? t('paid') : contract === 'TERMINATED' ? t('ended') : null;
  return (
    <a className="card row" href={`#/applications/${line.id}`}>
      <b className="amount">{yuan(line.amount_minor)}</b>
      <Chip tone={waits && contract !== 'TERMINATED' ? 1 : toneOf(line.status)}>{waits ?? applicationState(line.status)}</Chip>
      <span className="muted">{common('months', { n: line.term_months })}</span>
      <span className="muted">{moment(line.submitted_at ?? line.created_at)}</span>
    </a>
  );
}
