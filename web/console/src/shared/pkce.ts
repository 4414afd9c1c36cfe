// Authorization code with PKCE, by hand where a page has to be light: what is asked, and what is given for a code.
export type Endpoints = { authorization_endpoint: string; authorization_challenge_endpoint?: string; token_endpoint: string; end_session_endpoint: string };
export type Given = { access_token: string; refresh_token?: string; id_token?: string };

const encoded = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
export const random = () => encoded(crypto.getRandomValues(new Uint8Array(48)));

export const discovered = async (issuer: string) => (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Endpoints;

/** An authorization request, and the verifier of its challenge. */
export async function proof(client: string, redirect: string) {
  const verifier = random(), code_challenge = encoded(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  return { verifier, asked: { client_id: client, response_type: 'code', redirect_uri: redirect, scope: 'openid profile', code_challenge, code_challenge_method: 'S256' } };
}

/** Tokens for a code or a refresh token. */
export async function exchanged(endpoints: Endpoints, form: Record<string, string>): Promise<Given> {
  const answer = await fetch(endpoints.token_endpoint, { method: 'POST', body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`${endpoints.token_endpoint}: ${answer.status}`);
  return (await answer.json()) as Given;
}

/** What a token says, for the page to show; the services verify it. */
export const claimsOf = <Claims>(token: string) =>
  JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0)))) as Claims;
