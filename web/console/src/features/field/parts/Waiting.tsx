import { Problem } from '@/api/problem';
import { refusal } from '@/shared/refusals';
import { giveUp, send, tryAgain, type Command } from '../outbox';
import type { Visit } from '../queries';
import { useWords } from '../words';

/** What is not sent yet; what was refused asks for a word. */
export function Waiting({ who, visits, commands, sending }: { who: string; visits: readonly Visit[]; commands: readonly Command[]; sending: boolean }) {
  const t = useWords(), refused = commands.filter((each) => each.refused);
  if (!commands.length) return null;
  return (
    <section className="card stack" aria-labelledby="outbox">
      <h2 id="outbox">{t('outbox')}</h2>
      <p role="status">{sending ? t('sending') : t('outboxWhy', { n: commands.length })}</p>
      {refused.map((each) => {
        const { status, code, detail } = each.refused!, name = visits.find((visit) => visit.id === each.visit)?.customer_name ?? '—';
        return (
          <div key={each.name} className="refusal" role="alert">
            <p>{t('refused', { who: name, why: refusal(new Problem(status, code, detail, '')) })}</p>
            <div className="pair">
              <button type="button" className="btn" onClick={() => void tryAgain(who, each)}>
                {t('again')}
              </button>
              <button type="button" className="btn danger" onClick={() => void giveUp(who, each.visit)}>
                {t('giveUp')}
              </button>
            </div>
          </div>
        );
      })}
      <button type="button" className="btn wide" disabled={sending} onClick={() => void send(who)}>
        {t('sendNow')}
      </button>
    </section>
  );
}
