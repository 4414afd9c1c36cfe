import { useState } from 'react';
import { Chip } from '@/shared/Chip';
import { Failed } from '@/shared/Failed';
import { moment } from '@/shared/format';
import { codeWords, defineWords } from '@/shared/words';
import { askAbout, reviews, type Answer, type Asked, type Own } from '../queries';
import { useAct, useKey, useRead } from '@/shared/reads';
import { ActButton, Field, Refusal } from './fields';

const useWords = defineWords({
  title: ['对结果有疑问？', 'Do you want to ask about it?'],
  explain: ['请求说明原因', 'Ask for an explanation'],
  review: ['申请人工复核', 'Ask for a human review'],
  statement: ['您的说明', 'What you want to say'],
  hint: ['例如：逾期记录已更正、收入有变化。最多 500 字。', 'For example that a record was corrected. At most 500 characters.'],
  send: ['提交', 'Send'],
  asked: ['已于 {at} 提交', 'Sent on {at}'],
  due: ['最迟 {at} 前答复', 'Answered until {at}'],
  yours: ['您的说明：{text}', 'You wrote: {text}'],
  answer: ['答复', 'Answer'],
});
const kindOf = codeWords({ EXPLANATION: ['说明原因', 'Explanation'], HUMAN_REVIEW: ['人工复核', 'Human review'] });
const stateOf = codeWords({ OPEN: ['处理中', 'Open'], UPHELD: ['维持原结果', 'Upheld'], REVISED: ['结果已变更', 'Revised'] });
const KINDS: readonly Asked['kind'][] = ['EXPLANATION', 'HUMAN_REVIEW'];
const LOOK_AGAIN_MS = 5000;

/** The right to have a decision explained, or decided by a person: once each (个人信息保护法 24). */
export function Reviews({ application }: { application: Own }) {
  const t = useWords(), { id, decision } = application, read = useRead(`reviews ${id} ${decision?.id}`, () => reviews(id), LOOK_AGAIN_MS), [open, setOpen] = useState<Asked['kind'] | null>(null);
  if (!read.data) return read.error ? <Failed error={read.error} onRetry={read.again} /> : null;
  const { asked, answers } = read.data, left = KINDS.filter((kind) => !asked.some((each) => each.kind === kind && each.decision_id === decision?.id));
  return (
    <section className="card stack" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {asked.map((each) => (
        <Review key={each.id} asked={each} answer={answers.find((answer) => answer.review_id === each.id)} />
      ))}
      {open && left.includes(open) ? (
        <Asking id={id} kind={open} done={() => (setOpen(null), read.again())} />
      ) : (
        left.map((kind) => (
          <button key={kind} type="button" className="btn wide" onClick={() => setOpen(kind)}>
            {kind === 'EXPLANATION' ? t('explain') : t('review')}
          </button>
        ))
      )}
    </section>
  );
}

function Review({ asked, answer }: { asked: Asked; answer: Answer | undefined }) {
  const t = useWords();
  return (
    <div className="said">
      <p className="spread">
        <b>{kindOf(asked.kind)}</b>
        <Chip tone={asked.status === 'OPEN' ? 2 : asked.status === 'REVISED' ? 1 : 'grey'}>{stateOf(answer?.status ?? asked.status)}</Chip>
      </p>
      <p className="muted">
        {t('asked', { at: moment(asked.requested_at) })}
        {!answer?.answer && asked.due_at ? ` · ${t('due', { at: moment(asked.due_at) })}` : ''}
      </p>
      {asked.statement && <p>{t('yours', { text: asked.statement })}</p>}
      {answer?.answer && (
        <p>
          <b>{t('answer')}</b> {answer.answer}
        </p>
      )}
    </div>
  );
}

const LONGEST = 500;

function Asking({ id, kind, done }: { id: string; kind: Asked['kind']; done: () => void }) {
  const t = useWords(), { busy, error, wait, act } = useAct(), [key] = useKey(), [text, setText] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void act(async () => (await askAbout(id, kind, text.trim() || null, key), done()));
      }}
    >
      <h3>{kindOf(kind)}</h3>
      <Field label={t('statement')} hint={t('hint')} optional>
        {(tied) => <textarea {...tied} rows={4} maxLength={LONGEST} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Refusal error={error} wait={wait} />
      <ActButton type="submit" busy={busy} wait={wait}>
        {t('send')}
      </ActButton>
    </form>
  );
}
