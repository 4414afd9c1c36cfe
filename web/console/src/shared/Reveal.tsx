import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { application, body } from '@/api/client';
import { Dialog } from './Dialog';
import { Refused } from './Failed';
import { Field } from './Field';
import { Mark } from './Watermark';
import { codeWords, defineWords } from './words';

const useWords = defineWords({
  reveal: ['查看', 'Reveal'],
  title: ['查看完整信息', 'Show protected values'],
  why: ['每次查看都会留痕，并记入客户档案。', 'Each look is recorded in the customer’s file.'],
  purpose: ['用途', 'Purpose'],
  hidden: ['{n} 秒后隐藏', 'hidden in {n} s'],
  cancel: ['取消', 'Cancel'],
});
const purposeWord = codeWords({
  REVIEW: ['审查', 'Review'],
  PHONE_VERIFICATION: ['电话核实', 'Phone verification'],
  IDENTITY_VERIFICATION: ['身份核实', 'Identity verification'],
  DOCUMENT_CHECK: ['核对资料', 'Document check'],
});
const PURPOSES = ['REVIEW', 'PHONE_VERIFICATION', 'IDENTITY_VERIFICATION', 'DOCUMENT_CHECK'] as const;
const FIELDS = ['name', 'identity_number', 'mobile'] as const;

/** Masked values, shown in full for a purpose, for a minute, and hidden as the page loses the eye. */
export function Reveal({ customerId, taskId, masked }: { customerId: string; taskId?: string; masked: string }) {
  const t = useWords(), [asking, setAsking] = useState(false), [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>('REVIEW');
  const [values, setValues] = useState<string[]>(), [left, setLeft] = useState(0);
  const reveal = useMutation({
    mutationFn: () =>
      body(application.POST('/v1/customers/{customer_id}/reveals', { params: { path: { customer_id: customerId } }, body: { fields: [...FIELDS], purpose, task_id: taskId } })),
    onSuccess: (told) => {
      setValues(FIELDS.map((name) => told.values[name] ?? '—'));
      setLeft(told.shown_for_s ?? 60);
      setAsking(false);
    },
  });
  useEffect(() => {
    if (!values) return;
    const hide = () => setValues(undefined);
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : hide()), 1000);
    addEventListener('blur', hide);
    return () => {
      clearTimeout(timer);
      removeEventListener('blur', hide);
    };
  }, [values, left]);
  if (values)
    return (
      <span className="revealed">
        {values.join(' · ')} <span className="muted">{t('hidden', { n: left })}</span>
        <Mark whole />
      </span>
    );
  return (
    <>
      {masked}{' '}
      <button type="button" className="btn small" onClick={() => setAsking(true)}>
        {t('reveal')}
      </button>
      {asking && (
        <Dialog title={t('title')} onClose={() => setAsking(false)}>
          <p>{t('why')}</p>
          <Field label={t('purpose')}>
            {(given) => (
              <select {...given} value={purpose} onChange={(event) => setPurpose(event.target.value as typeof purpose)}>
                {PURPOSES.map((each) => (
                  <option key={each} value={each}>
                    {purposeWord(each)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Refused error={reveal.error} />
          <p className="actions">
            <button type="button" className="btn primary" disabled={reveal.isPending} onClick={() => reveal.mutate()}>
              {t('reveal')}
            </button>
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
