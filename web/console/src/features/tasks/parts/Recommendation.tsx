import { customerReason } from '@/shared/business';
import { Chip, GradeChip, type Tone } from '@/shared/Chip';
import { finding, fraudOutcome, isMoney, riskOutcome } from '@/shared/findings';
import { percent, yuan } from '@/shared/format';
import type { Case } from '../queries';
import { useCaseWords } from './words';

const RISK: Record<string, Tone> = { APPROVE: 1, REFER: 3, DECLINE: 5 };
const FRAUD: Record<string, Tone> = { PASS: 1, REVIEW: 3, DECLINE: 5, STOP: 4 };

type Reason = NonNullable<Case['risk']>['reasons'] extends (infer R)[] | undefined ? R : never;

/** What the machine says, and why: the same reasons as in the decision and in the customer's letter. */
export function Recommendation({ of }: { of: Case }) {
  const t = useCaseWords(), { risk, fraud } = of;
  const reasons = [...(risk?.reasons ?? []), ...(fraud?.reasons ?? [])];
  return (
    <section className="card" aria-labelledby="recommendation">
      <h2 id="recommendation">
        {t('recommendation')} {risk && <Chip tone={RISK[risk.outcome] ?? 'grey'}>{riskOutcome(risk.outcome)}</Chip>}{' '}
        {fraud && (
          <Chip tone={FRAUD[fraud.outcome] ?? 'grey'}>
            {t('fraud')} {fraudOutcome(fraud.outcome)}
          </Chip>
        )}
      </h2>
      {risk ? (
        <dl className="facts">
          <div>
            <dt>{t('score')}</dt>
            <dd className="big">
              {risk.score} <GradeChip grade={risk.grade} />
            </dd>
          </div>
          <div>
            <dt>{t('pd')}</dt>
            <dd className="big">{percent(risk.pd)}</dd>
          </div>
          <div>
            <dt>{t('limit')}</dt>
            <dd className="big">{yuan(risk.limit_minor)}</dd>
          </div>
          <div>
            <dt>{t('rate')}</dt>
            <dd className="big">{percent(risk.annual_rate)}</dd>
          </div>
        </dl>
      ) : (
        <p>{t('noRisk')}</p>
      )}
      <h3>{t('reasons')}</h3>
      {reasons.length ? <Reasons of={reasons} /> : <p className="muted">{t('noReasons')}</p>}
      {risk && <p className="muted">{t('versions', { model: risk.model_version, card: risk.scorecard_version, policy: risk.policy_version })}</p>}
    </section>
  );
}

function Reasons({ of }: { of: readonly Reason[] }) {
  const t = useCaseWords(), most = Math.max(1, ...of.map((reason) => Math.abs(Number(reason.contribution ?? 0))));
  const told = (value: string | null | undefined, name: string) => (value && isMoney(name) && /^-?\d+$/.test(value) ? yuan(Number(value)) : value);
  return (
    <table className="plain reasons">
      <tbody>
        {of.map((reason) => {
          const points = Number(reason.contribution ?? 0), detail = reason.detail ?? '';
          return (
            <tr key={`${reason.code}-${detail}`}>
              <td>
                <b>{customerReason(reason.code) === reason.code ? finding(reason.code) : customerReason(reason.code)}</b> <code className="muted">{reason.code}</code>
                <br />
                <span className="muted">
                  {finding(detail) === detail && /[a-z] /.test(detail) ? '' : finding(detail)}
                  {reason.value ? ` ${t('saw', { value: told(reason.value, detail) ?? '' })}` : ''}
                  {reason.limit ? ` · ${t('allowed', { limit: told(reason.limit, detail) ?? '' })}` : ''}
                </span>
              </td>
              <td className="points" aria-hidden="true">
                {reason.contribution && <i className={points < 0 ? 'lost' : 'won'} style={{ width: `${(Math.abs(points) / most) * 50}%` }} />}
              </td>
              <td className="num">{reason.contribution ? `${points > 0 ? '+' : ''}${points}` : ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
