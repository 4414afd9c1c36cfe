import { useQuery } from '@tanstack/react-query';
import { Chip } from '@/shared/Chip';
import { DataTable } from '@/shared/DataTable';
import { Dialog } from '@/shared/Dialog';
import { eventName } from '@/shared/events';
import { exact, moment, yuan } from '@/shared/format';
import { choice, choiceTone } from '../words';
import { timeline, type Case } from '../queries';
import { useCaseWords } from './words';

/** Who has decided what about the case, and why: open above the history of its messages. */
export function Course({ of }: { of: Case }) {
  const t = useCaseWords(), decisions = of.tasks.flatMap((task) => task.decisions.map((decision) => ({ task, decision })));
  return (
    <section className="card" aria-labelledby="course">
      <h2 id="course">{t('course')}</h2>
      {!decisions.length && <p className="muted">{t('noCourse')}</p>}
      <ol className="course">
        {decisions.map(({ task, decision }) => (
          <li key={`${task.id}-${decision.subject}-${decision.at}`}>
            <b>{task.name}</b> <Chip tone={choiceTone[decision.choice] ?? 'grey'}>{choice(decision.choice)}</Chip>{' '}
            {decision.amount_minor !== null && <span>{yuan(decision.amount_minor)}</span>}
            <span className="muted">
              {' '}
              {decision.subject} · {moment(decision.at)}
            </span>
            <br />
            {decision.comment}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** All that happened to the application, from the chain of evidence. */
export function History({ applicationId, onClose }: { applicationId: string; onClose: () => void }) {
  const t = useCaseWords(), list = useQuery(timeline(applicationId));
  return (
    <Dialog title={t('history')} onClose={onClose} wide>
      <DataTable
        caption={t('history')}
        columns={[
          { key: 'when', title: t('when'), cell: (entry) => exact(entry.occurred_at) },
          { key: 'what', title: t('what'), cell: (entry) => <span title={entry.type}>{eventName(entry.type)}</span> },
          { key: 'who', title: t('who'), cell: (entry) => entry.actor ?? entry.source },
          { key: 'figures', title: t('figures'), cell: (entry) => <span className="muted">{told(entry.figures)}</span> },
        ]}
        rows={list.data?.items ?? []}
        rowKey={(entry) => entry.message_id}
        pending={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty="—"
      />
      <p className="actions">
        <button type="button" className="btn" onClick={onClose}>
          {t('close')}
        </button>
      </p>
    </Dialog>
  );
}

const SHOWN = ['outcome', 'grade', 'score', 'amount_minor', 'stage', 'status', 'reason'];

function told(figures: Record<string, unknown>) {
  const parts = SHOWN.flatMap((name) => {
    const value = figures[name];
    if (value === undefined || value === null) return [];
    return [name === 'amount_minor' ? yuan(Number(value)) : String(value)];
  });
  return parts.join(' · ');
}
