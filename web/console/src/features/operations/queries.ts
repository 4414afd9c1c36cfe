import { queryOptions } from '@tanstack/react-query';
import { antifraud, application, body, gateway, json, postloan, reporting, risk, workflow } from '@/api/client';
import type { components } from '@/api/generated/integration-gateway';
import type { components as Reported } from '@/api/generated/reporting-svc';

export type Letter = components['schemas']['DeadLetterView'];
export type LetterState = Letter['state'];
export type Discard = components['schemas']['DiscardBody'];
export type Span = Reported['schemas']['SpanView'];
export type Message = Reported['schemas']['CausedMessageView'];

// Every service has the same doors for its operators; the gateway's types stand for all.
const SERVICES: Record<string, typeof gateway> = {
  'application-svc': application as unknown as typeof gateway,
  'workflow-svc': workflow as unknown as typeof gateway,
  'risk-svc': risk as unknown as typeof gateway,
  'antifraud-svc': antifraud as unknown as typeof gateway,
  'postloan-svc': postloan as unknown as typeof gateway,
  'integration-gateway': gateway,
  'reporting-svc': reporting as unknown as typeof gateway,
};
export const services = Object.keys(SERVICES);

const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } });
const letter = (id: string) => ({ params: { path: { letter_id: id } } });

export const letters = (service: string, state: LetterState | undefined, cursor?: string) =>
  body(SERVICES[service]!.GET('/v1/admin/dead-letters', { params: { query: { limit: 100, ...(state && { state: [state] }), ...(cursor && { cursor }) } } }));
/** A replay as a dry run: what the handler would do; nothing of it stays. */
export const rehearsal = (service: string, id: string) =>
  queryOptions({
    queryKey: ['rehearsal', service, id],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => body(SERVICES[service]!.POST('/v1/admin/dead-letters/{letter_id}/rehearsal', letter(id))),
  });
export const replay = (service: string, id: string, key: string) => body(SERVICES[service]!.POST('/v1/admin/dead-letters/{letter_id}/replay', { ...letter(id), ...keyed(key) }));
export const discard = (service: string, id: string, content: Discard, key: string) =>
  body(SERVICES[service]!.POST('/v1/admin/dead-letters/{letter_id}/discard', { ...letter(id), body: content, ...keyed(key) }));
export const confirmDiscard = (service: string, id: string, key: string) =>
  body(SERVICES[service]!.POST('/v1/admin/dead-letters/{letter_id}/discard/confirmation', { ...letter(id), ...keyed(key) }));
export const rejectDiscard = (service: string, id: string, key: string) =>
  body(SERVICES[service]!.POST('/v1/admin/dead-letters/{letter_id}/discard/rejection', { ...letter(id), ...keyed(key) }));

export const providers = queryOptions({ queryKey: ['gateway', 'providers'], queryFn: async () => (await body(gateway.GET('/v1/providers'))).items, refetchInterval: 5_000 });

export const turnProvider = (provider: string, held: boolean, reason: string, key: string) =>
  body(gateway.POST('/v1/provider-switches', { body: { provider, held, reason }, ...keyed(key) }));

export const trace = (id: string | undefined) =>
  queryOptions({
    queryKey: ['reporting', 'trace', id],
    enabled: Boolean(id),
    queryFn: () => body(reporting.GET('/v1/applications/{application_id}/trace', { params: { path: { application_id: id! } } })),
  });

export const events = (type: string | undefined, id: string | undefined, cursor?: string) =>
  body(reporting.GET('/v1/events', { params: { query: { limit: 100, ...(type && { type }), ...(id && { application_id: id }), ...(cursor && { cursor }) } } }));

export type Process = components['schemas']['RuntimeView'];
type Rates = { handled: number; answered: number };
const before = new Map<string, Process>();

/** What a process does a second, between two looks at it; null at the first. Of several, another may have answered. */
function rates(now: Process): Rates | null {
  const then = before.get(now.instance), seconds = then ? (Date.parse(now.at) - Date.parse(then.at)) / 1000 : 0;
  before.set(now.instance, now);
  if (!then || seconds <= 0 || now.since !== then.since) return null;
  return { handled: (now.handled - then.handled) / seconds, answered: (now.answered - then.answered) / seconds };
}

/** Who handles a service's messages, and how many of them were set aside (`+` beyond a page). */
export const consumers = (service: string) =>
  queryOptions({
    queryKey: ['consumers', service],
    refetchInterval: 5_000,
    queryFn: async () => {
      const [process, found, dead] = await Promise.all([
        body(SERVICES[service]!.GET('/v1/admin/runtime')),
        body(SERVICES[service]!.GET('/v1/admin/consumers')),
        body(SERVICES[service]!.GET('/v1/admin/dead-letters', { params: { query: { limit: 100, state: ['DEAD'] } } })),
      ]);
      return { process, rates: rates(process), consumers: found.items, dead: `${dead.items.length}${dead.next_cursor ? '+' : ''}` };
    },
  });
export const resume = (service: string, key: string) => body(SERVICES[service]!.POST('/v1/admin/consumers/resume', keyed(key)));

/** Of the simulator, which is there in a development system alone. */
export type Fault = { delay_ms?: number; hang?: boolean; status?: number; malformed?: boolean; times?: number };
export type ActiveFault = { provider: string; for_one_person: boolean; struck: number; calls: number; fault: Fault };
export const FAULTY = ['CREDIT_BUREAU', 'IDENTITY', 'TELECOM', 'SOCIAL_INSURANCE', 'TAX', 'COURT', 'REGISTRY', 'FACE', 'PAYMENT', 'PAYMENT_QUERY', 'PAYMENT_FILE', 'MESSAGE', 'TELECOM_STATE', 'SIGNATURE', 'INVOICE'] as const;
const SWITCHES = '/simulator/faults';
export const faults = queryOptions({ queryKey: ['faults'], refetchInterval: 2_000, queryFn: async () => ((await json('GET', SWITCHES)) as { items: ActiveFault[] }).items });
export const switchOn = (provider: string, fault: Fault) => json('PUT', `${SWITCHES}/${provider}`, fault);
export const switchOff = (provider: string) => json('DELETE', `${SWITCHES}/${provider}`);
