import { useState } from 'react';
import { percent, yuan } from '@/shared/format';
import { currentLang, defineWords } from '@/shared/words';
import type { Draft } from '../draft';
import type { Given, Offering, Wording } from '../queries';
import { fieldTold, method, purposeOf, sourceName, useCommon, type Wrong } from '../words';
import { ChoiceField, SelectField, TextField, YuanField } from './fields';

type Wrongs = Record<string, Wrong>;
type StepProps = { draft: Draft; change: (part: Partial<Draft>) => void; wrong: Wrongs };
const REQUIRED: Wrong = { code: 'required', detail: '' };
export const missing = (values: Record<string, string>): Wrongs =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !value.trim()).map(([name]) => [name, REQUIRED]));

const useWish = defineWords({
  amount: ['借款金额', 'Amount'],
  range: ['{from} 至 {to}', '{from} to {to}'],
  term: ['借款期限', 'Term'],
  method: ['还款方式', 'Repayment'],
  purpose: ['借款用途', 'Purpose'],
  cost: ['实际利率以审批结果为准；综合年化成本（单利）不超过 {rate}。', 'The rate is decided with your application; all costs are at most {rate} a year.'],
});
const TERMS = [3, 6, 12, 18, 24, 36, 48, 60];

export function WishStep({ product, draft, change, wrong }: StepProps & { product: Offering }) {
  const t = useWish(), common = useCommon(), { wish } = draft;
  const set = (part: Partial<Draft['wish']>) => change({ wish: { ...wish, ...part } });
  const longest = (term: string) => product.methods.filter((each) => Number(term) <= (each.max_term_months ?? product.max_term_months));
  const terms = TERMS.filter((months) => months >= product.min_term_months && months <= product.max_term_months);
  const setTerm = (term: string) => set(longest(term).some((each) => each.method === wish.method) ? { term } : { term, method: longest(term)[0]?.method ?? '' });
  return (
    <>
      <YuanField
        label={t('amount')}
        value={wish.amount}
        onChange={(amount) => set({ amount })}
        wrong={wrong.amount_minor}
        hint={t('range', { from: yuan(product.min_amount_minor), to: yuan(product.max_amount_minor) })}
      />
      <ChoiceField
        label={t('term')}
        value={wish.term}
        onChange={setTerm}
        wrong={wrong.term_months}
        options={terms.map((months) => ({ value: String(months), label: common('months', { n: months }) }))}
      />
      <ChoiceField
        label={t('method')}
        value={wish.method}
        onChange={(chosen) => set({ method: chosen })}
        wrong={wrong.repayment_method}
        options={longest(wish.term).map((each) => ({ value: each.method, label: method(each.method) }))}
      />
      <SelectField
        label={t('purpose')}
        value={wish.purpose}
        onChange={(purpose) => set({ purpose })}
        wrong={wrong.purpose}
        options={Object.entries(product.purposes).map(([code, wording]) => ({ value: code, label: purposeOf(code, wording) }))}
      />
      <p className="muted">{t('cost', { rate: percent(product.max_total_annual_rate) })}</p>
    </>
  );
}

const usePerson = defineWords({
  name: ['姓名', 'Name'],
  identity: ['身份证号', 'Identity number'],
  card: ['收款银行卡号（本人借记卡）', 'Bank card for the money (a debit card of your own)'],
  employer: ['工作单位', 'Employer'],
  why: ['信息加密保存，仅用于核验身份、放款与还款。', 'Kept encrypted; used to check who you are, to pay out and to repay.'],
});

export function PersonStep({ draft, change, wrong }: StepProps) {
  const t = usePerson(), { person } = draft;
  const set = (part: Partial<Draft['person']>) => change({ person: { ...person, ...part } });
  return (
    <>
      <p className="muted">{t('why')}</p>
      <TextField label={t('name')} value={person.name} onChange={(name) => set({ name })} complete="name" wrong={wrong.name} maxLength={100} />
      <TextField label={t('identity')} value={person.identity_number} onChange={(identity_number) => set({ identity_number })} wrong={wrong.identity_number} maxLength={24} />
      <TextField label={t('card')} value={person.card_number} onChange={(card_number) => set({ card_number })} mode="numeric" complete="cc-number" wrong={wrong.card_number} maxLength={30} />
      <TextField label={t('employer')} value={person.employer} onChange={(employer) => set({ employer })} complete="organization" optional wrong={wrong.employer} maxLength={200} />
    </>
  );
}

const useConsents = defineWords({
  lead: ['审核您的申请需要向下列机构查询信息。请逐项阅读授权书，同意后勾选；您可随时撤回。', 'To assess your application we ask these sources about you. Read each wording and tick what you agree to; you can take it back at any time.'],
  read: ['阅读授权书', 'Read the wording'],
  agree: ['我已阅读并同意', 'I have read it and agree'],
  sign: ['我已阅读，同意并以电子签名确认', 'I have read it, agree, and sign electronically'],
  all: ['所需授权均在有效期内。', 'All consents that are needed are in force.'],
  version: ['版本 {version}', 'Version {version}'],
});

/** The consent that a wording was ticked for, as it is given. */
export const givenOf = (text: Wording, reference: string): Given => ({
  source: text.source,
  purpose: text.purpose,
  text_version: text.text_version,
  ...(text.form === 'WRITTEN' && { evidence: { kind: 'ELECTRONIC_SIGNATURE', reference: `borrower-app:${reference}`, sha256: text.hash } }),
});

export function ConsentsStep({ texts, product, draft, change, wrong }: StepProps & { texts: Wording[]; product: Offering }) {
  const t = useConsents();
  const toggle = (source: string, on: boolean) => change({ consents: on ? [...draft.consents, source] : draft.consents.filter((each) => each !== source) });
  if (!texts.length) return <p>{t('all')}</p>;
  return (
    <>
      <p className="muted">{t('lead')}</p>
      {texts.map((text) => (
        <ConsentCard
          key={text.source}
          text={text}
          optional={product.optional_sources.includes(text.source)}
          on={draft.consents.includes(text.source)}
          toggle={(on) => toggle(text.source, on)}
          wrong={wrong[`consents.${text.source}`]}
        />
      ))}
    </>
  );
}

function ConsentCard({ text, optional, on, toggle, wrong }: { text: Wording; optional: boolean; on: boolean; toggle: (on: boolean) => void; wrong: Wrong | undefined }) {
  const t = useConsents(), common = useCommon(), [open, setOpen] = useState(false), name = sourceName(text.source);
  return (
    <section className="card consent" aria-label={name}>
      <p className="spread">
        <b>{name}</b>
        <span className="muted">{optional ? common('optional') : common('required')}</span>
      </p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {t('read')} <span className="sr">{name}</span>
        </summary>
        <p className="wording" lang="zh-CN">
          {text.wording}
        </p>
        <p className="muted small">{t('version', { version: text.text_version })}</p>
      </details>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => toggle(event.target.checked)} aria-invalid={wrong ? true : undefined} />
        <span>
          {text.form === 'WRITTEN' ? t('sign') : t('agree')}
          {currentLang() === 'zh' ? `《${name}授权书》` : `: ${name}`}
        </span>
      </label>
      {wrong && <p className="wrong">{fieldTold(wrong)}</p>}
    </section>
  );
}
