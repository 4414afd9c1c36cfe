import { useEffect, useState } from 'react';
import { Failed } from '@/shared/Failed';
import { moment, percent, yuan } from '@/shared/format';
import { Skeleton } from '@/shared/Skeleton';
import { defineWords } from '@/shared/words';
import { confirm, contract, deliver, offer, sign, type Delivery, type Own } from '../queries';
import { useAct, useKey, useRead } from '@/shared/reads';
import { method, purposeOf, useCommon } from '../words';
import { Facts } from '@/shared/Facts';
import { ActButton, Refusal } from './fields';

const useWords = defineWords({
  until: ['请在 {day} 前完成签约，逾期额度失效。', 'Sign before {day}; then the offer runs out.'],
  read: ['阅读费用明示表', 'Read the cost disclosure'],
  table: ['综合融资成本明示表', 'Disclosure of all costs'],
  principal: ['贷款本金', 'Principal'],
  term: ['期限', 'Term'],
  how: ['还款方式', 'Repayment'],
  first: ['首期还款', 'First instalment'],
  total: ['息费合计', 'Interest and fees in all'],
  nominal: ['综合年化成本（单利，{by}）', 'All costs a year ({by})'],
  effective: ['综合年化成本（复利）', 'All costs a year, compounded'],
  normal: ['正常履约的费用', 'If you pay as agreed'],
  contingent: ['违约或选择性费用', 'Only in a breach, or by your choice'],
  item: ['项目', 'Item'],
  party: ['收取方', 'Collected by'],
  standard: ['标准', 'How much'],
  amount: ['金额', 'Amount'],
  left: ['请继续阅读，还需 {n} 秒', 'Please read on: {n} s left'],
  confirm: ['我已阅读并确认费用', 'I have read it and confirm the costs'],
  contract: ['贷款合同', 'Loan contract'],
  contractNo: ['合同编号', 'Contract'],
  lender: ['贷款人', 'Lender'],
  purpose: ['借款用途', 'Purpose'],
  rate: ['年利率（单利）', 'Annual rate'],
  penalty: ['逾期罚息', 'Penalty when overdue'],
  penaltyOf: ['合同利率的 {n} 倍', '{n} times the rate'],
  grace: ['宽限期', 'Grace'],
  days: ['{n} 天', '{n} days'],
  hash: ['合同摘要（SHA-256）', 'Digest of the contract (SHA-256)'],
  agree: ['我已阅读并同意贷款合同的全部内容，确认以电子签名签署。', 'I have read the contract, agree to all of it, and sign electronically.'],
  sign: ['签署合同并放款', 'Sign, and have it paid out'],
  paying: ['合同已签署，正在放款至您的银行卡…', 'Signed. The money is on its way to your card…'],
  paid: ['放款成功', 'The money is paid out'],
  paidTo: ['{amount} 已转入您的银行卡。', '{amount} went to your card.'],
  loan: ['查看还款计划', 'See the repayment plan'],
  ended: ['该额度已失效。如仍需借款，请重新申请。', 'The offer has ended. Apply again if you still want a loan.'],
});

/** From the offer to the money: what it costs, read as long as it takes; then the contract; then the pay-out. */
export function OfferSection({ application, again }: { application: Own; again: () => void }) {
  const t = useWords(), { contract_status: status, loan_id, decision } = application;
  if (status === 'TERMINATED') return loan_id ? <LoanLink id={loan_id} /> : <p className="card">{t('ended')}</p>;
  if (status === 'SIGNED')
    return (
      <p className="card assessing" role="status">
        <span className="pulse" aria-hidden="true" /> {t('paying')}
      </p>
    );
  if (status === 'EFFECTIVE')
    return (
      <section className="card stack paid" aria-live="polite">
        <h2>
          <span aria-hidden="true">✓</span> {t('paid')}
        </h2>
        <p>{t('paidTo', { amount: yuan(decision?.amount_minor) })}</p>
        {loan_id && <LoanLink id={loan_id} />}
      </section>
    );
  return status === 'DISCLOSED' ? <Signing id={application.id} again={again} /> : <Disclosing id={application.id} again={again} />;
}

function LoanLink({ id }: { id: string }) {
  const t = useWords();
  return (
    <a className="btn wide primary" href={`#/loans/${id}`}>
      {t('loan')}
    </a>
  );
}

