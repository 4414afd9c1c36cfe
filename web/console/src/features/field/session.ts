// A member of staff on his telephone: code + PKCE by the issuer's page. Tokens live in memory: a reload asks the issuer again.
import { claimsOf, discovered, exchanged, proof, random, type Endpoints, type Given } from '@/shared/pkce';
import { settings } from '@/shared/settings';

export type Me = { sub: string; name?: string; roles?: string[] };
type Left = { verifier: string; state: string; hash: string };

const LEFT = 'xinliu.field.left', PAGE = '/m.html';
const back = () => location.origin + PAGE;
let given: Given | null = null, endpoints: Endpoints, client = '', renewing: Promise<boolean> | null = null;

export const tokens = { current: () => given?.access_token ?? '', renewed };

/** Takes up a sign-in that there is; null: nobody is signed in. `leaving`: the browser goes to the issuer. */
export async function begin(): Promise<Me | null | 'leaving'> {
  const told = await settings();
  client = told.client;
  endpoints = await discovered(told.issuer);
  const asked = new URLSearchParams(location.search), left = JSON.parse(sessionStorage.getItem(LEFT) ?? 'null') as Left | null;
  if (!left || asked.get('state') !== left.state) return leave({ prompt: 'none' });
  sessionStorage.removeItem(LEFT);
  history.replaceState(null, '', PAGE + left.hash);
  const code = asked.get('code');
  if (!code) return null;
  given = await exchanged(endpoints, { grant_type: 'authorization_code', code, redirect_uri: back(), client_id: client, code_verifier: left.verifier });
  return claimsOf<Me>(given.access_token);
}

async function leave(more: Record<string, string>): Promise<'leaving'> {
  const { verifier, asked } = await proof(client, back()), state = random();
  sessionStorage.setItem(LEFT, JSON.stringify({ verifier, state, hash: location.hash } satisfies Left));
  location.assign(`${endpoints.authorization_endpoint}?${new URLSearchParams({ ...asked, state, ...more })}`);
  return 'leaving';
}

export const signIn = () => leave({});

/** Another token after a 401. False: the sign-in has ended. */
function renewed(): Promise<boolean> {
  renewing ??= (async () => {
    if (!given?.refresh_token) return false;
    try {
      given = { ...given, ...(await exchanged(endpoints, { grant_type: 'refresh_token', refresh_token: given.refresh_token, client_id: client })) };
      return true;
    } catch {
      return false; // the request's own answer is shown
    }
  })().finally(() => {
    renewing = null;
  });
  return renewing;
}

export function signOut() {
  const told = { client_id: client, post_logout_redirect_uri: back(), ...(given?.id_token && { id_token_hint: given.id_token }) };
  location.assign(`${endpoints.end_session_endpoint}?${new URLSearchParams(told)}`);
}
