import { Confirm } from '@/shared/Confirm';
import { useMe } from '@/shared/me';
import { useWords } from '../words';

type Decided = (id: string, key: string, reason: string) => Promise<unknown>;
const DECIDES = new Set(['management', 'process-designer']);

/** What can be done about a proposal: its proposer takes it back, another person puts it in force or turns it down. */
export function SecondPerson({ of, what, label, approve, reject, withdraw, onDone }: {
  of: { id: string; status: string; proposed_by: string }; what: string; label: string; approve: Decided; reject: Decided; withdraw: Decided; onDone: () => void;
}) {
  const t = useWords(), me = useMe();
  if (of.status !== 'PROPOSED') return null;
  if (of.proposed_by === me.subject)
    return (
      <>
        <span className="muted">{t('ownProposal')}</span>
        <Confirm label={t('withdraw')} act={(key) => withdraw(of.id, key, '')} onDone={onDone} />
      </>
    );
  if (!me.roles.some((each) => DECIDES.has(each))) return null;
  return (
    <>
      <Confirm label={t('reject')} words={t('reason')} act={(key, words) => reject(of.id, key, words)} onDone={onDone} />
      <Confirm label={label} primary act={(key) => approve(of.id, key, '')} onDone={onDone}>
        <p>{what}</p>
        <label className="check">
          <input type="checkbox" required />
          {t('looked')}
        </label>
      </Confirm>
    </>
  );
}
