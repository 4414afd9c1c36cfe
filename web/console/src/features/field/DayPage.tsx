import { Chip, type Tone } from '@/shared/Chip';
import { clockTime } from '@/shared/format';
import { documentKind, visitPurpose } from '@/shared/papers';
import type { Command } from './outbox';
import type { Visit } from './queries';
import { useWords } from './words';

type Given = { day: string; today: string; visits: readonly Visit[] | null; offline: boolean; drafts: readonly string[]; commands: readonly Command[]; onDay: (days: number) => void };

/** The day of who is under way: whom he sees, where, and what is told already. */
export function DayPage({ day, today, visits, offline, drafts, commands, onDay }: Given) {
  const t = useWords();
  return (
    <div className="stack">
      <div className="spread">
        <h1>{day === today ? t('today') : t('day', { day })}</h1>
        {visits && <span className="muted">{t('visits', { n: visits.length })}</span>}
      </div>
      <div className="pair">
        <button type="button" className="btn" onClick={() => onDay(-1)}>
          ‹ {t('before')}
        </button>
        <button type="button" className="btn" onClick={() => onDay(1)}>
          {t('after')} ›
        </button>
      </div>
      {visits === null && <p className="empty">{offline ? t('notKept') : '…'}</p>}
      {visits?.length === 0 && <p className="empty">{t('none')}</p>}
      {visits?.map((visit) => (
        <a key={visit.id} className="card row" href={`#/visits/${visit.id}`}>
          <b>
            {clockTime(visit.planned_at)} {visit.customer_name}
          </b>
          <Standing visit={visit} drafted={drafts.includes(visit.id)} commands={commands.filter((each) => each.visit === visit.id)} />
          <span>{visitPurpose(visit.purpose)}</span>
          <span className="muted">{visit.application_no}</span>
          <span className="muted across">{visit.place}</span>
          {visit.wanted.length > 0 && <span className="across wanted">{t('lacks', { what: visit.wanted.map((kind) => documentKind(kind)).join('、') })}</span>}
        </a>
      ))}
    </div>
  );
}

function Standing({ visit, drafted, commands }: { visit: Visit; drafted: boolean; commands: readonly Command[] }) {
  const t = useWords();
  const [tone, word]: [Tone, Parameters<typeof t>[0]] = commands.some((each) => each.refused)
    ? [5, 'asks']
    : commands.length
      ? [3, 'queued']
      : visit.status === 'REPORTED'
        ? [1, 'sent']
        : visit.status === 'CANCELLED'
          ? ['grey', 'cancelled']
          : drafted
            ? [3, 'keptDraft']
            : [2, 'planned'];
  return (
    <span>
      <Chip tone={tone}>
        {tone === 1 ? '✓ ' : ''}
        {t(word)}
      </Chip>
    </span>
  );
}
