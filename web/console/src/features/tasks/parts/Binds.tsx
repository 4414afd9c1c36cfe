import { documentKind } from '@/shared/business';
import { percent, yuan } from '@/shared/format';
import type { Case, CaseTask } from '../queries';
import { exceptional, useCaseWords, withheldPart } from './words';

/** What binds whoever decides: amounts, rate, exceptions, how many people. */
export function Binds({ of, task }: { of: Case; task?: CaseTask }) {
  const t = useCaseWords(), { bounds } = of;
  return (
    <section className="card" aria-labelledby="binds">
      <h2 id="binds">{t('binds')}</h2>
      {bounds && <Bounds of={bounds} />}
      {task && task.quorum > 1 && <p>{t('committee', { n: task.quorum })}</p>}
      {of.withheld.length > 0 && <p className="muted">{t('withheld', { parts: of.withheld.map((part) => withheldPart(part)).join('、') })}</p>}
    </section>
  );
}

function Bounds({ of: bounds }: { of: NonNullable<Case['bounds']> }) {
  const t = useCaseWords();
  return (
    <>
      {bounds.barred && <p className="refused">{t('barred')}</p>}
      <dl className="facts">
        <div>
          <dt>{t('range')}</dt>
          <dd>
            {yuan(bounds.lowest_minor)} – {yuan(bounds.highest_minor)}
          </dd>
        </div>
        <div>
          <dt>{t('limit')}</dt>
          <dd>{yuan(bounds.limit_minor)}</dd>
        </div>
        <div>
          <dt>{bounds.assessed_rate ? t('rate') : t('rateCap')}</dt>
          <dd>{percent(bounds.assessed_rate ?? bounds.highest_rate)}</dd>
        </div>
      </dl>
      {bounds.lacking.length > 0 && (
        <p>
          {t('lacks')}：<b>{bounds.lacking.map((code) => exceptional(code)).join('、')}</b>
        </p>
      )}
      {bounds.limit_minor !== null && bounds.limit_minor < bounds.highest_minor && <p className="muted">{t('aboveLimit')}</p>}
      {bounds.accepted_documents.length > 0 && <p className="muted">{bounds.accepted_documents.map((kind) => documentKind(kind)).join(' · ')}</p>}
    </>
  );
}
