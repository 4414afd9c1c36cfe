import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors } from '@/api/problem';
import { Dialog } from '@/shared/Dialog';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { capital, minorOf, typed, yuan } from '@/shared/format';
import { useKeyOf } from '@/shared/useKeyOf';
import { businessDay, recordRepayment, type Loan, type QuotedRepayment } from '../queries';
import { money, useWords } from '../words';

const SOURCES = ['TRANSFER', 'COUNTER', 'AUTO_DEBIT', 'BANK_FILE'] as const;

/** Money that came in, as the bank's statement says it. */
export function Record({ of, onDone }: { of: Loan; onDone: () => void }) {
  const t = useWords(), keyOf = useKeyOf(), day = useQuery(businessDay).data?.business_date ?? '', [open, setOpen] = useState(false);
  const [amount, setAmount] = useState(of.due_minor ? typed(of.due_minor) : ''), [reference, setReference] = useState(''), [received, setReceived] = useState('');
  const [source, setSource] = useState<(typeof SOURCES)[number]>('TRANSFER'), minor = minorOf(amount);
  const record = useMutation({
    mutationFn: (content: QuotedRepayment) => recordRepayment(of.id, content, keyOf(content)),
    onSuccess: () => {
      setOpen(false);
      onDone();
    },
  });
  const wrong = fieldErrors(record.error);
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        {t('record')}
      </button>
      {open && (
        <Dialog title={`${t('record')} ${of.loan_no}`} onClose={() => setOpen(false)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              record.mutate({ amount_minor: minor ?? 0, reference, source, received_on: received || day });
            }}
          >
            <p className="muted">{t('recordWhy')}</p>
            <Field label={t('repaymentAmount')} wrong={wrong.amount_minor} hint={minor ? `${yuan(minor)} ${capital(minor)}` : undefined}>
              {(given) => <input {...given} inputMode="decimal" required value={amount} onChange={(event) => setAmount(event.target.value)} />}
            </Field>
            <Field label={t('received')} wrong={wrong.received_on}>
              {(given) => <input {...given} type="date" max={day} value={received || day} onChange={(event) => setReceived(event.target.value)} />}
            </Field>
            <Field label={t('source')}>
              {(given) => (
                <select {...given} value={source} onChange={(event) => setSource(event.target.value as typeof source)}>
                  {SOURCES.map((each) => (
                    <option key={each} value={each}>
                      {money(each)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t('reference')} wrong={wrong.reference}>
              {(given) => <input {...given} required value={reference} onChange={(event) => setReference(event.target.value)} />}
            </Field>
            <Refused error={record.error} />
            <p className="actions">
              <button type="submit" className="btn primary" disabled={record.isPending || !minor}>
                {t('record')}
              </button>
            </p>
          </form>
        </Dialog>
      )}
    </>
  );
}
