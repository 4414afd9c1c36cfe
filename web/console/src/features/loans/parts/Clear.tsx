import { useState } from 'react';
import { Confirm } from '@/shared/Confirm';
import { Field } from '@/shared/Field';
import { clearBreak, type ClearingBody } from '../queries';
import { clearing, usePaymentWords } from '../paymentWords';

const OUTCOMES: readonly ClearingBody['outcome'][] = ['SETTLED_LATER', 'CHANNEL_CORRECTED', 'BOOKED', 'RETURNED'];

/** What finance has found out about a break, and what proves it. */
export function Clear({ day, order, onDone }: { day: string; order: string; onDone: () => void }) {
  const t = usePaymentWords(), [outcome, setOutcome] = useState<ClearingBody['outcome']>('SETTLED_LATER'), [reference, setReference] = useState('');
  return (
    <Confirm label={t('clear')} small words={t('noteOf')} content={[outcome, reference]} act={(key, note) => clearBreak(day, order, { outcome, reference: reference.trim(), note }, key)} onDone={onDone}>
      <p className="muted">{t('clearWhy')}</p>
      <Field label={t('outcome')}>
        {(given) => (
          <select {...given} value={outcome} onChange={(event) => setOutcome(event.target.value as typeof outcome)}>
            {OUTCOMES.map((each) => (
              <option key={each} value={each}>
                {clearing(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('proof')}>{(given) => <input {...given} required maxLength={100} value={reference} onChange={(event) => setReference(event.target.value)} />}</Field>
    </Confirm>
  );
}
