import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors } from '@/api/problem';
import { repaymentMethod } from '@/shared/business';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { capital, minorOf, yuan } from '@/shared/format';
import { formOf, SchemaForm, type FormValues } from '@/shared/SchemaForm';
import { useKeyOf } from '@/shared/useKeyOf';
import { currentLang } from '@/shared/words';
import { oneProduct, products, saveDraft, type Wish } from '../queries';
import { useWords } from '../words';

/** What the customer asks for, by the product's own form. */
export function WishStep({ customer, onSaved }: { customer: string; onSaved: (id: string) => void }) {
  const t = useWords(), keyOf = useKeyOf(), offered = useQuery(products).data?.filter((each) => each.channel === 'OFFLINE') ?? [];
  const [code, setCode] = useState(''), product = useQuery(oneProduct(code || undefined)).data;
  const [amount, setAmount] = useState(''), [term, setTerm] = useState(''), [method, setMethod] = useState(''), [purpose, setPurpose] = useState('');
  const [form, setForm] = useState<FormValues>({}), [reuse, setReuse] = useState(false), minor = minorOf(amount);
  const save = useMutation({ mutationFn: (wish: Wish) => saveDraft(wish, keyOf(wish)), onSuccess: (made) => onSaved(made.id) });
  const wrong = fieldErrors(save.error);
  return (
    <section className="card" aria-labelledby="step-3">
      <h2 id="step-3">{t('step3')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            customer_id: customer,
            product_code: code,
            amount_minor: minor ?? 0,
            term_months: Number(term),
            repayment_method: method as Wish['repayment_method'],
            purpose,
            form: formOf(product?.form ?? {}, form),
            reuse_documents: reuse,
          });
        }}
      >
        <div className="fields">
          <Field label={`${t('product')} *`} wrong={wrong.product_code}>
            {(given) => (
              <select {...given} required value={code} onChange={(event) => setCode(event.target.value)}>
                <option value="">{t('choose')}</option>
                {offered.map((each) => (
                  <option key={each.code} value={each.code}>
                    {currentLang() === 'zh' ? each.name_zh : each.name_en}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {product && (
            <>
              <Field
                label={`${t('wish')} *`}
                wrong={wrong.amount_minor}
                hint={minor ? capital(minor) : t('range', { min: yuan(product.min_amount_minor), max: yuan(product.max_amount_minor) })}
              >
                {(given) => <input {...given} required inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />}
              </Field>
              <Field label={`${t('termMonths')} *`} wrong={wrong.term_months} hint={t('range', { min: product.min_term_months, max: product.max_term_months })}>
                {(given) => (
                  <input {...given} required type="number" min={product.min_term_months} max={product.max_term_months} value={term} onChange={(event) => setTerm(event.target.value)} />
                )}
              </Field>
              <Field label={`${t('method')} *`} wrong={wrong.repayment_method}>
                {(given) => (
                  <select {...given} required value={method} onChange={(event) => setMethod(event.target.value)}>
                    <option value="">{t('choose')}</option>
                    {product.methods.map((each) => (
                      <option key={each.method} value={each.method}>
                        {repaymentMethod(each.method)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field label={`${t('purpose')} *`} wrong={wrong.purpose}>
                {(given) => (
                  <select {...given} required value={purpose} onChange={(event) => setPurpose(event.target.value)}>
                    <option value="">{t('choose')}</option>
                    {Object.entries(product.purposes).map(([each, name]) => (
                      <option key={each} value={each}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </>
          )}
        </div>
        {product && <SchemaForm schema={product.form} values={form} onChange={setForm} wrong={wrong} />}
        <label className="check">
          <input type="checkbox" checked={reuse} onChange={(event) => setReuse(event.target.checked)} /> {t('reuse')}
        </label>
        <Refused error={save.error} />
        <p className="actions">
          <button type="submit" className="btn primary" disabled={!product || save.isPending}>
            {t('save')}
          </button>
        </p>
      </form>
    </section>
  );
}
