import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { fraudOutcome, riskOutcome } from '@/shared/findings';
import { simulate, type Facts, type Simulation as Found } from '../queries';
import { outcome, result, role, useWords } from '../words';
import type { Drawing } from './drawing';
import { nameOf, partsOf } from './drawing';
import { listed } from './provider';

type Props = { drawing: Drawing; code: string; xml: () => Promise<string>; onShow: (path: readonly string[]) => void; nameOf: (element: string) => string | null };

/** A draft played by the engine over decided cases, or over what is given here; nothing is kept. */
export function Simulation({ drawing, code, xml, onShow, nameOf: named }: Props) {
  const t = useWords(), [over, setOver] = useState<'history' | 'facts'>('history'), [cases, setCases] = useState('100');
  const [given, setGiven] = useState<Record<string, string>>({ amount: '150000', autoAuthority: '0', committeeOver: '500000', missing: 'no', fraud: 'PASS', risk: 'APPROVE' });
  const played = useMutation({
    mutationFn: async () => simulate(await xml(), over === 'history' ? { code, cases: Number(cases) || 100 } : { code, facts: factsOf(given, drawing) }),
    onSuccess: (found) => onShow(found.paths[0]?.path ?? []),
  });
  const set = (name: string) => ({ value: given[name] ?? '', onChange: ({ target }: { target: { value: string } }) => setGiven({ ...given, [name]: target.value }) });
  const stages = stagesOf(drawing);
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          played.mutate();
        }}
      >
        <Field label={t('over')}>
          {(field) => (
            <select {...field} value={over} onChange={({ target }) => setOver(target.value as typeof over)}>
              <option value="history">{t('overHistory')}</option>
              <option value="facts">{t('overFacts')}</option>
            </select>
          )}
        </Field>
        {over === 'history' ? (
          <Field label={t('cases')}>{(field) => <input {...field} inputMode="numeric" value={cases} onChange={({ target }) => setCases(target.value)} />}</Field>
        ) : (
          <>
            <Field label={t('amount')}>{(field) => <input {...field} inputMode="decimal" {...set('amount')} />}</Field>
            <Field label={t('autoAuthority')}>{(field) => <input {...field} inputMode="decimal" {...set('autoAuthority')} />}</Field>
            <Field label={t('committeeOver')}>{(field) => <input {...field} inputMode="decimal" {...set('committeeOver')} />}</Field>
            <Chosen label={t('missingRequired')} {...set('missing')} options={[['no', '✕'], ['yes', '✓'], ['', t('silent')]]} />
            <Chosen label={t('fraud')} {...set('fraud')} options={[...['PASS', 'REVIEW', 'DECLINE', 'STOP'].map((each) => [each, fraudOutcome(each)] as const), ['', t('silent')]]} />
            <Chosen label={t('risk')} {...set('risk')} options={[...['APPROVE', 'REFER', 'DECLINE'].map((each) => [each, riskOutcome(each)] as const), ['', t('silent')]]} />
            {stages.map(({ id, name, outcomes }) => (
              <Chosen key={id} label={t('outcomeOf', { step: name })} {...set(`task ${id}`)} value={given[`task ${id}`] ?? outcomes[0] ?? ''} options={outcomes.map((each) => [each, outcome(each)] as const)} />
            ))}
          </>
        )}
        <Refused error={played.error} />
        <p className="actions">
          <button type="submit" className="btn primary" disabled={played.isPending}>
            {t('run')}
          </button>
        </p>
      </form>
      {played.data && <Results found={played.data} onShow={onShow} named={named} />}
    </>
  );
}

function Chosen({ label, options, value, onChange }: { label: string; options: readonly (readonly [string, string])[]; value: string; onChange: (event: { target: { value: string } }) => void }) {
  return (
    <Field label={label}>
      {(field) => (
        <select {...field} value={value} onChange={onChange}>
          {options.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Results({ found, onShow, named }: { found: Found; onShow: (path: readonly string[]) => void; named: (element: string) => string | null }) {
  const t = useWords(), told = (path: readonly string[]) => path.map((each) => named(each) ?? each).join(' → ');
  if (!found.items.length) return <p className="muted">{t('noHistory')}</p>;
  const ended = ({ result: how, waits_for: at }: Found['items'][number]) => (how ? result(how) : t('stuck', { at: (at && named(at)) || '—' }));
  return (
    <div role="status">
      <h3>{t('results')}</h3>
      <p className="chips">{Object.entries(found.results).map(([how, count]) => <span key={how} className="chip tone-2">{`${result(how)} ${count}`}</span>)}</p>
      <h3>{t('tasks')}</h3>
      <p className="chips">{Object.entries(found.tasks).map(([who, count]) => <span key={who} className="chip tone-2">{`${role(who)} ${count}`}</span>)}</p>
      <h3>{t('paths')}</h3>
      <ul className="plain-list">
        {found.paths.map(({ path, count }) => (
          <li key={path.join()}>
            <b>{count}</b> {told(path)}{' '}
            <button type="button" className="btn small" onClick={() => onShow(path)}>
              {t('show')}
            </button>
          </li>
        ))}
      </ul>
      <h3>{t('differs')}</h3>
      {!found.differences.length && <p className="muted">{t('noneDiffers')}</p>}
      <ul className="plain-list">
        {found.differences.slice(0, 20).map((each) => (
          <li key={each.name}>
            {t('draftSide')}：{ended(each.draft)}（{told(each.draft.path)}）
            <br />
            {t('inForceSide')}：{ended(each.in_force)}（{told(each.in_force.path)}）
          </li>
        ))}
      </ul>
    </div>
  );
}

const stagesOf = (drawing: Drawing) =>
  partsOf(drawing)
    .filter((each) => /(User|Manual)Task$/.test(each.type))
    .map((each) => ({ id: each.id, name: nameOf(each), outcomes: listed(each.businessObject, 'outcomes') }));

const fen = (yuan: string) => Math.round(Number(yuan.replaceAll(',', '')) * 100) || 0;

/** What was given in words of the engine: what a case begins with, and what each request and task is answered. */
function factsOf(given: Record<string, string>, drawing: Drawing): Facts {
  const answers: Facts['answers'] = {};
  if (given.missing) answers['external-data.requested'] = [{ missing_required: given.missing === 'yes' }];
  if (given.fraud) answers['fraud-screening.requested'] = [{ fraud_outcome: given.fraud }];
  if (given.risk) answers['risk-assessment.requested'] = [{ risk_outcome: given.risk, offerable: true, limit_minor: fen(given.amount ?? ''), score: 620, grade: 'B' }];
  for (const { id, outcomes } of stagesOf(drawing)) answers[id] = [{ outcome: given[`task ${id}`] ?? outcomes[0] ?? '' }];
  const amounts = { amount_minor: fen(given.amount ?? ''), auto_authority_minor: fen(given.autoAuthority ?? ''), committee_over_minor: fen(given.committeeOver ?? '') };
  return { name: '1', given: { ...amounts, term_months: 24, product_code: 'PCL-BRANCH', channel: 'BRANCH', branch: '310000-01' }, answers };
}
