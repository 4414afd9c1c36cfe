import { Chip } from '@/shared/Chip';
import { Fetch } from '@/shared/Fetch';
import { moment, yuan } from '@/shared/format';
import { Scroll } from '@/shared/Scroll';
import { minutesOf, type Case, type CaseTask } from '../queries';
import { choice, choiceTone } from '../words';
import { useCaseWords } from './words';

/** A committee's votes: who has voted how, whose voice is missing, and the minutes once it is over. */
export function Ballots({ of }: { of: Case }) {
  const t = useCaseWords(), voted = of.tasks.filter((task) => task.quorum > 1);
  return voted.map((task) => (
    <section className="card" key={task.id} aria-labelledby={`ballots-${task.id}`}>
      <h2 id={`ballots-${task.id}`}>
        {t('ballots')} <span className="muted">{`${task.name} · ${t('votesOf', { n: task.votes, of: task.quorum })}`}</span>
        {task.outcome && <Chip tone={choiceTone[task.outcome] ?? 'grey'}>{choice(task.outcome)}</Chip>}
      </h2>
      {task.sitting && (
        <p className="muted">
          {[task.sitting.chair && t('chair', { who: task.sitting.chair }), t('members', { who: task.sitting.members.join('、') }), task.sitting.secret && t('secret')].filter(Boolean).join(' · ')}
        </p>
      )}
      {task.decisions.length ? <Cast of={task} /> : <p className="muted">{t('noBallots')}</p>}
      {task.status === 'COMPLETED' && (
        <p className="actions">
          <Fetch label={t('minutes')} name={`minutes-${of.application_no}.pdf`} read={() => minutesOf(task.id)} small />
        </p>
      )}
    </section>
  ));
}

function Cast({ of }: { of: CaseTask }) {
  const t = useCaseWords();
  return (
    <Scroll label={t('ballots')}>
      <table className="data">
        <caption className="sr">{t('ballots')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('member')}</th>
            <th scope="col">{t('vote')}</th>
            <th scope="col" className="num">
              {t('voteAmount')}
            </th>
            <th scope="col">{t('voteOpinion')}</th>
            <th scope="col">{t('when')}</th>
          </tr>
        </thead>
        <tbody>
          {of.decisions.map((each) => (
            <tr key={`${each.subject}-${each.comment_sha256}`}>
              <td>{each.subject ?? t('anonymous')}</td>
              <td>
                <Chip tone={choiceTone[each.choice] ?? 'grey'}>{choice(each.choice)}</Chip>
              </td>
              <td className="num">{yuan(each.amount_minor)}</td>
              <td>
                <span className="wraps">{each.comment}</span>
              </td>
              <td>{moment(each.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
