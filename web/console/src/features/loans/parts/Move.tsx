import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/shared/Confirm';
import { Failed } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { capital, minorOf, typed, yuan } from '@/shared/format';
import { askMove, loansOf, type Loan } from '../queries';
import { usePaymentWords } from '../paymentWords';
import { loanStatus } from '../words';

const OWED: ReadonlySet<Loan['status']> = new Set(['ACTIVE', 'OVERDUE']);

/** Money left over on a loan, asked to go to another one of the same customer; a second person decides. */
export function Move({ of, onDone }: { of: Loan; onDone: () => void }) {
  const t = usePaymentWords(), [to, setTo] = useState(''), [amount, setAmount] = useState(typed(of.suspense_minor)), minor = minorOf(amount);
  const content = { to_loan_id: to, amount_minor: minor ?? 0 };
  return (
    <Confirm label={t('move')} title={`${t('move')} ${of.loan_no}`} small words={t('moveReason')} content={content} act={(key, reason) => askMove(of.id, { ...content, reason }, key)} onDone={onDone}>
      <p className="muted">{t('moveWhy')}</p>
      <Others of={of} to={to} onChoose={setTo} />
      <Field label={t('moveAmount')} hint={minor ? `${yuan(minor)} ${capital(minor)}` : undefined}>
        {(given) => <input {...given} inputMode="decimal" required value={amount} onChange={(event) => setAmount(event.target.value)} />}
      </Field>
    </Confirm>
  );
}

/** The customer's loans on which something is owed. */
function Others({ of, to, onChoose }: { of: Loan; to: string; onChoose: (id: string) => void }) {
  const t = usePaymentWords(), found = useQuery(loansOf(of.customer_id)), others = found.data?.filter((each) => each.id !== of.id && OWED.has(each.status)) ?? [];
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data && !others.length) return <p className="refused">{t('noOther')}</p>;
  return (
    <Field label={t('moveTo')}>
      {(given) => (
        <select {...given} required value={to} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{t('chooseLoan')}</option>
          {others.map((each) => (
            <option key={each.id} value={each.id}>
              {`${each.loan_no} · ${loanStatus(each.status)} · ${t('owes')} ${yuan(each.due_minor)}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
