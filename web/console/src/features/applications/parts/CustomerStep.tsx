import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors } from '@/api/problem';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { useKeyOf } from '@/shared/useKeyOf';
import { register, type Customer, type CustomerBody } from '../queries';
import { useWords } from '../words';

const NONE = { name: '', identity_number: '', mobile: '', card_number: '', id_expires_on: '', employer: '', address: '' };
type Values = typeof NONE;

/** Registers somebody, or finds whom the same details belong to. */
export function CustomerStep({ known, onKnown }: { known: Customer | undefined; onKnown: (id: string) => void }) {
  const t = useWords(), keyOf = useKeyOf(), [values, setValues] = useState(NONE);
  const send = useMutation({ mutationFn: (content: CustomerBody) => register(content, keyOf(content)), onSuccess: (found) => onKnown(found.id) });
  const wrong = fieldErrors(send.error);
  const text = (name: keyof Values, label: string, more: { required?: boolean; type?: string; inputMode?: 'numeric' } = {}) => (
    <Field label={`${label}${more.required ? ' *' : ''}`} wrong={wrong[name]}>
      {(given) => <input {...given} {...more} autoComplete="off" value={values[name]} onChange={(event) => setValues({ ...values, [name]: event.target.value })} />}
    </Field>
  );
  return (
    <section className="card" aria-labelledby="step-1">
      <h2 id="step-1">{t('step1')}</h2>
      {known ? (
        <p>
          ✓ {t('registered')}：<b>{known.name}</b> <span className="muted">{[known.identity_number, known.mobile, known.card_number].filter(Boolean).join(' · ')}</span>
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate(Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim())) as unknown as CustomerBody);
          }}
        >
          <p className="muted">{t('registerWhy')}</p>
          <div className="fields">
            {text('name', t('name'), { required: true })}
            {text('identity_number', t('identity'), { required: true })}
            {text('mobile', t('mobile'), { required: true, inputMode: 'numeric' })}
            {text('card_number', t('card'), { inputMode: 'numeric' })}
            {text('id_expires_on', t('expires'), { type: 'date' })}
            {text('employer', t('employer'))}
            {text('address', t('address'))}
          </div>
          <Refused error={send.error} />
          <p className="actions">
            <button type="submit" className="btn primary" disabled={send.isPending}>
              {t('register')}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
