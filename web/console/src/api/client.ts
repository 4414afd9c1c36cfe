// One typed client a service, all through the one origin. A refusal is a Problem; the token is looked up at each request.
import createClient, { type Middleware } from 'openapi-fetch';
import type { paths as Antifraud } from './generated/antifraud-svc';
import type { paths as Application } from './generated/application-svc';
import type { paths as Gateway } from './generated/integration-gateway';
import type { paths as Postloan } from './generated/postloan-svc';
import type { paths as Reporting } from './generated/reporting-svc';
import type { paths as Risk } from './generated/risk-svc';
import type { paths as Workflow } from './generated/workflow-svc';
import { problemOf } from './problem';

/** How requests are signed in: `renewed` gets another token after a 401 (false: the person has to sign in again). */
export type Tokens = { current: () => string; renewed: () => Promise<boolean> };
let tokens: Tokens = { current: () => '', renewed: async () => false };
export const signedInBy = (given: Tokens) => {
  tokens = given;
};

/** An Idempotency-Key, made when a form opens and kept until it succeeds. */
export const newKey = () => crypto.randomUUID();

async function sent(request: Request): Promise<Response> {
  const again = request.clone();
  request.headers.set('Authorization', `Bearer ${tokens.current()}`);
  const answer = await fetch(request);
  if (answer.status !== 401 || !(await tokens.renewed())) return answer;
  again.headers.set('Authorization', `Bearer ${tokens.current()}`);
  return fetch(again);
}

const refusals: Middleware = {
  onRequest({ request }) {
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', newKey());
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
};

function of<Paths extends object>(service: string) {
  const client = createClient<Paths>({ baseUrl: `/api/${service}`, fetch: sent });
  client.use(refusals);
  return client;
}

export const application = of<Application>('application-svc');
export const workflow = of<Workflow>('workflow-svc');
export const risk = of<Risk>('risk-svc');
export const antifraud = of<Antifraud>('antifraud-svc');
export const postloan = of<Postloan>('postloan-svc');
export const gateway = of<Gateway>('integration-gateway');
export const reporting = of<Reporting>('reporting-svc');

/** The body of an answer: `await body(workflow.GET('/v1/tasks'))`. */
export async function body<Data>(asked: Promise<{ data?: Data }>): Promise<Data> {
  return (await asked).data as Data;
}

/** A file of a service, for a picture or a download: what a link cannot fetch, since the token goes into a header. */
export async function file(path: string): Promise<Blob> {
  const answer = await sent(new Request(path));
  if (!answer.ok) throw await problemOf(answer);
  return answer.blob();
}

/** An answer that goes on: what happens, as it happens. */
export async function stream(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  const answer = await sent(new Request(path, { headers, signal }));
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

/** A plain request for what has no types: the simulator of a development system. */
export async function json(method: string, path: string, content?: unknown): Promise<unknown> {
  const answer = await sent(new Request(path, { method, ...(content !== undefined && { body: JSON.stringify(content), headers: { 'Content-Type': 'application/json' } }) }));
  if (!answer.ok) throw await problemOf(answer);
  return answer.status === 204 ? null : answer.json();
}

/** Sends a form with files, and tells how much of it has gone, which fetch does not. */
export async function upload(path: string, form: FormData, key: string, progress: (share: number) => void = () => undefined): Promise<unknown> {
  let answer = await posted(path, form, key, progress);
  if (answer.status === 401 && (await tokens.renewed())) answer = await posted(path, form, key, progress);
  if (!answer.ok) throw await problemOf(answer);
  return answer.json();
}

function posted(path: string, form: FormData, key: string, progress: (share: number) => void): Promise<Response> {
  const request = new XMLHttpRequest(), header = (name: string) => request.getResponseHeader(name) ?? '';
  request.open('POST', path);
  request.responseType = 'blob';
  request.setRequestHeader('Authorization', `Bearer ${tokens.current()}`);
  request.setRequestHeader('Idempotency-Key', key);
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener('error', () => reject(new TypeError('network')));
    request.addEventListener('load', () => {
      const headers = { 'content-type': header('content-type'), 'retry-after': header('retry-after'), 'x-correlation-id': header('x-correlation-id') };
      resolve(new Response(request.response as Blob, { status: request.status, statusText: request.statusText, headers }));
    });
    request.send(form);
  });
}
