// What he has typed survives a reload and a lost line. It is sealed (AES-GCM) by a key that this browser makes and cannot
// give away, and bound to who is signed in; draft and key go when the application is handed in, at sign-out, or after 72 hours.
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

type Sealed = { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer; at: number };
const STORE = 'kept', KEY = 'key', LIVES_MS = 72 * 3_600_000;

const opened = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('xinliu-borrower', 1);
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(STORE));
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error));
  });

async function at<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = act(database.transaction(STORE, mode).objectStore(STORE));
      asked.addEventListener('success', () => resolve(asked.result as T));
      asked.addEventListener('error', () => reject(asked.error));
    });
  } finally {
    database.close();
  }
}

async function sealing(): Promise<CryptoKey> {
  const known = await at<CryptoKey | undefined>('readonly', (store) => store.get(KEY));
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await at('readwrite', (store) => store.put(fresh, KEY));
  return fresh;
}

const bound = (who: string, iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(who) });

export async function keepDraft(who: string, draft: Draft) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(bound(who, iv), await sealing(), new TextEncoder().encode(JSON.stringify(draft)));
  await at('readwrite', (store) => store.put({ iv, sealed, at: Date.now() } satisfies Sealed, who));
}

/** The draft of this person, if there is one that still opens. */
export async function keptDraft(who: string): Promise<Draft | null> {
  const kept = await at<Sealed | undefined>('readonly', (store) => store.get(who));
  if (!kept) return null;
  try {
    if (Date.now() - kept.at > LIVES_MS) throw new Error('too old');
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(bound(who, kept.iv), await sealing(), kept.sealed))) as Draft;
  } catch {
    await forgetDrafts();
    return null;
  }
}

/** Drafts and their key. */
export const forgetDrafts = () => at('readwrite', (store) => store.clear());
