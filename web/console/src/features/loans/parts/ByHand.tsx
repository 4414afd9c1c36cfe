import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { Dialog } from '@/shared/Dialog';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { yuan } from '@/shared/format';
import { useKeyOf } from '@/shared/useKeyOf';
import { businessDay, loanByNumber, recordRepayment, type StatementBreak } from '../queries';
import { usePaymentWords } from '../paymentWords';

/** The money of a line that was not taken in, to the loan that a person names, under the bank's own reference. */
export function ByHand({ of, onDone }: { of: StatementBreak; onDone: () => void }) {
  const t = usePaymentWords(), keyOf = useKeyOf(), day = useQuery(businessDay).data?.business_date ?? '';
  const [open, setOpen] = useState(false), [loanNo, setLoanNo] = useState(of.loan_no), [received, setReceived] = useState('');
  const take = useMutation({
    mutationFn: async () => {
      const found = (await loanByNumber(loanNo.trim())).items[0];
      if (!found) throw new Problem(404, 'no-such-loan', t('noLoan'), '');
      const content = { amount_minor: of.amount_minor, reference: of.reference, source: 'BANK_FILE' as const, received_on: received || day };
      return recordRepayment(found.id, content, keyOf([found.id, content]));
    },
    onSuccess: () => {
      setOpen(false);
      onDone();
    },
  });
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {t('byHand')}
      </button>
      {open && (
        <Dialog title={`${t('byHand')} ${yuan(of.amount_minor)}`} onClose={() => setOpen(false)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              take.mutate();
            }}
          >
            <p className="muted">{t('byHandWhy')}</p>
            <p>
              {t('reference')} <b>{of.reference}</b>
            </p>
            <Field label={t('loanNo')}>{(given) => <input {...given} className="long" required value={loanNo} onChange={(event) => setLoanNo(event.target.value)} />}</Field>
            <Field label={t('receivedOn')}>{(given) => <input {...given} type="date" max={day} value={received || day} onChange={(event) => setReceived(event.target.value)} />}</Field>
            <Refused error={take.error} />
            <p className="actions">
              <button type="submit" className="btn primary" disabled={take.isPending || !loanNo.trim()}>
                {t('byHand')}
              </button>
            </p>
          </form>
        </Dialog>
      )}
    </>
  );
}
