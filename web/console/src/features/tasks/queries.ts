import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { antifraud, application, body, file, reporting, risk, workflow } from '@/api/client';
import type { components } from '@/api/generated/workflow-svc';

export type Task = components['schemas']['TaskView'];
export type Case = components['schemas']['CaseView'];
export type CaseTask = components['schemas']['CaseTaskView'];
export type Completion = components['schemas']['CompletionBody'];
export type Filters = { stage?: string; product?: string; status?: string; mine?: string; overdue?: string };

const WAITING = new Set(['OPEN', 'CLAIMED']);
const PAGE = 100;
const LIVE_MS = 5_000;

const kind = (f: Filters) => ({ ...(f.stage && { stage: f.stage }), ...(f.product && { product_code: f.product }) });

/** What waits, the most pressing first; behind it the service tells what is closed, which an inbox does not show. */
export const inbox = (f: Filters) =>
  infiniteQueryOptions({
    queryKey: ['workflow', 'tasks', f],
    placeholderData: keepPreviousData, // dimmed until what is asked for comes
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = {
        limit: PAGE,
        ...kind(f),
        ...(f.status && { status: f.status as Task['status'] }),
        ...(f.mine && { mine: true }),
        ...(f.overdue && { overdue: true }),
        ...(pageParam && { cursor: pageParam }),
      };
      const page = await body(workflow.GET('/v1/tasks', { params: { query } }));
      const items = page.items.filter((task) => WAITING.has(task.status));
      return { items, next: items.length === page.items.length ? page.next_cursor : null };
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const counts = (f: Filters) =>
  queryOptions({
    queryKey: ['workflow', 'task-counts', kind(f)],
    queryFn: () => body(workflow.GET('/v1/tasks/counts', { params: { query: kind(f) } })),
    refetchInterval: LIVE_MS,
  });

export const decided = infiniteQueryOptions({
  queryKey: ['workflow', 'decided'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    body(workflow.GET('/v1/tasks', { params: { query: { mine: true, status: 'COMPLETED', limit: PAGE, ...(pageParam && { cursor: pageParam }) } } })),
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const caseView = (id: string) =>
  queryOptions({
    queryKey: ['workflow', 'case', id],
    queryFn: () => body(workflow.GET('/v1/cases/{case_id}/view', { params: { path: { case_id: id } } })),
    refetchInterval: 15_000,
  });

/** The rest of the decision page: authority, cases like it, the customer's own before. */
export const decisionPage = (id: string) =>
  queryOptions({
    queryKey: ['workflow', 'decision-page', id],
    staleTime: 60_000,
    queryFn: () => body(workflow.GET('/v1/cases/{case_id}/decision-page', { params: { path: { case_id: id } } })),
  });

/** Other terms by the real engine; what was there stays until the answer comes. */
export const whatIf = (applicationId: string, terms: { amount_minor: number; term_months: number }) =>
  queryOptions({
    queryKey: ['risk', 'what-if', applicationId, terms],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: () => body(risk.POST('/v1/applications/{application_id}/what-if', { params: { path: { application_id: applicationId } }, body: terms })),
  });

export const minutesOf = (taskId: string) => file(`/api/workflow-svc/v1/tasks/${taskId}/minutes`);

export const customer = (id: string | undefined) =>
  queryOptions({
    queryKey: ['application', 'customer', id],
    enabled: Boolean(id),
    queryFn: () => body(application.GET('/v1/customers/{customer_id}', { params: { path: { customer_id: id! } } })),
  });

export const documents = (applicationId: string | undefined) =>
  queryOptions({
    queryKey: ['application', 'documents', applicationId],
    enabled: Boolean(applicationId),
    queryFn: async () => (await body(application.GET('/v1/applications/{application_id}/documents', { params: { path: { application_id: applicationId! } } }))).items,
  });

export const documentContent = (applicationId: string, documentId: string) =>
  file(`/api/application-svc/v1/applications/${applicationId}/documents/${documentId}/content`);

export const timeline = (applicationId: string) =>
  queryOptions({
    queryKey: ['reporting', 'timeline', applicationId],
    queryFn: () => body(reporting.GET('/v1/applications/{application_id}/timeline', { params: { path: { application_id: applicationId }, query: { limit: 200 } } })),
  });

export const screening = (applicationId: string) =>
  queryOptions({
    queryKey: ['antifraud', 'screening', applicationId],
    queryFn: () => body(antifraud.GET('/v1/applications/{application_id}/screening', { params: { path: { application_id: applicationId } } })),
  });

export const claimTask = (id: string) => body(workflow.POST('/v1/tasks/{task_id}/claim', { params: { path: { task_id: id } } }));
export const releaseTask = (id: string) => body(workflow.POST('/v1/tasks/{task_id}/release', { params: { path: { task_id: id } } }));

const ofTask = (id: string, key: string) => ({ params: { path: { task_id: id } }, headers: { 'Idempotency-Key': key } });
export const handOver = (id: string, to: string, key: string) => body(workflow.POST('/v1/tasks/{task_id}/reassignment', { ...ofTask(id, key), body: { to } }));
export const snooze = (id: string, until: string, key: string) => body(workflow.POST('/v1/tasks/{task_id}/snooze', { ...ofTask(id, key), body: { until } }));
export type Checkpoint = components['schemas']['CheckpointView'];
export const checkpoints = (applicationId: string) =>
  queryOptions({ queryKey: ['workflow', 'checkpoints', applicationId], queryFn: async () => (await body(workflow.GET('/v1/applications/{application_id}/checkpoints', { params: { path: { application_id: applicationId } } }))).items });
export const recordEvidence = (id: string, content: components['schemas']['EvidenceBody'], key: string) => body(workflow.POST('/v1/tasks/{task_id}/evidence', { ...ofTask(id, key), body: content }));

export const completeTask = (id: string, verdict: Completion, key: string) =>
  body(workflow.POST('/v1/tasks/{task_id}/completion', { params: { path: { task_id: id } }, body: verdict, headers: { 'Idempotency-Key': key } }));

/** The next task that waits for this person and is in nobody else's hands. */
export async function nextTask(me: string, not: string): Promise<Task | undefined> {
  const page = await body(workflow.GET('/v1/tasks', { params: { query: { limit: 50 } } }));
  return page.items.find((task) => WAITING.has(task.status) && task.case_id !== not && (task.assignee === null || task.assignee === me));
}

export const notes = (task: string) =>
  queryOptions({ queryKey: ['workflow', 'notes', task], queryFn: async () => (await body(workflow.GET('/v1/tasks/{task_id}/notes', { params: { path: { task_id: task } } }))).items });
export const noteOn = (task: string, content: components['schemas']['NoteBody'], key: string) =>
  body(workflow.POST('/v1/tasks/{task_id}/notes', { params: { path: { task_id: task } }, body: content, headers: { 'Idempotency-Key': key } }));
export const colleagues = queryOptions({ queryKey: ['workflow', 'colleagues'], staleTime: 60_000, queryFn: async () => (await body(workflow.GET('/v1/colleagues'))).items });