function Disclosing({ id, again }: { id: string; again: () => void }) {
  const t = useWords(), made = useRead(`offer ${id}`, () => offer(id)), { busy, error, wait, act } = useAct(), [given, setGiven] = useState<Delivery | null>(null);
  if (!made.data) return made.error ? <Failed error={made.error} onRetry={made.again} /> : <Skeleton />;
  if (given) return <Disclosure given={given} again={again} />;
  return (
    <section className="card stack">
      <p>{t('until', { day: moment(made.data.expires_at) })}</p>
      <Refusal error={error} wait={wait} />
      <ActButton busy={busy} wait={wait} onClick={() => void act(async () => setGiven(await deliver(id)))}>
        {t('read')}
      </ActButton>
    </section>
  );
}

/** The table, and the time that the service measures: the page counts along, and never decides. */
function Disclosure({ given, again }: { given: Delivery; again: () => void }) {
  const t = useWords(), common = useCommon(), { disclosure: table } = given, { busy, error, wait, act } = useAct(), [key] = useKey();
  const [left, setLeft] = useState(() => Math.min(given.forced_read_seconds, Math.max(0, Math.ceil((Date.parse(given.confirmable_at) - Date.now()) / 1000))));
  useEffect(() => {
    if (!left) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  const shown = (contingent: boolean) => table.items.filter((item) => item.contingent === contingent);
  return (
    <section className="card stack">
      <h2>{t('table')}</h2>
      <Facts look="facts lead"
        rows={[
          [t('principal'), yuan(table.principal_minor)],
          [t('term'), common('months', { n: table.term_months })],
          [t('how'), method(table.repayment_method)],
          [t('first'), yuan(table.first_instalment_minor)],
          [t('total'), <b key="total">{yuan(table.total_cost_minor)}</b>],
          [t('nominal', { by: table.method }), <b key="nominal">{percent(table.total_annual_rate)}</b>],
          [t('effective'), percent(table.total_annual_rate_effective)],
        ]}
      />
      {[false, true].map((contingent) => (
        <div key={String(contingent)}>
          <h3>{contingent ? t('contingent') : t('normal')}</h3>
          <ul className="costs">
            {shown(contingent).map((item) => (
              <li key={item.code}>
                <p className="spread">
                  <b>{item.name}</b>
                  <span>{item.amount_minor === null ? '' : yuan(item.amount_minor)}</span>
                </p>
                <p className="muted">
                  {item.standard} · {t('party')} {item.party}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="muted small">{table.statement}</p>
      <Refusal error={error} wait={wait} />
      <ActButton busy={busy} wait={wait} disabled={left > 0} onClick={() => void act(async () => (await confirm(given.application_id, given.disclosure_hash, key), again()))}>
        {left > 0 ? t('left', { n: left }) : t('confirm')}
      </ActButton>
    </section>
  );
}

type Content = {
  lender: string; purpose: string; principal_minor: number; annual_rate: string; term_months: number; repayment_method: string; penalty_multiple: string; grace_days: number;
};

function Signing({ id, again }: { id: string; again: () => void }) {
  const t = useWords(), common = useCommon(), read = useRead(`contract ${id}`, () => contract(id)), { busy, error, wait, act } = useAct(), [key] = useKey(), [agreed, setAgreed] = useState(false);
  if (!read.data) return read.error ? <Failed error={read.error} onRetry={read.again} /> : <Skeleton />;
  const content = read.data.content as Content, { hash, contract_no } = read.data;
  return (
    <section className="card stack">
      <h2>{t('contract')}</h2>
      <Facts look="facts lead"
        rows={[
          [t('contractNo'), contract_no],
          [t('lender'), content.lender],
          [t('principal'), <b key="principal">{yuan(content.principal_minor)}</b>],
          [t('rate'), percent(content.annual_rate)],
          [t('term'), common('months', { n: content.term_months })],
          [t('how'), method(content.repayment_method)],
          [t('purpose'), purposeOf(content.purpose)],
          [t('penalty'), t('penaltyOf', { n: Number(content.penalty_multiple) })],
          [t('grace'), t('days', { n: content.grace_days })],
          [t('hash'), <code key="hash">{hash}</code>],
        ]}
      />
      <label className="check">
        <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
        <span>{t('agree')}</span>
      </label>
      <Refusal error={error} wait={wait} />
      <ActButton busy={busy} wait={wait} disabled={!agreed} onClick={() => void act(async () => (await sign(id, hash, key), again()))}>
        {t('sign')}
      </ActButton>
    </section>
  );
}
