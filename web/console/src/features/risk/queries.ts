import { queryOptions } from '@tanstack/react-query';
import { antifraud, body, risk, workflow } from '@/api/client';
import type { components } from '@/api/generated/antifraud-svc';
import type { components as Risk } from '@/api/generated/risk-svc';

export type Entry = components['schemas']['WatchEntryView'];
export type Kind = Entry['kind'];
export type Proposal = Risk['schemas']['PolicyProposalView'];

const entry = (id: string, key: string) => ({ params: { path: { entry_id: id } }, headers: { 'Idempotency-Key': key } });
const proposal = (id: string, key: string) => ({ params: { path: { proposal_id: id } }, headers: { 'Idempotency-Key': key } });

export const ALERTS = ['REVIEW', 'DECLINE', 'STOP'] as const;
export type Alert = (typeof ALERTS)[number];
export const alerts = (outcome: Alert | undefined, cursor?: string) => body(antifraud.GET('/v1/screenings', { params: { query: { limit: 100, ...(outcome && { outcome: [outcome] }), ...(cursor && { cursor }) } } }));
export const caseOf = (applicationId: string) => body(workflow.GET('/v1/applications/{application_id}/case', { params: { path: { application_id: applicationId } } }));

export const watchList = (cursor?: string) => body(antifraud.GET('/v1/watch-list', { params: { query: { limit: 100, ...(cursor && { cursor }) } } }));
export const propose = (kind: Kind, applicationId: string, reason: string, key: string) =>
  body(antifraud.POST('/v1/watch-list', { body: { kind, application_id: applicationId, reason }, headers: { 'Idempotency-Key': key } }));
export const confirm = (id: string, key: string) => body(antifraud.POST('/v1/watch-list/{entry_id}/confirmation', entry(id, key)));
export const withdraw = (id: string, key: string) => body(antifraud.POST('/v1/watch-list/{entry_id}/withdrawal', entry(id, key)));
export const proposeRemoval = (id: string, reason: string, key: string) => body(antifraud.POST('/v1/watch-list/{entry_id}/removal', { ...entry(id, key), body: { reason } }));
export const confirmRemoval = (id: string, key: string) => body(antifraud.POST('/v1/watch-list/{entry_id}/removal/confirmation', entry(id, key)));
export const rejectRemoval = (id: string, key: string) => body(antifraud.POST('/v1/watch-list/{entry_id}/removal/rejection', entry(id, key)));

export const policies = queryOptions({ queryKey: ['risk', 'policies'], queryFn: async () => (await body(risk.GET('/v1/policies'))).items });
export const models = queryOptions({ queryKey: ['risk', 'models'], queryFn: async () => (await body(risk.GET('/v1/models'))).items });
export const model = (version: string) =>
  queryOptions({ queryKey: ['risk', 'model', version], queryFn: () => body(risk.GET('/v1/models/{version}', { params: { path: { version } } })) });
export const proposals = (cursor?: string) => body(risk.GET('/v1/policy-proposals', { params: { query: { limit: 100, ...(cursor && { cursor }) } } }));
export const approvePolicy = (id: string, key: string) => body(risk.POST('/v1/policy-proposals/{proposal_id}/approval', proposal(id, key)));
export const rejectPolicy = (id: string, reason: string, key: string) => body(risk.POST('/v1/policy-proposals/{proposal_id}/rejection', { ...proposal(id, key), body: { reason } }));
