// The borrower's sign-in, on the page itself: number, then the code that comes by text message (OAuth 2.0 for First-Party
// Applications, code + PKCE). The token lives in memory; a reload asks the issuer again, whose cookie no script can read.
import { useSyncExternalStore } from 'react';
import { claimsOf, discovered, exchanged, proof, type Endpoints } from '@/shared/pkce';
import { settings } from '@/shared/settings';

type State = { who: string | null; expired: boolean };
/** What the issuer said: signed in, waits for the code (or the number), the code is wrong, or come back in so many seconds. */
export type Step = { step: 'done' | 'code' | 'wrong' } | { step: 'wait'; seconds: number };

const SIGNED_OUT = 'signed-out', VERIFIER = 'xinliu.borrower.verifier', USUAL_WAIT_S = 60;
const tabs = new BroadcastChannel('xinliu.borrower');
const listeners = new Set<() => void>();
let state: State = { who: null, expired: false }, token = '', client = '', endpoints: Endpoints | null = null;
let inPlace: { promise: Promise<boolean>; settle: (signedIn: boolean) => void } | null = null;
export let development = false;

const tell = (next: State) => {
  state = next;
  for (const each of listeners) each();
};
export const useSession = () => useSyncExternalStore((each) => (listeners.add(each), () => listeners.delete(each)), () => state);
export const tokens = { current: () => token, renewed };
const home = () => location.origin + location.pathname;

tabs.addEventListener('message', ({ data }) => {
  if (data === SIGNED_OUT && state.who) location.reload();
});

/** Takes up a sign-in that this browser still has. */
export async function begin() {
  const told = await settings();
  client = told.borrower_client;
  development = told.development;
  endpoints = await discovered(told.issuer);
  const asked = new URLSearchParams(location.search), code = asked.get('code'), verifier = sessionStorage.getItem(VERIFIER);
  if (code && verifier) {
    history.replaceState(null, '', home() + location.hash);
    await redeem(code, verifier);
  } else if (endpoints.authorization_challenge_endpoint) await challenge({});
}

/** One step of the sign-in: the number, or number and code. */
export async function signIn(mobile: string, code?: string): Promise<Step> {
  if (!endpoints!.authorization_challenge_endpoint) await leave();
  return challenge(code ? { mobile, code } : { mobile });
}

async function challenge(form: Record<string, string>): Promise<Step> {
  const { verifier, asked } = await proof(client, home());
  const answer = await fetch(endpoints!.authorization_challenge_endpoint!, { method: 'POST', body: new URLSearchParams({ ...asked, ...form }) });
  const told = (await answer.json()) as { authorization_code?: string; error?: string };
  if (told.authorization_code) {
    await redeem(told.authorization_code, verifier);
    return { step: 'done' };
  }
  if (told.error === 'slow_down') return { step: 'wait', seconds: Number(answer.headers.get('retry-after')) || USUAL_WAIT_S };
  if (told.error === 'access_denied') return { step: 'wrong' };
  if (told.error === 'insufficient_authorization') return { step: 'code' };
  throw new Error(`${answer.status} ${told.error ?? ''}`);
}

async function redeem(code: string, verifier: string) {
  ({ access_token: token } = await exchanged(endpoints!, { grant_type: 'authorization_code', code, redirect_uri: home(), client_id: client, code_verifier: verifier }));
  const { sub } = claimsOf<{ sub: string }>(token);
  if (state.who && state.who !== sub) return location.reload(); // another person: nothing of the page is his
  tell({ who: sub, expired: false });
  inPlace?.settle(true);
  inPlace = null;
}

/** Another token after a 401. Where the sign-in has ended, the request waits until he has signed in where he is. */
async function renewed(): Promise<boolean> {
  try {
    if (endpoints?.authorization_challenge_endpoint && (await challenge({})).step === 'done') return true;
  } catch {
    return false; // the issuer cannot be reached: the request's own answer is shown
  }
  if (!inPlace) {
    let settle: (signedIn: boolean) => void = () => undefined;
    inPlace = { promise: new Promise((resolve) => (settle = resolve)), settle };
    tell({ ...state, expired: true });
  }
  return inPlace.promise;
}

/** An issuer that wants to show its own page. */
async function leave() {
  const { verifier, asked } = await proof(client, home());
  sessionStorage.setItem(VERIFIER, verifier);
  location.assign(`${endpoints!.authorization_endpoint}?${new URLSearchParams(asked)}`);
}

export async function signOut() {
  await fetch(endpoints!.end_session_endpoint, { method: 'POST', body: new URLSearchParams({ client_id: client }) });
  tabs.postMessage(SIGNED_OUT);
  location.assign(location.pathname);
}
