import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem, fieldErrors } from '@/api/problem';
import { Failed } from '@/shared/Failed';
import { minorOf, yuan } from '@/shared/format';
import { formOf, type FormSchema } from '@/shared/SchemaForm';
import { Skeleton } from '@/shared/Skeleton';
import { currentLang, defineWords } from '@/shared/words';
import { emptyDraft, forgetDrafts, keepDraft, keptDraft, keyOf, STEPS, type Draft, type Step } from './draft';
import { Facts } from '@/shared/Facts';
import { ActButton, Refusal } from './parts/fields';
import { Papers } from './parts/Papers';
import { missingOf, SchemaForm } from './parts/SchemaForm';
import { ConsentsStep, givenOf, missing, PersonStep, WishStep } from './parts/steps';
import { consent, consents, offerings, person, register, saveDraft, submit, submitDraft, withdraw, wordings, type Offering, type Wording } from './queries';
import { useAct, useRead } from '@/shared/reads';
import { fieldTold, method, purposeOf, useCommon, type Wrong } from './words';

const useWords = defineWords({
  title: ['申请借款', 'Apply for a loan'],
  step: ['第 {n} 步，共 {of} 步', 'Step {n} of {of}'],
  wish: ['借多少', 'What you need'],
  about: ['您的情况', 'About you'],
  person: ['身份信息', 'Who you are'],
  consents: ['授权', 'Consents'],
  papers: ['核对并提交', 'Check and hand in'],
  kept: ['已加密保存在本机', 'Kept encrypted on this device'],
  submit: ['提交申请', 'Hand in'],
  amount: ['借款金额', 'Amount'],
  term: ['借款期限', 'Term'],
  how: ['还款方式', 'Repayment'],
  purpose: ['借款用途', 'Purpose'],
  attach: ['补充资料（选填，有助于审核）', 'Papers (optional; they help)'],
  attachNeeded: ['需要的资料', 'Papers that are needed'],
  gone: ['没有找到这个产品，请返回首页重新选择。', 'This product is not there; choose another one.'],
  promise: ['我保证所填信息真实，借款不用于购房、投资等国家禁止的用途。', 'What I state is true; I do not use the loan for property, investments or anything forbidden.'],
});

/** The step in which a field of a refusal is. */
function stepOf(field: string): Step | null {
  if (/^(amount_minor|term_months|repayment_method|purpose)$/.test(field)) return 'wish';
  if (field.startsWith('form')) return 'about';
  if (/^(name|identity_number|card_number|employer|mobile)$/.test(field)) return 'person';
  return field.startsWith('consents') ? 'consents' : null;
}

type Known = { products: Offering[]; newcomer: boolean; texts: Wording[] };
async function known(): Promise<Known> {
  const [products, who, texts] = await Promise.all([offerings(), person(), wordings()]);
  const given = who ? await consents() : [];
  const inForce = new Set(given.filter((each) => each.in_force && each.purpose === '02').map((each) => each.source));
  return { products, newcomer: !who, texts: texts.filter((text) => !inForce.has(text.source)) };
}

export function ApplyPage({ who }: { who: string }) {
  const t = useWords(), about = useRead('apply', known), [draft, setDraft] = useState<Draft | null>(null), wanted = location.hash.split('/')[2];
  useEffect(() => {
    keptDraft(who).then(
      (kept) => setDraft(kept && (!wanted || kept.productCode === wanted) ? kept : emptyDraft(wanted ?? '')),
      () => setDraft(emptyDraft(wanted ?? '')),
    );
  }, [who, wanted]);
  if (!about.data || !draft) return about.error ? <Failed error={about.error} onRetry={about.again} /> : <Skeleton lines={6} />;
  const { products, ...rest } = about.data, product = products.find((each) => each.code === draft.productCode);
  if (!product) return <p className="empty">{t('gone')}</p>;
  return <Form who={who} product={product} {...rest} first={draft} again={about.again} />;
}

type FormProps = Omit<Known, 'products'> & { who: string; product: Offering; first: Draft; again: () => void };
const SAVE_AFTER_MS = 400;

