import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type KeyboardEvent } from 'react';
import { fieldErrors } from '@/api/problem';
import { customerReason, documentKind, reasonCodes } from '@/shared/business';
import { Dialog } from '@/shared/Dialog';
import { Refused } from '@/shared/Failed';
import { Choices, Field } from '@/shared/Field';
import { capital, minorOf, moment, percent, typed, yuan } from '@/shared/format';
import { useKeys } from '@/shared/keys';
import { useMe } from '@/shared/me';
import { formOf, SchemaForm, type FormSchema, type FormValues } from '@/shared/SchemaForm';
import { useKeyOf } from '@/shared/useKeyOf';
import { choice } from '../words';
import { claimTask, completeTask, nextTask, releaseTask, type Case, type CaseTask, type Completion } from '../queries';
import { Mine } from './Beside';
import { Elsewhere } from './Elsewhere';
import { condition, CONDITIONS, exceptional, useCaseWords } from './words';

type Choice = Completion['choice'];

/** The decision about a task: claimed first, checked before it is sent, and then on to the next case. */
export function Decide({ of, task, wish }: { of: Case; task: CaseTask | undefined; wish?: number }) {
  const t = useCaseWords(), me = useMe(), cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: ['workflow'] });
  const claim = useMutation({ mutationFn: (id: string) => claimTask(id), onSettled: refresh });
  const release = useMutation({ mutationFn: (id: string) => releaseTask(id), onSettled: refresh });
  const mine = task !== undefined && (task.quorum > 1 || task.assignee === me.subject);
  return (
    <section className="card" aria-labelledby="decision">
      <h2 id="decision">
        {t('decision')} {task && <span className="muted">{task.name}</span>}
      </h2>
      {task && <Mine caseId={of.id} />}
      {!task && <p className="muted">{t('closedTask')}</p>}
      {task && !mine && task.assignee && <p>{t('withOther', { who: task.assignee })}</p>}
      {task && !mine && !task.assignee && (
        <>
          <p className="muted">{t('claimFirst')}</p>
          <button type="button" className="btn primary" disabled={claim.isPending} onClick={() => claim.mutate(task.id)}>
            {t('claim')}
          </button>
        </>
      )}
      {task && mine && of.bounds && <Verdict key={task.id} of={of} bounds={of.bounds} task={task} wish={wish} onRelease={task.quorum > 1 ? undefined : () => release.mutate(task.id)} />}
      {task && task.assignee === me.subject && task.quorum === 1 && (
        <div className="actions">
          <Elsewhere of={task} onDone={() => void refresh()} />
          {task.snoozed_until && <span className="muted">{t('laidAside', { when: moment(task.snoozed_until) })}</span>}
        </div>
      )}
      <Refused error={claim.error ?? release.error} />
    </section>
  );
}

type Given = { of: Case; bounds: NonNullable<Case['bounds']>; task: CaseTask; wish?: number; onRelease?: () => void };

