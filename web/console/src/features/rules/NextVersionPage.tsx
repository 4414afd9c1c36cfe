import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Confirm } from '@/shared/Confirm';
import { Failed } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { minorOf, typed } from '@/shared/format';
import { useTitle } from '@/shared/page';
import { Skeleton } from '@/shared/Skeleton';
import { Differences } from './parts/Differences';
import { fieldName, useProductWords } from './productWords';
import { productVersions, proposeProduct, type Product } from './queries';

const FIXED = new Set(['code', 'version']), DATES = new Set(['valid_from', 'valid_to']);
type Record_ = Record<string, unknown>;
const hasParts = (value: unknown) => typeof value === 'object' && value !== null;

/** The next version of a product, begun with what the last one says. */
export function NextVersionPage() {
  const { code } = useParams({ strict: false }) as { code: string }, found = useQuery(productVersions(code)), last = found.data?.at(-1)?.product;
  if (found.isPending) return <Skeleton lines={8} />;
  if (!last) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  return <Form key={last.version} last={last} />;
}

function Form({ last }: { last: Product }) {
  const t = useProductWords(), navigate = useNavigate(), [next, setNext] = useState<Record_>({ ...last, version: last.version + 1, valid_from: '', valid_to: null }), [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const change = (field: string, value: unknown, isWrong = false) => {
    setWrong((before) => new Set([...before].filter((each) => each !== field).concat(isWrong ? [field] : [])));
    if (!isWrong) setNext((before) => ({ ...before, [field]: value }));
  };
  useTitle(`${last.code} v${last.version + 1}`, t('next'));
  return (
    <>
      <div className="head">
        <h1>{`${t('next')} · ${last.code} v${last.version + 1}`}</h1>
        <span className="fill" />
        <Confirm label={t('propose')} primary disabled={!next.valid_from || wrong.size > 0} content={next} act={(key) => proposeProduct(next as unknown as Product, key)} onDone={() => void navigate({ to: '/products' })}>
          <p>{t('nextWhy')}</p>
        </Confirm>
      </div>
      <p className="muted">{t('nextWhy')}</p>
      {[false, true].map((parts) => (
        <section key={String(parts)} className="card spaced" aria-label={parts ? t('parts') : t('figures')}>
          <h2>{parts ? t('parts') : t('figures')}</h2>
          <div className="fields">
            {Object.entries(last)
              .filter(([field, value]) => !FIXED.has(field) && parts === hasParts(value))
              .map(([field, value]) => (
                <Entry key={field} field={field} first={field === 'valid_from' ? '' : value} onChange={change} />
              ))}
          </div>
        </section>
      ))}
      <h2 className="above">{t('difference', { n: last.version })}</h2>
      <Differences before={{ ...last, version: last.version + 1, valid_from: '' }} after={next} empty={t('unchanged')} />
    </>
  );
}

/** One field by what it holds: money in yuan, a date, yes or no, a number, words; anything that is made of parts as JSON. */
function Entry({ field, first, onChange }: { field: string; first: unknown; onChange: (field: string, value: unknown, wrong?: boolean) => void }) {
  const t = useProductWords(), money = field.endsWith('_minor'), parts = hasParts(first);
  const [text, setText] = useState(parts ? JSON.stringify(first, null, 1) : money ? typed(first as number) : String(first ?? '')), [refused, setRefused] = useState(false);
  const tell = (written: string) => {
    setText(written);
    const [value, wrong] = read(written, field, first, money, parts);
    setRefused(wrong);
    onChange(field, value, wrong);
  };
  const label = `${fieldName(field)}${money ? `（${t('yuan')}）` : ''}`;
  return (
    <Field label={label} wrong={refused ? { code: 'unreadable', detail: parts ? t('wrongJson') : text } : undefined}>
      {(given) =>
        parts ? (
          <textarea {...given} rows={3} className="code" value={text} onChange={(event) => tell(event.target.value)} />
        ) : typeof first === 'boolean' ? (
          <select {...given} value={text} onChange={(event) => tell(event.target.value)}>
            <option value="true">{t('yes')}</option>
            <option value="false">{t('no')}</option>
          </select>
        ) : (
          <input {...given} type={DATES.has(field) ? 'date' : 'text'} inputMode={money || typeof first === 'number' ? 'decimal' : undefined} value={text} onChange={(event) => tell(event.target.value)} />
        )
      }
    </Field>
  );
}

/** What was written, as the field holds it; and whether it cannot be read. */
function read(written: string, field: string, first: unknown, money: boolean, parts: boolean): [unknown, boolean] {
  if (parts) {
    try {
      return [JSON.parse(written), false];
    } catch {
      return [first, true];
    }
  }
  if (money) return [minorOf(written), minorOf(written) === null];
  if (typeof first === 'number') return [Number(written), !/^-?\d+$/.test(written)];
  if (typeof first === 'boolean') return [written === 'true', false];
  return [written.trim() || (DATES.has(field) || first === null ? null : ''), false];
}
