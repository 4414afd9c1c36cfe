// What he has typed survives a reload and a lost line, sealed and bound to who is signed in; draft and key go when the
// application is handed in, at sign-out, or after 72 hours.
import { SealedStore } from '@/shared/sealed';
import type { Uploaded } from './queries';

export const STEPS = ['wish', 'about', 'person', 'consents', 'papers'] as const;
export type Step = (typeof STEPS)[number];
/** An act that was tried: the same request again bears the same key, so that it is carried out once, after a reload too. */
export type Intent = { told: string; key: string };

export type Draft = {
  step: Step;
  productCode: string;
  wish: { amount: string; term: string; method: string; purpose: string };
  form: Record<string, string>;
  person: { name: string; identity_number: string; card_number: string; employer: string };
  consents: string[];
  applicationId: string | null;
  papers: Uploaded[];
  intents: Record<string, Intent>;
};

export const emptyDraft = (productCode: string): Draft => ({
  step: 'wish',
  productCode,
  wish: { amount: '', term: '', method: '', purpose: '' },
  form: {},
  person: { name: '', identity_number: '', card_number: '', employer: '' },
  consents: [],
  applicationId: null,
  papers: [],
  intents: {},
});

/** The key of an act, the one of before where nothing that it says has changed. */
export function keyOf(draft: Draft, act: string, says: unknown): [string, Draft] {
  const told = JSON.stringify(says), known = draft.intents[act];
  if (known?.told === told) return [known.key, draft];
  const key = crypto.randomUUID();
  return [key, { ...draft, intents: { ...draft.intents, [act]: { told, key } } }];
}

const store = new SealedStore('xinliu-borrower');

export const keepDraft = (who: string, draft: Draft) => store.put(who, draft);
/** The draft of this person, if there is one that still opens. */
export const keptDraft = (who: string) => store.get<Draft>(who);
/** Drafts and their key. */
export const forgetDrafts = () => store.clear();
