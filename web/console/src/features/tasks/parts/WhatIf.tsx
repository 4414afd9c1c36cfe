import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Chip, type Tone } from '@/shared/Chip';
import { Refused } from '@/shared/Failed';
import { Field } from '@/shared/Field';
import { riskOutcome } from '@/shared/findings';
import { capital, minorOf, percent, typed, yuan } from '@/shared/format';
import { codeWords } from '@/shared/words';
import { decisionPage, whatIf, type Case } from '../queries';
import { useCaseWords } from './words';

const STEP_MINOR = 10_000, SETTLED_MS = 150, MONTHS = [3, 6, 9, 12, 18, 24, 30, 36, 48, 60, 120, 240, 360];
const TONE: Record<string, Tone> = { APPROVE: 1, REFER: 3, DECLINE: 5 };
const bound = codeWords({ PRODUCT: ['产品金额范围', 'Range of the product'], LIMIT: ['可贷额度', 'Limit'], DEBT_SERVICE: ['负债收入比', 'Debt service ratio'] });

/** Amount and term moved by hand, answered by the engine that decides; the amount found goes into the decision. */
export function WhatIf({ of, onTake }: { of: Case; onTake?: (minor: number) => void }) {
  const t = useCaseWords(), { bounds, risk } = of, lowest = bounds?.lowest_minor ?? STEP_MINOR, highest = bounds?.highest_minor ?? of.amount_minor;
  const [amount, setAmount] = useState(typed(of.amount_minor)), [months, setMonths] = useState(of.term_months), minor = minorOf(amount);
  const terms = useSettled({ amount_minor: minor ?? of.amount_minor, term_months: months });
  const found = useQuery({ ...whatIf(of.application_id, terms), enabled: risk !== null && terms.amount_minor >= 100 }), mine = useQuery(decisionPage(of.id)).data?.mine;
  if (!risk) return null;
  const it = found.data, most = it ? Math.min(it.limit_minor, highest) : null, apart = it ? Math.round((Number(it.annual_rate) - Number(risk.annual_rate)) * 10_000) : 0;
  return (
    <section className="card" aria-labelledby="what-if" aria-busy={found.isPlaceholderData || undefined}>
      <h2 id="what-if">
        {t('whatIf')} {it && <Chip tone={TONE[it.outcome] ?? 'grey'}>{riskOutcome(it.outcome)}</Chip>} <span className="muted">{t('whatIfWhy')}</span>
      </h2>
      <div className="fields">
        <Field label={t('tryAmount')} hint={minor ? capital(minor) : undefined}>
          {(given) => <input {...given} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />}
        </Field>
        <Field label={t('tryMonths')}>
          {(given) => (
            <select {...given} value={months} onChange={(event) => setMonths(Number(event.target.value))}>
              {[...new Set([...MONTHS, of.term_months])].sort((one, other) => one - other).map((each) => (
                <option key={each} value={each}>
                  {t('months', { n: each })}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {highest > lowest && (
        <input
          type="range"
          className="slider"
          aria-label={t('slide')}
          aria-valuetext={yuan(minor ?? 0)}
          min={lowest}
          max={highest}
          step={STEP_MINOR}
          value={Math.min(highest, Math.max(lowest, minor ?? lowest))}
          onChange={(event) => setAmount(typed(Number(event.target.value)))}
        />
      )}
      <Refused error={found.error} />
      {it && (
        <>
          <div role="status">
            <dl className="facts">
              <div>
                <dt>{t('instalment')}</dt>
                <dd className="big">{yuan(it.instalment_minor)}</dd>
              </div>
              <div>
                <dt>{t('rate')}</dt>
                <dd className="big">
                  {percent(it.annual_rate)} {apart !== 0 && <span className="muted">{`${apart > 0 ? '+' : ''}${apart} bp`}</span>}
                </dd>
              </div>
              <div>
                <dt>{t('limit')}</dt>
                <dd className="big">{yuan(it.limit_minor)}</dd>
              </div>
              {mine && (
                <div>
                  <dt>{t('authority')}</dt>
                  <dd>{terms.amount_minor <= mine.authority_minor ? t('withinAuthority') : t('aboveAuthority', { amount: yuan(mine.authority_minor) })}</dd>
                </div>
              )}
            </dl>
          </div>
          <ul className="plain-list">
            {it.checks.map((check) => (
              <li key={check.code}>
                <Chip tone={check.kept === null ? 'grey' : check.kept ? 1 : 5}>{check.kept === null ? t('unknown') : check.kept ? t('kept') : t('notKept')}</Chip> {bound(check.code)}{' '}
                <span className="muted">{`${told(check.code, check.value)} / ${told(check.code, check.limit)}`}</span>
              </li>
            ))}
          </ul>
          {!it.as_decided && <p className="muted">{t('otherVersion', { policy: it.policy_version })}</p>}
          <p className="actions">
            {most !== null && most >= lowest && (
              <button type="button" className="btn small" onClick={() => setAmount(typed(most))}>
                {t('most', { amount: yuan(most) })}
              </button>
            )}
            {onTake && minor !== null && (
              <button type="button" className="btn small" disabled={minor < lowest || minor > highest} onClick={() => onTake(minor)}>
                {t('take')}
              </button>
            )}
          </p>
        </>
      )}
    </section>
  );
}

const told = (code: string, value: string | null) => (value === null ? '—' : code === 'DEBT_SERVICE' ? percent(value, 1) : yuan(Math.trunc(Number(value))));

/** What was set last, once the hand rests. */
function useSettled<Value extends object>(value: Value): Value {
  const [settled, setSettled] = useState(value), text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
