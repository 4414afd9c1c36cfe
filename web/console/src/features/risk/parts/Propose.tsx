import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors } from '@/api/problem';
import { Dialog } from '@/shared/Dialog';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { useKeyOf } from '@/shared/useKeyOf';
import { propose, type Kind } from '../queries';
import { useWords, watchKind } from '../words';

const KINDS = ['PERSON', 'MOBILE', 'CARD', 'DEVICE'] as const;

/** Somebody of an application, for the list; another person confirms it. */
export function Propose({ of = '', small, onDone }: { of?: string; small?: boolean; onDone: () => void }) {
  const t = useWords(), keyOf = useKeyOf(), [open, setOpen] = useState(false), [kind, setKind] = useState<Kind>('PERSON'), [id, setId] = useState(of), [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () => propose(kind, id.trim(), reason.trim(), keyOf([kind, id, reason])),
    onSuccess: () => {
      setOpen(false);
      onDone();
    },
  });
  const wrong = fieldErrors(send.error);
  return (
    <>
      <button type="button" className={small ? 'btn small' : 'btn primary'} onClick={() => setOpen(true)}>
        {t('add')}
      </button>
      {open && (
        <Dialog title={t('add')} onClose={() => setOpen(false)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              send.mutate();
            }}
          >
            <p className="muted">{t('addWhy')}</p>
            <Field label={t('kind')}>
              {(given) => (
                <select {...given} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
                  {KINDS.map((each) => (
                    <option key={each} value={each}>
                      {watchKind(each)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t('applicationId')} wrong={wrong.application_id}>
              {(given) => <input {...given} required pattern="[0-9a-fA-F\-]{36}" value={id} onChange={(event) => setId(event.target.value)} />}
            </Field>
            <Field label={t('reason')} wrong={wrong.reason}>
              {(given) => <textarea {...given} required rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Field>
            <Refused error={send.error} />
            <p className="actions">
              <button type="submit" className="btn primary" disabled={send.isPending}>
                {t('add')}
              </button>
              <button type="button" className="btn" onClick={() => setOpen(false)}>
                {t('cancel')}
              </button>
            </p>
          </form>
        </Dialog>
      )}
    </>
  );
}
