import { queryOptions } from '@tanstack/react-query';
import { application, body, file, gateway, postloan, upload } from '@/api/client';
import type { components } from '@/api/generated/application-svc';
import type { components as Gateway } from '@/api/generated/integration-gateway';
import type { FormSchema } from '@/shared/SchemaForm';

type Schemas = components['schemas'];
export type Line = Schemas['ApplicationLineView'];
export type Application = Schemas['ApplicationView'];
export type Customer = Schemas['CustomerView'];
export type CustomerBody = Schemas['CustomerBody'];
export type Wish = Schemas['ApplicationBody'];
export type ConsentText = Schemas['ConsentTextView'];
export type Status = Line['status'];

const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } });
const at = (id: string) => ({ params: { path: { application_id: id } } });

export const applications = (status: string | undefined, customer: string | undefined, cursor?: string) =>
  body(
    application.GET('/v1/applications', {
      params: { query: { limit: 100, ...(status && { status: status as Status }), ...(customer && { customer_id: customer }), ...(cursor && { cursor }) } },
    }),
  );
export const oneApplication = (id: string) =>
  queryOptions({ queryKey: ['application', 'one', id], queryFn: () => body(application.GET('/v1/applications/{application_id}', at(id))), refetchInterval: 3_000 });
export const oneCustomer = (id: string | undefined) =>
  queryOptions({
    queryKey: ['application', 'customer', id],
    enabled: Boolean(id),
    queryFn: () => body(application.GET('/v1/customers/{customer_id}', { params: { path: { customer_id: id! } } })),
  });
export const customers = (lastFour: string | undefined, cursor?: string) =>
  body(application.GET('/v1/customers', { params: { query: { limit: 50, ...(lastFour && { last_four: lastFour }), ...(cursor && { cursor }) } } }));
export const consentsOf = (id: string) =>
  queryOptions({
    queryKey: ['application', 'consents', id],
    queryFn: async () => (await body(application.GET('/v1/customers/{customer_id}/consents', { params: { path: { customer_id: id } } }))).items,
  });
export const loansOf = (customer: string) =>
  queryOptions({ queryKey: ['postloan', 'loans-of', customer], queryFn: async () => (await body(postloan.GET('/v1/loans', { params: { query: { customer_id: customer } } }))).items });

export const products = queryOptions({ queryKey: ['application', 'products'], queryFn: async () => (await body(application.GET('/v1/products'))).items });
export const oneProduct = (code: string | undefined) =>
  queryOptions({
    queryKey: ['application', 'product', code],
    enabled: Boolean(code),
    queryFn: async () => {
      const found = await body(application.GET('/v1/products/{code}', { params: { path: { code: code! } } }));
      return { ...found, form: found.form as FormSchema };
    },
  });
export const consentTexts = queryOptions({
  queryKey: ['application', 'consent-texts'],
  queryFn: async () => (await body(application.GET('/v1/consent-texts', { params: { query: { purpose: '02' } } }))).items,
});

export const register = (content: CustomerBody, key: string) => body(application.POST('/v1/customers', { body: content, ...keyed(key) }));
/** The scan of a consent that was signed on paper, and the consents that it shows. */
export async function grantOnPaper(customer: string, scan: File, texts: readonly ConsentText[], key: string) {
  const form = new FormData();
  form.set('file', scan);
  const kept = (await upload(`/api/application-svc/v1/customers/${customer}/consent-scans`, form, `${key}-scan`)) as { id: string };
  const consents = texts.map((text) => ({ source: text.source, text_version: text.text_version, evidence: { kind: 'SCAN' as const, scan_id: kept.id } }));
  return body(application.POST('/v1/customers/{customer_id}/consents', { params: { path: { customer_id: customer } }, body: { consents }, ...keyed(key) }));
}
export const saveDraft = (wish: Wish, key: string) => body(application.POST('/v1/drafts', { body: wish, ...keyed(key) }));
export const submit = (id: string, reuse: boolean, key: string) =>
  body(application.POST('/v1/applications/{application_id}/submission', { ...at(id), body: { reuse_documents: reuse }, ...keyed(key) }));
/** Papers of the customer's earlier applications that this one needs and that are still valid. */
export const reusable = (id: string, open: boolean) =>
  queryOptions({
    queryKey: ['application', 'reusable', id],
    enabled: open,
    queryFn: async () => (await body(application.GET('/v1/applications/{application_id}/documents/reusable', at(id)))).items,
  });
export const supplement = (id: string, key: string) => body(application.POST('/v1/applications/{application_id}/supplements', { ...at(id), body: {}, ...keyed(key) }));
export const withdraw = (id: string, key: string) => body(application.POST('/v1/applications/{application_id}/withdrawal', { ...at(id), body: { reason: 'CHANGED_MIND' }, ...keyed(key) }));
export function attach(id: string, kind: string, paper: File, key: string, progress: (share: number) => void) {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', paper);
  return upload(`/api/application-svc/v1/applications/${id}/documents`, form, key, progress);
}
export const content = (id: string, document: string) => file(`/api/application-svc/v1/applications/${id}/documents/${document}/content`);

export type Talk = Gateway['schemas']['CommunicationBody'];
const ofCustomer = (id: string) => ({ customer_id: id });
export const communications = (customer: string, cursor?: string) =>
  body(gateway.GET('/v1/customers/{customer_id}/communications', { params: { path: ofCustomer(customer), query: { limit: 50, ...(cursor && { cursor }) } } }));
export const addCommunication = (customer: string, talk: Talk, key: string) =>
  body(gateway.POST('/v1/customers/{customer_id}/communications', { params: { path: ofCustomer(customer) }, body: talk, ...keyed(key) }));

export type Visit = Schemas['VisitView'];
export type PlannedVisit = Schemas['VisitBody'];
const visitPath = (id: string) => ({ params: { path: { visit_id: id } } });
export const visits = (about: { customer_id: string } | { application_id: string }, cursor?: string) =>
  body(application.GET('/v1/visits', { params: { query: { ...about, limit: 50, ...(cursor && { cursor }) } } }));
export const planVisit = (visit: PlannedVisit, key: string) => body(application.POST('/v1/visits', { body: visit, ...keyed(key) }));
export const cancelVisit = (id: string, key: string) => body(application.POST('/v1/visits/{visit_id}/cancellation', { ...visitPath(id), body: {}, ...keyed(key) }));
export const confirmVisit = (id: string, key: string) => body(application.POST('/v1/visits/{visit_id}/confirmation', { ...visitPath(id), body: {}, ...keyed(key) }));
export type VisitRecord = { arrived_at: string; note: string; no_position: string | null; position: { accuracy_m: number; latitude_e6: number; longitude_e6: number } | null };
/** What was told of a visit, opened at each look: the look is recorded. */
export async function visitRecord(id: string) {
  const found = await body(application.GET('/v1/visits/{visit_id}/record', visitPath(id)));
  return { ...found, told: found.record ? (JSON.parse(found.record) as { report: VisitRecord }).report : null };
}
export const visitPicture = (visit: string, paper: string) => file(`/api/application-svc/v1/visits/${visit}/papers/${paper}/content`);
