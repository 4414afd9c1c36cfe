import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/shared/Confirm';
import { Field } from '@/shared/Field';
import { kinds, proposeChange, type Change } from '../queries';
import { confidence, useWords } from '../words';

const SURE: readonly Change['confidence'][] = ['P', 'C1', 'C2', 'MH', 'MM', 'ML'];

/** Another value from a day on, for a second person to decide. */
export function Propose({ service, only = '', onDone }: { service: string; only?: string; onDone: () => void }) {
  const t = useWords(), known = useQuery(kinds(service)).data?.filter((each) => each.code.startsWith(only)) ?? [];
  const [code, setCode] = useState(''), [value, setValue] = useState(''), [from, setFrom] = useState(''), [source, setSource] = useState(''), [sure, setSure] = useState<Change['confidence']>('P');
  const kind = known.find((each) => each.code === code);
  const content = (reason: string): Change => ({ code, value: value.trim(), unit: kind?.unit ?? '', valid_from: from, source: source.trim(), confidence: sure, reason });
  return (
    <Confirm label={t('propose')} primary words={t('reason')} content={content('')} act={(key, reason) => proposeChange(service, content(reason), key)} onDone={onDone}>
      <p className="muted">{t('proposeWhy')}</p>
      <Field label={t('code')} hint={kind?.meaning}>
        {(given) => (
          <select {...given} required value={code} onChange={(event) => setCode(event.target.value)}>
            <option value="">—</option>
            {known.map((each) => (
              <option key={each.code} value={each.code}>
                {each.code}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={`${t('value')}${kind ? ` (${kind.unit})` : ''}`} hint={kind && t('allowed', { what: kind.allowed })}>
        {(given) => <input {...given} required value={value} onChange={(event) => setValue(event.target.value)} />}
      </Field>
      <Field label={t('validFrom')}>{(given) => <input {...given} type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />}</Field>
      <Field label={t('source')}>{(given) => <input {...given} required value={source} onChange={(event) => setSource(event.target.value)} />}</Field>
      <Field label={t('confidence')}>
        {(given) => (
          <select {...given} value={sure} onChange={(event) => setSure(event.target.value as Change['confidence'])}>
            {SURE.map((each) => (
              <option key={each} value={each}>
                {confidence(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Confirm>
  );
}
