// What the borrower's pages ask of the services: his own doors alone (/v1/my/).
import { application, body, file, postloan, upload, workflow } from '@/api/client';
import type { components as Application } from '@/api/generated/application-svc';
import type { components as Postloan } from '@/api/generated/postloan-svc';
import type { components as Workflow } from '@/api/generated/workflow-svc';
import { Problem } from '@/api/problem';

type A = Application['schemas'];
type P = Postloan['schemas'];
export type Offering = A['OfferingView'];
export type Wording = A['WordingView'];
export type Person = A['OwnPersonView'];
export type Line = A['OwnApplicationLineView'];
export type Own = A['OwnApplicationView'];
export type Offer = A['OfferView'];
export type Delivery = A['DeliveryView'];
export type Contract = A['ContractView'];
export type Consent = A['ConsentView'];
export type Kind = A['DocumentKind'];
export type Uploaded = A['DocumentView'];
export type Asked = A['ReviewView'];
export type Answer = Workflow['schemas']['ReviewView'];
export type Loan = P['OwnLoanView'];
export type Instalment = P['InstalmentView'];
export type Repayment = P['OwnRepaymentView'];
export type Quote = P['QuoteView'];
export type Paper = P['PaperView'];
export type Instruction = P['PaymentInstructionView'];
export type Wish = Pick<A['OwnApplicationBody'], 'amount_minor' | 'term_months' | 'repayment_method' | 'purpose'>;
export type Given = A['ConsentBody'];

const keyed = (key: string) => ({ 'Idempotency-Key': key });
const of = (application_id: string) => ({ path: { application_id } });
const loanOf = (loan_id: string) => ({ path: { loan_id } });
const FEW = { query: { limit: 50 } };

export const offerings = async () => (await body(application.GET('/v1/my/products'))).items;
export const wordings = async () => (await body(application.GET('/v1/my/consent-texts'))).items;

/** Who is signed in; null where he is new here. */
export async function person(): Promise<Person | null> {
  try {
    return await body(application.GET('/v1/my/person'));
  } catch (refused) {
    if (refused instanceof Problem && refused.code === 'customer-not-found') return null;
    throw refused;
  }
}

export const register = (told: A['OwnPersonBody'], key: string) => body(application.POST('/v1/my/person', { headers: keyed(key), body: told }));

export async function consents(): Promise<Consent[]> {
  return (await body(application.GET('/v1/my/consents', { params: { query: { limit: 100 } } }))).items;
}

export const consent = (given: Given[], key: string) => body(application.POST('/v1/my/consents', { headers: keyed(key), body: { consents: given } }));

export const withdrawConsent = (consent_id: string, key: string) =>
  body(application.POST('/v1/my/consents/{consent_id}/withdrawal', { params: { path: { consent_id } }, headers: keyed(key) }));

export const applications = async () => (await body(application.GET('/v1/my/applications', { params: FEW }))).items;
export const own = (id: string) => body(application.GET('/v1/my/applications/{application_id}', { params: of(id) }));

export const saveDraft = (asked: A['OwnApplicationBody'], key: string) => body(application.POST('/v1/my/drafts', { headers: keyed(key), body: asked }));
export const submit = (asked: A['OwnApplicationBody'], key: string) => body(application.POST('/v1/my/applications', { headers: keyed(key), body: asked }));

export const submitDraft = (id: string, reuse: boolean, key: string) =>
  body(application.POST('/v1/my/applications/{application_id}/submission', { params: of(id), headers: keyed(key), body: { reuse_documents: reuse } }));

export const withdraw = (id: string, key: string) =>
  body(application.POST('/v1/my/applications/{application_id}/withdrawal', { params: of(id), headers: keyed(key), body: { reason: 'CHANGED_MIND' } }));

export const supplement = (id: string, key: string) =>
  body(application.POST('/v1/my/applications/{application_id}/supplements', { params: of(id), headers: keyed(key), body: {} }));

export const papersOf = async (id: string) => (await body(application.GET('/v1/my/applications/{application_id}/documents', { params: of(id) }))).items;

export function uploadPaper(id: string, kind: Kind, content: File, key: string, progress: (share: number) => void): Promise<Uploaded> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', content);
  return upload(`/api/application-svc/v1/my/applications/${id}/documents`, form, key, progress) as Promise<Uploaded>;
}

export const offer = (id: string) => body(application.GET('/v1/my/applications/{application_id}/offer', { params: of(id) }));
export const contract = (id: string) => body(application.GET('/v1/my/applications/{application_id}/contract', { params: of(id) }));
export const deliver = (id: string) => body(application.POST('/v1/my/applications/{application_id}/disclosure-deliveries', { params: of(id) }));

export const confirm = (id: string, disclosure_hash: string, key: string) =>
  body(
    application.POST('/v1/my/applications/{application_id}/disclosure-confirmation', {
      params: of(id), headers: keyed(key),
      body: { disclosure_hash },
    }),
  );

export const sign = (id: string, contract_hash: string, key: string) =>
  body(
    application.POST('/v1/my/applications/{application_id}/signature', {
      params: of(id), headers: keyed(key),
      body: { contract_hash, reference: `borrower-app:${key}` },
    }),
  );

export const askAbout = (id: string, kind: Asked['kind'], statement: string | null, key: string) =>
  body(application.POST('/v1/my/applications/{application_id}/reviews', { params: of(id), headers: keyed(key), body: { kind, statement } }));

/** What he asked about the decision, and what a person has answered. */
export async function reviews(id: string): Promise<{ asked: Asked[]; answers: Answer[] }> {
  const asked = (await body(application.GET('/v1/my/applications/{application_id}/reviews', { params: of(id) }))).items;
  const answers = asked.length ? (await body(workflow.GET('/v1/my/applications/{application_id}/reviews', { params: of(id) }))).items : [];
  return { asked, answers };
}

export const loans = async () => (await body(postloan.GET('/v1/my/loans', { params: FEW }))).items;
export const loan = (id: string) => body(postloan.GET('/v1/my/loans/{loan_id}', { params: loanOf(id) }));
export const schedule = async (id: string) => (await body(postloan.GET('/v1/my/loans/{loan_id}/schedule', { params: loanOf(id) }))).instalments;
export const repayments = async (id: string) => (await body(postloan.GET('/v1/my/loans/{loan_id}/repayments', { params: loanOf(id) }))).items;
export const instruction = (id: string) => body(postloan.GET('/v1/my/loans/{loan_id}/payment-instruction', { params: loanOf(id) }));
export const quotes = async (id: string) => (await body(postloan.GET('/v1/my/loans/{loan_id}/prepayment-quotes', { params: loanOf(id) }))).items;
export const papers = async (id: string) => (await body(postloan.GET('/v1/my/loans/{loan_id}/papers', { params: loanOf(id) }))).items;

export const quote = (id: string, wanted: P['QuoteBody'], key: string) =>
  body(postloan.POST('/v1/my/loans/{loan_id}/prepayment-quotes', { params: loanOf(id), headers: keyed(key), body: wanted }));

export const statement = (id: string, from_day: string, to_day: string, key: string) =>
  body(postloan.POST('/v1/my/loans/{loan_id}/statements', { params: loanOf(id), headers: keyed(key), body: { from_day, to_day } }));

export const certificate = (id: string, key: string) =>
  body(postloan.POST('/v1/my/loans/{loan_id}/settlement-certificates', { params: loanOf(id), headers: keyed(key) }));

export const pdf = (id: string, paper_id: string) => file(`/api/postloan-svc/v1/my/loans/${id}/papers/${paper_id}`);
