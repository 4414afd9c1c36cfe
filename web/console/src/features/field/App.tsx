import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Dialog } from '@/shared/Dialog';
import { today } from '@/shared/format';
import { useOnline, useRead } from '@/shared/reads';
import { DayPage } from './DayPage';
import { Frame } from './Frame';
import { useOutbox } from './outbox';
import { Waiting } from './parts/Waiting';
import { visitsOf, type Visit } from './queries';
import { draftsOf, forgetAll, keepDay, keptDay, type Who } from './store';
import { useWords } from './words';

const VisitPage = lazy(() => import('./VisitPage').then((page) => ({ default: page.VisitPage })));
const place = () => location.hash.replace(/^#\/?/, '');
const onMove = (tell: () => void) => {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
};
const shifted = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day as the service tells it, kept for when there is no line; as it is kept while there is none. */
async function readDay(who: string, day: string): Promise<Visit[]> {
  try {
    const visits = await visitsOf(day);
    await keepDay(who, day, visits);
    return visits;
  } catch (error) {
    const kept = await keptDay(who, day);
    if (kept) return kept;
    throw error;
  }
}

export function App({ who, signedIn, onSignIn, onOut }: { who: Who; signedIn: boolean; onSignIn: () => void; onOut: () => Promise<void> }) {
  const t = useWords(), at = useSyncExternalStore(onMove, place), online = useOnline(), box = useOutbox(who.subject), [leaving, setLeaving] = useState(false);
  const [day, setDay] = useState(today), [drafts, setDrafts] = useState<string[]>([]), waits = box.commands.length;
  const visits = useRead(`${who.subject} ${day} ${box.sent}`, () => readDay(who.subject, day)), [shown, setShown] = useState<Visit[]>([]);
  useEffect(() => {
    if (visits.data) setShown(visits.data);
  }, [visits.data]);
  useEffect(() => {
    if (!at || at === '/') void draftsOf(who.subject).then(setDrafts);
  }, [at, who.subject]);
  const out = useCallback(async () => {
    await forgetAll();
    await onOut();
  }, [onOut]);
  const [name, id] = at.split('/'), visit = name === 'visits' ? shown.find((each) => each.id === id) : undefined;
  return (
    <Frame at={at} who={who} onOut={() => (waits ? setLeaving(true) : void out())}>
      {online && !signedIn && (
        <div className="card lead stack">
          <p>{t('signedOut')}</p>
          <button type="button" className="btn wide primary" onClick={onSignIn}>
            {t('signInSend')}
          </button>
        </div>
      )}
      {name === 'visits' ? (
        visit ? (
          <Suspense>
            <VisitPage key={visit.id} who={who.subject} visit={visit} queued={box.commands.some((each) => each.visit === visit.id)} />
          </Suspense>
        ) : (
          <p className="empty">{visits.data || visits.error ? t('gone') : '…'}</p>
        )
      ) : (
        <div className="stack">
          <DayPage
            day={day}
            today={today()}
            visits={visits.data ?? (visits.error ? null : shown)}
            offline={Boolean(visits.error)}
            drafts={drafts}
            commands={box.commands}
            onDay={(days) => setDay(shifted(day, days))}
          />
          <Waiting who={who.subject} visits={shown} commands={box.commands} sending={box.sending} />
        </div>
      )}
      {leaving && (
        <Dialog title={t('out')} onClose={() => setLeaving(false)}>
          <p>{t('outAsk', { n: waits })}</p>
          <div className="pair">
            <button type="button" className="btn danger" onClick={() => void out()}>
              {t('outNow')}
            </button>
            <button type="button" className="btn" onClick={() => setLeaving(false)}>
              {t('cancel')}
            </button>
          </div>
        </Dialog>
      )}
    </Frame>
  );
}
