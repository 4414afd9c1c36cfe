import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '@/shared/DataTable';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { count } from '@/shared/format';
import { useDecisionWords } from '../decisionWords';
import { backtest, processes, type Backtest as Found } from '../queries';
import { useWords } from '../words';
import { shown, type Document, type Value } from './decision';
import { newestOf } from './grouped';

/** The draft over what cases were asked before, beside the version in force: whose answer it would have changed. */
export function Backtest({ document }: { document: Document }) {
  const t = useDecisionWords(), words = useWords(), known = useQuery(processes), [over, setOver] = useState(''), [cases, setCases] = useState('200');
  const tried = useMutation({ mutationFn: () => backtest(JSON.stringify(document), { cases: Number(cases) || 200, ...(over && { history_of: over }) }) });
  return (
    <>
      <form className="bar" onSubmit={(event) => (event.preventDefault(), tried.mutate())}>
        <Field label={t('overCases')}>
          {(given) => (
            <select {...given} value={over} onChange={({ target }) => setOver(target.value)}>
              <option value="">{t('overAsked')}</option>
              {newestOf(known.data ?? []).map((each) => (
                <option key={each.code} value={each.code}>
                  {t('overProcess', { name: each.name })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words('cases')}>{(given) => <input {...given} type="number" min={1} max={200} value={cases} onChange={({ target }) => setCases(target.value)} />}</Field>
        <button type="submit" className="btn primary" disabled={tried.isPending}>
          {t('runBacktest')}
        </button>
      </form>
      <Refused error={tried.error} />
      <div role="status">{tried.data && <Results of={tried.data} />}</div>
    </>
  );
}

const told = (result: Record<string, unknown>) => Object.entries(result).map(([name, value]) => `${name} ${shown(value as Value)}`).join(' · ') || '—';

function Results({ of }: { of: Found }) {
  const t = useDecisionWords();
  if (!of.cases) return <p className="muted">{t('noAsked')}</p>;
  return (
    <>
      <p>{t('backtested', { n: count(of.cases), differ: count(of.differences.length), fallbacks: count(of.fallbacks) })}</p>
      <DataTable
        caption={t('results')}
        rows={of.results}
        rowKey={(it) => JSON.stringify(it.result)}
        empty="—"
        columns={[
          { key: 'result', title: t('result'), cell: (it) => told(it.result) },
          { key: 'draft', title: t('byDraft'), align: 'right', cell: (it) => count(it.draft) },
          { key: 'before', title: t('byVersion'), align: 'right', cell: (it) => count(it.in_force) },
        ]}
      />
      <h2 className="above">{t('flipped')}</h2>
      <DataTable
        caption={t('flipped')}
        rows={of.differences}
        rowKey={(it) => it.name}
        empty={t('noneFlipped')}
        columns={[
          { key: 'case', title: t('case'), cell: (it) => <span title={it.name}>{it.name.length > 16 ? `…${it.name.slice(-12)}` : it.name}</span> },
          { key: 'given', title: t('knew'), cell: (it) => <span className="wraps">{told(it.given)}</span> },
          { key: 'before', title: t('byVersion'), cell: (it) => (it.in_force ? told(it.in_force.result) : '—') },
          { key: 'draft', title: t('byDraft'), cell: (it) => told(it.draft.result) },
        ]}
      />
    </>
  );
}