function Verdict({ of, bounds, task, wish, onRelease }: Given) {
  const t = useCaseWords(), me = useMe(), cache = useQueryClient(), navigate = useNavigate(), keyOf = useKeyOf();
  const opinion = useRef<HTMLTextAreaElement>(null);
  const most = Math.max(bounds.lowest_minor, Math.min(bounds.highest_minor, bounds.limit_minor || bounds.highest_minor));
  const [chosen, setChosen] = useState<Choice | ''>(''), [amount, setAmount] = useState(typed(most)), [rate, setRate] = useState('');
  const [reasons, setReasons] = useState<string[]>([]), [kinds, setKinds] = useState<string[]>([]), [exceptions, setExceptions] = useState<string[]>([]);
  const [before, setBefore] = useState<string[]>([]), [why, setWhy] = useState(''), [answer, setAnswer] = useState(''), [comment, setComment] = useState(''), [asked, setAsked] = useState(false);
  const [form, setForm] = useState<FormValues>({}), [taken, setTaken] = useState(wish), schema = task.form as FormSchema | null;
  if (taken !== wish && wish !== undefined) {
    setTaken(wish); // what was explored, into an approval
    setAmount(typed(wish));
    if (task.outcomes.includes('APPROVE') && !bounds.barred) setChosen('APPROVE');
  }
  const minor = minorOf(amount);
  const needed = chosen === 'APPROVE' ? [...bounds.lacking, ...(bounds.limit_minor !== null && (minor ?? 0) > bounds.limit_minor ? ['ABOVE_LIMIT'] : [])] : [];
  const complete = useMutation({
    mutationFn: (verdict: Completion) => completeTask(task.id, verdict, keyOf(verdict)),
    onError: () => setAsked(false),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['workflow'] });
      const next = await nextTask(me.subject, of.id);
      await navigate(next ? ({ to: '/cases/$caseId', params: { caseId: next.case_id } } as never) : { to: '/inbox' });
    },
  });
  const wrong = fieldErrors(complete.error);
  useKeys({ a: () => opinion.current?.focus() });

  const verdict = (): Completion => ({
    choice: chosen as Choice,
    comment: comment.trim(),
    ...(chosen === 'APPROVE' && {
      amount_minor: minor,
      ...(before.length && { conditions: before }),
      ...(bounds.assessed_rate === null && rate && { annual_rate: (Number(rate) / 100).toFixed(6).replace(/0+$/, '') }),
      ...(needed.length && { exceptions: exceptions.filter((code) => needed.includes(code)) as Completion['exceptions'], exception_reason: why.trim() }),
    }),
    ...(chosen === 'DECLINE' && { reason_codes: reasons }),
    ...(chosen === 'SUPPLEMENT' && { document_kinds: kinds }),
    ...(answer.trim() && { answer: answer.trim() }),
    ...(schema && { form: formOf(schema, form) as Completion['form'] }),
  });
  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && chosen) {
      event.preventDefault();
      setAsked(true);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
      }}
      onKeyDown={byKey}
    >
      <fieldset className="field choices">
        <legend className="sr">{t('decision')}</legend>
        {task.outcomes.map((each) => (
          <label key={each} className="btn">
            <input type="radio" name="choice" value={each} checked={chosen === each} disabled={each === 'APPROVE' && bounds.barred} onChange={() => setChosen(each)} /> {choice(each)}
          </label>
        ))}
      </fieldset>
      {chosen === 'APPROVE' && (
        <>
          <Field label={t('amount')} wrong={wrong.amount_minor} hint={minor ? `${capital(minor)}${minor < of.amount_minor ? `　${t('less')}` : ''}` : undefined}>
            {(given) => <input {...given} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />}
          </Field>
          {bounds.assessed_rate === null && (
            <Field label={t('annualRate')} wrong={wrong.annual_rate} hint={bounds.highest_rate ? `≤ ${percent(bounds.highest_rate)}` : undefined}>
              {(given) => <input {...given} inputMode="decimal" value={rate} onChange={(event) => setRate(event.target.value)} />}
            </Field>
          )}
          <details>
            <summary>
              {t('before')} {before.length > 0 && <b>{before.length}</b>}
            </summary>
            <Choices label={t('before')} wrong={wrong.conditions} all={CONDITIONS} chosen={before} onChange={setBefore} told={(code) => condition(code)} />
          </details>
          {needed.length > 0 && (
            <>
              <Choices label={t('exceptions')} hint={t('lacks')} wrong={wrong.exceptions} all={needed} chosen={exceptions} onChange={setExceptions} told={(code) => exceptional(code)} />
              <Field label={t('exceptionReason')} wrong={wrong.exception_reason}>
                {(given) => <textarea {...given} rows={2} value={why} onChange={(event) => setWhy(event.target.value)} />}
              </Field>
            </>
          )}
        </>
      )}
      {chosen === 'DECLINE' && (
        <Choices
          label={t('declineReasons')}
          wrong={wrong.reason_codes}
          all={reasonCodes}
          chosen={reasons}
          onChange={setReasons}
          told={(code) => (
            <>
              {customerReason(code)} <code className="muted">{code}</code>
            </>
          )}
        />
      )}
      {chosen === 'SUPPLEMENT' && <Choices label={t('kinds')} wrong={wrong.document_kinds} all={bounds.accepted_documents} chosen={kinds} onChange={setKinds} told={(kind) => documentKind(kind)} />}
      {schema && (
        <fieldset className="field">
          <legend>{t('form')}</legend>
          <SchemaForm schema={schema} values={form} onChange={setForm} wrong={wrong} />
        </fieldset>
      )}
      {task.stage.includes('review_request') || task.outcomes.includes('UPHOLD') ? (
        <Field label={t('answer')} wrong={wrong.answer}>
          {(given) => <textarea {...given} rows={3} value={answer} onChange={(event) => setAnswer(event.target.value)} />}
        </Field>
      ) : null}
      <Field label={t('opinion')} wrong={wrong.comment}>
        {(given) => <textarea {...given} ref={opinion} rows={3} value={comment} onChange={(event) => setComment(event.target.value)} />}
      </Field>
      <Refused error={complete.error} />
      <p className="actions">
        <button type="submit" className="btn primary" disabled={!chosen || complete.isPending}>
          {t('submit')} <kbd>Ctrl ↵</kbd>
        </button>
        {onRelease && (
          <button type="button" className="btn" onClick={onRelease}>
            {t('release')}
          </button>
        )}
      </p>
      {asked && chosen && (
        <Dialog title={t('summary')} onClose={() => setAsked(false)}>
          <p>
            <b>{choice(chosen)}</b>
            {chosen === 'APPROVE' && ` ${yuan(minor)} · ${bounds.assessed_rate ? percent(bounds.assessed_rate) : `${rate || '—'}%`} · ${t('months', { n: of.term_months })}`}
          </p>
          {chosen === 'APPROVE' && minor !== null && <p className="muted">{capital(minor)}</p>}
          {chosen === 'APPROVE' && before.length > 0 && (
            <p>
              {t('before')}：{before.map((code) => condition(code)).join('、')}
            </p>
          )}
          {chosen === 'DECLINE' && (
            <>
              <p>{t('customerReads')}</p>
              <ul>
                {reasons.map((code) => (
                  <li key={code}>{customerReason(code)}</li>
                ))}
              </ul>
            </>
          )}
          {chosen === 'SUPPLEMENT' && <p>{kinds.map((kind) => documentKind(kind)).join('、')}</p>}
          <p className="muted">{comment}</p>
          <p className="actions">
            <button type="button" className="btn primary" disabled={complete.isPending} onClick={() => complete.mutate(verdict())}>
              {t('confirm')}
            </button>
            <button type="button" className="btn" onClick={() => setAsked(false)}>
              {t('back')}
            </button>
          </p>
        </Dialog>
      )}
    </form>
  );
}
