import { queryOptions } from '@tanstack/react-query';
import { application, body, gateway, postloan, reporting, workflow } from '@/api/client';

export type Hit = { key: string; title: string; about: 'application' | 'loan' };

const NUMBER = /^[A-Za-z0-9-]{6,64}$/;

/** What bears a number: an application, a loan. Who may not read one of them finds the others. */
export async function found(number: string): Promise<Hit[]> {
  if (!NUMBER.test(number)) return [];
  const asked: Promise<Hit[]>[] = [
    body(application.GET('/v1/applications', { params: { query: { application_no: number.toUpperCase(), limit: 1 } } })).then(({ items }) =>
      items.map((each) => ({ key: each.id, title: each.application_no, about: 'application' as const })),
    ),
    body(postloan.GET('/v1/loans', { params: { query: { loan_no: number.toUpperCase(), limit: 1 } } })).then(({ items }) =>
      items.map((each) => ({ key: each.id, title: each.loan_no, about: 'loan' as const })),
    ),
  ];
  const answers = await Promise.allSettled(asked);
  return answers.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
}

/** Where somebody looks at what he has found: reviewers at the case, everybody else at the application itself. */
export async function placeOf(hit: Hit): Promise<string> {
  if (hit.about === 'loan') return `/loans/${hit.key}`;
  const asked = body(workflow.GET('/v1/applications/{application_id}/case', { params: { path: { application_id: hit.key } } }));
  return asked.then((it) => `/cases/${it.id}`).catch(() => `/applications/${hit.key}`);
}

const home = <Read>(name: string, read: () => Promise<Read>) => queryOptions({ queryKey: ['home', name], queryFn: read, staleTime: 10_000, refetchInterval: 60_000 });

export const taskCounts = home('tasks', () => body(workflow.GET('/v1/tasks/counts', {})));
export const ownDecisions = home('decided', () => body(workflow.GET('/v1/tasks', { params: { query: { mine: true, status: 'COMPLETED', limit: 200 } } })));
export const payOutsWaiting = home('pay-outs', () => body(postloan.GET('/v1/pay-outs', { params: { query: { status: 'WAITING', limit: 200 } } })));
export const loansFailed = home('failed', () => body(postloan.GET('/v1/loans', { params: { query: { status: 'FAILED', limit: 200 } } })));
export const moneyWaiting = home('unapplied', () => body(postloan.GET('/v1/loans', { params: { query: { unapplied: true, limit: 200 } } })));
export const openDay = home('day', () => body(postloan.GET('/v1/business-day')));
export const applicationsIn = (status: 'SUPPLEMENT' | 'REVIEW' | 'DRAFT' | 'APPROVED') => home(`applications ${status}`, () => body(application.GET('/v1/applications', { params: { query: { status, limit: 200 } } })));
export const portfolio = home('portfolio', () => body(postloan.GET('/v1/portfolio')));
export const funnel = home('funnel', () => body(reporting.GET('/v1/funnel')));
export const providersNow = home('providers', async () => (await body(gateway.GET('/v1/providers'))).items);
