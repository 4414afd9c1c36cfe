import { useQuery } from '@tanstack/react-query';
import { Chip, type Tone } from '@/shared/Chip';
import { Failed } from '@/shared/Failed';
import { count, percent, yuan } from '@/shared/format';
import { refusalOf } from '@/shared/refusals';
import { Scroll } from '@/shared/Scroll';
import { Skeleton } from '@/shared/Skeleton';
import { codeWords } from '@/shared/words';
import { decisionPage } from '../queries';
import { exceptional, useCaseWords } from './words';

const outcome = codeWords({ APPROVED: ['通过', 'Approved'], CONDITIONAL: ['附条件通过', 'Approved for less'], DECLINED: ['拒绝', 'Declined'], EXPIRED: ['失效', 'Expired'], WITHDRAWN: ['撤回', 'Withdrawn'] });
const TONE: Record<string, Tone> = { APPROVED: 1, CONDITIONAL: 3, DECLINED: 5 };

/** What he may decide alone, or why he may not. */
export function Mine({ caseId }: { caseId: string }) {
  const t = useCaseWords(), found = useQuery(decisionPage(caseId)), mine = found.data?.mine;
  if (!mine) return null;
  return (
    <p>
      {t('authority')} <b>{yuan(mine.authority_minor)}</b>
      {mine.committee !== null && ` · ${t('committee', { n: mine.committee })}`}
      {mine.exceptions.length > 0 && ` · ${t('needs')} ${mine.exceptions.map((code) => exceptional(code)).join('、')}`}
      {mine.kept_from && <span className="refused"> {refusalOf(mine.kept_from)}</span>}
    </p>
  );
}

/** Cases like this one, how they were decided and what became of them; and the customer's own before. */
export function Beside({ caseId }: { caseId: string }) {
  const t = useCaseWords(), found = useQuery(decisionPage(caseId));
  if (found.isPending) return <Skeleton lines={4} />;
  if (!found.data) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const { similar, earlier } = found.data;
  return (
    <>
      {similar && (
        <section className="card" aria-labelledby="similar">
          <h2 id="similar">
            {t('similar')}{' '}
            <span className="muted">
              {t('similarShare', { n: count(similar.compared), approved: percent(similar.approved_share, 0), lent: count(similar.lent), late: percent(similar.late_share, 1) })}
            </span>
          </h2>
          {similar.nearest.length === 0 && <p className="muted">{t('noSimilar')}</p>}
          <Others of={similar.nearest} caption={t('similar')} />
        </section>
      )}
      <section className="card" aria-labelledby="earlier">
        <h2 id="earlier">{t('earlier')}</h2>
        {earlier.length === 0 && <p className="muted">{t('noEarlier')}</p>}
        <Others of={earlier} caption={t('earlier')} />
      </section>
    </>
  );
}

type Other = { application_id: string; application_no: string; amount_minor: number; approved_minor: number | null; outcome: string | null; loan: { most_dpd: number; settled_on: string | null } | null; score?: number };

function Others({ of, caption }: { of: readonly Other[]; caption: string }) {
  const t = useCaseWords();
  if (!of.length) return null;
  return (
    <Scroll label={caption}>
      <table className="data">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col" className="num">
              {t('score')}
            </th>
            <th scope="col" className="num">
              {t('requested')}
            </th>
            <th scope="col">{t('then')}</th>
            <th scope="col">{t('afterwards')}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((each) => (
            <tr key={each.application_id}>
              <td>{each.application_no}</td>
              <td className="num">{each.score ?? '—'}</td>
              <td className="num">{yuan(each.amount_minor)}</td>
              <td>
                {each.outcome ? <Chip tone={TONE[each.outcome] ?? 'grey'}>{outcome(each.outcome)}</Chip> : '—'} {each.approved_minor ? yuan(each.approved_minor) : null}
              </td>
              <td>{each.loan ? (each.loan.settled_on ? t('settled') : each.loan.most_dpd > 0 ? t('late', { n: each.loan.most_dpd }) : t('onTime')) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