function Form({ who, product, newcomer, texts, first, again }: FormProps) {
  const t = useWords(), common = useCommon(), [draft, setDraft] = useState(first), { busy, error, wait, act, setError } = useAct();
  const [wrong, setWrong] = useState<Record<string, Wrong>>({}), [promised, setPromised] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null), latest = useRef(draft), registered = useRef(!newcomer), handedIn = useRef(false);
  const change = useCallback((part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
    if (!('intents' in part || 'step' in part)) setWrong({}); // what was wrong is being mended
  }, []);
  useEffect(() => {
    const keep = (typed: Draft) => {
      if (!handedIn.current) void keepDraft(who, typed);
    };
    const now = () => keep(latest.current), timer = setTimeout(keep, SAVE_AFTER_MS, draft);
    addEventListener('pagehide', now);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', now);
    };
  }, [who, draft]);
  const steps = STEPS.filter((step) => step !== 'person' || newcomer), at = Math.max(0, steps.indexOf(draft.step));
  const step = steps[at]!, schema = product.form as FormSchema;
  const needed = texts.filter((text) => [...product.required_sources, ...product.optional_sources].includes(text.source));

  /** The key of an act; kept before it is tried, so that it is the same after a reload. */
  const keyed = async (name: string, says: unknown) => {
    const [key, next] = keyOf(latest.current, name, says);
    change(next);
    await keepDraft(who, next);
    return key;
  };
  const go = (to: Step) => {
    setError(null);
    change({ step: to });
    requestAnimationFrame(() => {
      heading.current?.focus();
      scrollTo(0, 0);
    });
  };
  const asked = () => ({
    product_code: product.code,
    amount_minor: minorOf(draft.wish.amount) ?? 0,
    term_months: Number(draft.wish.term),
    repayment_method: draft.wish.method as Offering['methods'][number]['method'],
    purpose: draft.wish.purpose,
    form: formOf(schema, draft.form),
  });
  const wrongHere = (): Record<string, Wrong> => {
    if (step === 'wish') {
      const amount = minorOf(draft.wish.amount), out = amount === null || amount < product.min_amount_minor || amount > product.max_amount_minor;
      const { term, method: chosen, purpose } = draft.wish;
      return { ...(out && { amount_minor: { code: 'amount-out-of-range', detail: '' } }), ...missing({ term_months: term, repayment_method: chosen, purpose }) };
    }
    if (step === 'about') return missingOf(schema, draft.form);
    const { employer: _, ...identity } = draft.person;
    if (step === 'person') return missing(identity);
    if (step !== 'consents') return {};
    const without = needed.filter((text) => product.required_sources.includes(text.source) && !draft.consents.includes(text.source));
    return Object.fromEntries(without.map((text) => [`consents.${text.source}`, { code: 'consent-missing', detail: '' }]));
  };
  const give = async () => {
    const chosen = needed.filter((text) => draft.consents.includes(text.source));
    if (!registered.current) {
      const { employer, ...identity } = draft.person, says = { ...identity, ...(employer && { employer }) };
      const key = await keyed('register', [says, draft.consents]);
      await register({ ...says, consents: chosen.map((text) => givenOf(text, key)) }, key);
      registered.current = true;
    } else if (chosen.length) {
      const key = await keyed('consent', [draft.consents, new Date().toDateString()]);
      await consent(chosen.map((text) => givenOf(text, key)), key);
    }
  };
  const onNext = () =>
    act(async () => {
      const found = wrongHere();
      setWrong(found);
      if (Object.keys(found).length) return requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"], fieldset .wrong')?.focus());
      await judged(async () => {
        if (step === 'consents') await give();
        go(steps[at + 1]!);
      });
    });
  /** What the service finds wrong is shown at its field, in the step where that is. */
  const judged = async (what: () => Promise<unknown>) => {
    try {
      await what();
    } catch (refused) {
      const found = fieldErrors(refused);
      setWrong(found);
      const place = Object.keys(found).map(stepOf).find((each) => each && steps.includes(each));
      if (place && place !== step) change({ step: place });
      throw refused;
    }
  };
  /** The application that papers belong to, on the service: made when the first one is uploaded. */
  const into = async () => {
    const says = asked(), { applicationId, intents } = latest.current;
    if (applicationId && intents.draft?.told === JSON.stringify(says)) return applicationId;
    if (applicationId) await withdraw(applicationId, crypto.randomUUID());
    const made = await saveDraft(says, await keyed('draft', says));
    change({ applicationId: made.id, papers: [] });
    return made.id;
  };
  const lacks = product.required_documents.filter((kind) => !draft.papers.some((paper) => paper.kind === kind));
  const onSubmit = () =>
    act(() =>
      judged(async () => {
        const says = asked(), withPapers = draft.applicationId && draft.intents.draft?.told === JSON.stringify(says) && draft.papers.length > 0;
        const key = await keyed('submit', [says, withPapers && draft.applicationId]);
        const made = withPapers ? await submitDraft(draft.applicationId!, false, key) : await submit(says, key);
        handedIn.current = true;
        await forgetDrafts();
        location.hash = `/applications/${made.id}`;
      }),
    );

  const name = currentLang() === 'zh' ? product.name_zh : product.name_en;
  const others = Object.entries(wrong).filter(([field]) => !stepOf(field));
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (step === 'papers' ? onSubmit() : onNext());
      }}
    >
      <p className="muted">{name}</p>
      <progress className="steps" value={at + 1} max={steps.length} aria-label={t('step', { n: at + 1, of: steps.length })} />
      <h1 tabIndex={-1} ref={heading}>
        {t(step)} <small className="muted">{t('step', { n: at + 1, of: steps.length })}</small>
      </h1>
      <Refusal error={error} wait={wait}>
        {others.map(([field, each]) => (
          <p key={field}>{fieldTold(each)}</p>
        ))}
        {error instanceof Problem && error.status === 409 && (
          <button type="button" className="btn" onClick={again}>
            {common('reload')}
          </button>
        )}
      </Refusal>
      {step === 'wish' && <WishStep product={product} draft={draft} change={change} wrong={wrong} />}
      {step === 'about' && <SchemaForm schema={schema} typed={draft.form} onChange={(form) => change({ form })} wrong={wrong} />}
      {step === 'person' && <PersonStep draft={draft} change={change} wrong={wrong} />}
      {step === 'consents' && <ConsentsStep texts={needed} product={product} draft={draft} change={change} wrong={wrong} />}
      {step === 'papers' && (
        <>
          <div className="card">
            <Facts
              rows={[
                [t('amount'), <b key="amount">{yuan(minorOf(draft.wish.amount))}</b>],
                [t('term'), common('months', { n: draft.wish.term })],
                [t('how'), method(draft.wish.method)],
                [t('purpose'), purposeOf(draft.wish.purpose, product.purposes[draft.wish.purpose])],
              ]}
            />
          </div>
          <details className="card stack" open={product.required_documents.length > 0 || draft.papers.length > 0}>
            <summary>{product.required_documents.length ? t('attachNeeded') : t('attach')}</summary>
            <Papers
              kinds={product.required_documents.length ? product.accepted_documents : product.accepted_documents.filter((kind) => /^ID_|INCOME|BANK/.test(kind))}
              needed={product.required_documents}
              most={product.max_document_bytes}
              given={draft.papers}
              into={into}
              onGiven={(paper) => change({ papers: [...latest.current.papers, paper] })}
            />
          </details>
          <label className="check card">
            <input type="checkbox" checked={promised} onChange={(event) => setPromised(event.target.checked)} />
            <span>{t('promise')}</span>
          </label>
        </>
      )}
      <div className="acts">
        <ActButton type="submit" busy={busy} wait={wait} disabled={step === 'papers' && (!promised || lacks.length > 0)}>
          {step === 'papers' ? t('submit') : common('next')}
        </ActButton>
        {at > 0 && (
          <button type="button" className="btn wide" onClick={() => go(steps[at - 1]!)}>
            {common('back')}
          </button>
        )}
      </div>
      <p className="muted small">{t('kept')}</p>
    </form>
  );
}
