import { queryOptions } from '@tanstack/react-query';
import { body, workflow } from '@/api/client';
import type { components } from '@/api/generated/workflow-svc';

type Schemas = components['schemas'];
export type Process = Schemas['ProcessView'];
export type Proposal = Schemas['ProposalView'];
export type Finding = Schemas['FindingView'];
export type Check = Schemas['CheckView'];
export type Simulation = Schemas['SimulationView'];
export type Played = Schemas['PlayedView'];
export type Facts = { name: string; given: Record<string, string | number | boolean | null>; answers: Record<string, Record<string, string | number | boolean | null>[]> };

const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } });
const decided = (id: string, key: string, reason: string) => ({ params: { path: { proposal_id: id } }, ...keyed(key), body: { reason: reason || null } });

export const processes = queryOptions({ queryKey: ['workflow', 'processes'], queryFn: async () => (await body(workflow.GET('/v1/processes'))).items });

/** A published version never changes. */
export const bpmn = (code: string, version: number) =>
  queryOptions({
    queryKey: ['workflow', 'bpmn', code, version],
    staleTime: Infinity,
    queryFn: async () => (await body(workflow.GET('/v1/processes/{code}/versions/{version}/bpmn', { params: { path: { code, version } }, parseAs: 'text' }))) as string,
  });

export const proposals = (cursor?: string) => body(workflow.GET('/v1/process-proposals', { params: { query: { limit: 50, ...(cursor && { cursor }) } } }));
export const proposal = (id: string) =>
  queryOptions({ queryKey: ['workflow', 'proposals', id], queryFn: () => body(workflow.GET('/v1/process-proposals/{proposal_id}', { params: { path: { proposal_id: id } } })) });

export const check = (xml: string) => body(workflow.POST('/v1/process-checks', { body: { bpmn: xml } }));
export const propose = (xml: string, key: string) => body(workflow.POST('/v1/processes', { ...keyed(key), body: { bpmn: xml } }));
export const approve = (id: string, key: string, reason: string) => body(workflow.POST('/v1/process-proposals/{proposal_id}/approval', decided(id, key, reason)));
export const reject = (id: string, key: string, reason: string) => body(workflow.POST('/v1/process-proposals/{proposal_id}/rejection', decided(id, key, reason)));
export const withdraw = (id: string, key: string, reason: string) => body(workflow.POST('/v1/process-proposals/{proposal_id}/withdrawal', decided(id, key, reason)));

/** A draft over the last decided cases of a process, or over what is given. */
export const simulate = (xml: string, over: { code: string; cases: number } | { code: string; facts: Facts }) =>
  body(
    workflow.POST('/v1/process-simulations', {
      body: { bpmn: xml, beside: over.code, ...('facts' in over ? { facts: [over.facts] } : { history_of: over.code, cases: over.cases }) } as Schemas['SimulationBody'],
    }),
  );

/** Read every few seconds while it is looked at. */
export const activity = (code: string, version: number) =>
  queryOptions({
    queryKey: ['workflow', 'activity', code, version],
    refetchInterval: 5_000,
    queryFn: () => body(workflow.GET('/v1/processes/{code}/versions/{version}/activity', { params: { path: { code, version } } })),
  });
/** Which ways the cases went that ended within 30 days. */
export const figures = (code: string, version: number) =>
  queryOptions({ queryKey: ['workflow', 'figures', code, version], queryFn: () => body(workflow.GET('/v1/processes/{code}/figures', { params: { path: { code }, query: { version } } })) });
export type Activity = Schemas['ElementActivityView'];

export const decisions = queryOptions({ queryKey: ['workflow', 'decisions'], queryFn: async () => (await body(workflow.GET('/v1/decisions'))).items });

export type Change = Awaited<ReturnType<typeof changes>>['items'][number];
export type Trial = Schemas['TrialView'];
type Given = Schemas['TrialBody']['given'];
export const decision = (code: string, version: number) =>
  queryOptions({
    queryKey: ['workflow', 'decisions', code, version],
    staleTime: Infinity,
    queryFn: () => body(workflow.GET('/v1/decisions/{code}/versions/{version}', { params: { path: { code, version } } })),
  });
export const checkDecision = (content: string) => body(workflow.POST('/v1/decision-checks', { body: { content } }));
export const tryDecision = (code: string, version: number, given: Given) => body(workflow.POST('/v1/decisions/{code}/versions/{version}/trials', { params: { path: { code, version } }, body: { given } }));
export const proposeDecision = (content: string, key: string) => body(workflow.POST('/v1/decisions', { ...keyed(key), body: { content } }));

const ofChange = (id: string, key: string, reason: string) => ({ params: { path: { change_id: id } }, ...keyed(key), body: { reason: reason || null } });
export const changes = (cursor?: string) => body(workflow.GET('/v1/definition-changes', { params: { query: { limit: 50, ...(cursor && { cursor }) } } }));
export const change = (id: string) => queryOptions({ queryKey: ['workflow', 'changes', id], queryFn: () => body(workflow.GET('/v1/definition-changes/{change_id}', { params: { path: { change_id: id } } })) });
export const approveChange = (id: string, key: string, reason: string) => body(workflow.POST('/v1/definition-changes/{change_id}/approval', ofChange(id, key, reason)));
export const rejectChange = (id: string, key: string, reason: string) => body(workflow.POST('/v1/definition-changes/{change_id}/rejection', ofChange(id, key, reason)));
export const withdrawChange = (id: string, key: string, reason: string) => body(workflow.POST('/v1/definition-changes/{change_id}/withdrawal', ofChange(id, key, reason)));

export type DraftKind = Schemas['DraftKind'];
export type KeptDraft = Schemas['DraftView'];
/** A draft with the tag by which its next save says what it has seen. */
const tagged = async <Told,>(asked: Promise<{ data?: Told; response: Response }>) => {
  const { data, response } = await asked;
  return { ...(data as Told), tag: response.headers.get('ETag') ?? '' };
};
const ofDraft = (id: string, key: string, tag?: string) => ({ params: { path: { draft_id: id } }, headers: { 'Idempotency-Key': key, ...(tag && { 'If-Match': tag }) } });
export const ownDrafts = (kind: DraftKind) =>
  queryOptions({ queryKey: ['workflow', 'drafts', kind], staleTime: 0, queryFn: async () => (await body(workflow.GET('/v1/definition-drafts', { params: { query: { kind, mine: true, limit: 200 } } }))).items });
export const keptDraft = (id: string) => tagged(workflow.GET('/v1/definition-drafts/{draft_id}', { params: { path: { draft_id: id } } }));
export const beginDraft = (content: Schemas['DraftBody'], key: string) => tagged(workflow.POST('/v1/definition-drafts', { body: content, ...keyed(key) }));
export const saveDraft = (id: string, content: Schemas['DraftContentBody'], key: string, tag?: string) => tagged(workflow.POST('/v1/definition-drafts/{draft_id}/content', { ...ofDraft(id, key, tag), body: content }));
export const discardDraft = (id: string, key: string) => body(workflow.POST('/v1/definition-drafts/{draft_id}/disposal', ofDraft(id, key)));

export type Backtest = Schemas['DecisionSimulationView'];
export const backtest = (content: string, over: { history_of?: string; cases: number }) => body(workflow.POST('/v1/decision-simulations', { body: { content, ...over } }));
