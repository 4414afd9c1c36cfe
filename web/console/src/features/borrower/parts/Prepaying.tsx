import { useState } from 'react';
import { minorOf, yuan } from '@/shared/format';
import { defineWords } from '@/shared/words';
import { instruction, quote, quotes, type Loan, type Quote } from '../queries';
import { useAct, useRead } from '@/shared/reads';
import type { Wrong } from '../words';
import { Facts } from '@/shared/Facts';
import { ActButton, ChoiceField, Refusal, YuanField } from './fields';

const useWords = defineWords({
  title: ['提前还款', 'Repay early'],
  lead: ['先试算，再还款。试算结果在有效期内对本机构有约束力。', 'See first what it costs. A quote binds us until its day.'],
  how: ['还多少', 'How much'],
  all: ['全部结清', 'All of it'],
  part: ['部分提前还', 'A part'],
  amount: ['提前偿还本金', 'Principal to repay'],
  effect: ['剩余还款', 'Afterwards'],
  SHORTER_TERM: ['缩短期限，月供不变', 'Shorter, same instalments'],
  LOWER_INSTALMENT: ['期限不变，减少月供', 'Same end, lower instalments'],
  ask: ['试算', 'Show what it costs'],
  quoted: ['试算结果', 'The quote'],
  holds: ['有效期', 'Holds'],
  until: ['{from} 至 {to}', '{from} to {to}'],
  due: ['已到期应还', 'Due already'],
  principal: ['本金', 'Principal'],
  interest: ['利息', 'Interest'],
  fee: ['提前还款费用', 'Fee'],
  off: ['抵扣余款', 'Left over, taken off'],
  total: ['应付合计', 'To pay'],
  after: ['还款后剩余 {n} 期，首期 {day} 还 {amount}', 'Then {n} instalments, the next on {day}: {amount}'],
  ends: ['还款后贷款结清，可开具结清证明。', 'The loan then is settled, and you can have a certificate.'],
  pay: ['请在有效期内将应付合计转账至 {account}，附言 {reference}。', 'Transfer the total until then to {account}, reference {reference}.'],
  counter: ['网点指定账户', 'the account named at a branch'],
  used: ['已按此还款', 'Taken up'],
});
const WRONG: Wrong = { code: 'amount-out-of-range', detail: '' };

export function Prepaying({ own }: { own: Loan }) {
  const t = useWords(), { busy, error, wait, act } = useAct(), before = useRead(`quotes ${own.id}`, () => quotes(own.id)), how = useRead(`pay ${own.id}`, () => instruction(own.id));
  const [all, setAll] = useState('all'), [amount, setAmount] = useState(''), [effect, setEffect] = useState<NonNullable<Quote['effect']>>('SHORTER_TERM'), [wrong, setWrong] = useState(false);
  const shown = before.data?.[0];
  const ask = () =>
    act(async () => {
      const minor = minorOf(amount), bad = all !== 'all' && !minor;
      setWrong(bad);
      if (bad) return;
      await quote(own.id, { ...(all !== 'all' && { principal_minor: minor }), effect }, crypto.randomUUID());
      before.again();
    });
  return (
    <section className="card stack" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="muted">{t('lead')}</p>
      <ChoiceField label={t('how')} value={all} onChange={setAll} options={[{ value: 'all', label: t('all') }, { value: 'part', label: t('part') }]} />
      {all === 'part' && (
        <>
          <YuanField label={t('amount')} value={amount} onChange={setAmount} wrong={wrong ? WRONG : undefined} />
          <ChoiceField
            label={t('effect')}
            value={effect}
            onChange={(value) => setEffect(value as typeof effect)}
            options={(['SHORTER_TERM', 'LOWER_INSTALMENT'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </>
      )}
      <Refusal error={error} wait={wait} />
      <ActButton busy={busy} wait={wait} onClick={() => void ask()}>
        {t('ask')}
      </ActButton>
      <div aria-live="polite">{shown && <QuoteShown quote={shown} account={how.data?.account ?? null} reference={how.data?.reference ?? ''} />}</div>
    </section>
  );
}

function QuoteShown({ quote: shown, account, reference }: { quote: Quote; account: string | null; reference: string }) {
  const t = useWords(), left = shown.effect ? shown.schedule.filter((row) => row.due_on > shown.pay_by) : [], [next] = left;
  return (
    <div className="said stack">
      <h3>{t('quoted')}</h3>
      <Facts look="facts lead"
        rows={[
          shown.due_minor > 0 && [t('due'), yuan(shown.due_minor)],
          [t('principal'), yuan(shown.principal_minor)],
          [t('interest'), yuan(shown.interest_minor)],
          [t('fee'), yuan(shown.fee_minor)],
          shown.suspense_minor > 0 && [t('off'), `-${yuan(shown.suspense_minor)}`],
          [t('total'), <b key="total">{yuan(shown.total_minor)}</b>],
          [t('holds'), t('until', { from: shown.valid_from, to: shown.pay_by })],
        ]}
      />
      <p>{next ? t('after', { n: left.length, day: next.due_on, amount: yuan(next.principal_minor + next.interest_minor + next.fee_minor) }) : t('ends')}</p>
      <p className="muted">{shown.repayment_id ? t('used') : t('pay', { account: account ?? t('counter'), reference })}</p>
    </div>
  );
}
