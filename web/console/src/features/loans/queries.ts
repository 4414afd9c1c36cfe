import { queryOptions } from '@tanstack/react-query';
import { body, file, gateway, postloan } from '@/api/client';
import type { components as Gateway } from '@/api/generated/integration-gateway';
import type { components } from '@/api/generated/postloan-svc';

export type PayOut = components['schemas']['PayOutView'];
export type Loan = components['schemas']['LoanView'];
export type Instalment = components['schemas']['InstalmentView'];
export type Entry = components['schemas']['LedgerEntryView'];
export type Repayment = components['schemas']['RepaymentEntryView'];
export type Request = components['schemas']['RepaymentRequestView'];
export type Statement = components['schemas']['StatementView'];
export type StatementBreak = components['schemas']['StatementBreakView'];
export type ClearingBody = Gateway['schemas']['ClearingBody'];
export type Paper = components['schemas']['PaperView'];
export type Change = components['schemas']['LoanChangeView'];
export type QuotedRepayment = components['schemas']['QuotedRepaymentBody'];

const at = (loanId: string) => ({ params: { path: { loan_id: loanId } } });
const paged = (cursor: string | undefined) => ({ limit: 100, ...(cursor && { cursor }) });
const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } });

export const payOuts = (status: PayOut['status'], cursor?: string) => body(postloan.GET('/v1/pay-outs', { params: { query: { status, ...paged(cursor) } } }));
export const checkCondition = (id: string, code: string, evidence: string, key: string) =>
  body(postloan.POST('/v1/pay-outs/{pay_out_id}/conditions/{code}', { params: { path: { pay_out_id: id, code } }, body: { evidence }, ...keyed(key) }));
export const releasePayOut = (id: string, key: string) => body(postloan.POST('/v1/pay-outs/{pay_out_id}/release', { params: { path: { pay_out_id: id } }, ...keyed(key) }));
export const refusePayOut = (id: string, reason: string, key: string) =>
  body(postloan.POST('/v1/pay-outs/{pay_out_id}/refusal', { params: { path: { pay_out_id: id } }, body: { reason }, ...keyed(key) }));
export const retryPayOut = (loanId: string, key: string) => body(postloan.POST('/v1/loans/{loan_id}/pay-out', { ...at(loanId), ...keyed(key) }));

export const loans = (status: string | undefined, no: string | undefined, cursor?: string) =>
  body(postloan.GET('/v1/loans', { params: { query: { ...(status && { status: status as Loan['status'] }), ...(no && { loan_no: no }), ...paged(cursor) } } }));
export const loan = (id: string) => queryOptions({ queryKey: ['postloan', 'loan', id], queryFn: () => body(postloan.GET('/v1/loans/{loan_id}', at(id))) });
export const schedule = (id: string) => queryOptions({ queryKey: ['postloan', 'loan', id, 'schedule'], queryFn: () => body(postloan.GET('/v1/loans/{loan_id}/schedule', at(id))) });
export const ledger = (id: string) => body(postloan.GET('/v1/loans/{loan_id}/ledger', at(id)));
export const repayments = (id: string) => body(postloan.GET('/v1/loans/{loan_id}/repayments', at(id)));
export const requests = (id: string) =>
  queryOptions({ queryKey: ['postloan', 'loan', id, 'requests'], queryFn: async () => (await body(postloan.GET('/v1/loans/{loan_id}/repayment-requests', at(id)))).items });

export const recordRepayment = (id: string, content: QuotedRepayment, key: string) =>
  body(postloan.POST('/v1/loans/{loan_id}/repayments', { ...at(id), body: content, ...keyed(key) }));
export const requestReversal = (id: string, repaymentId: string, reason: string, key: string) =>
  body(postloan.POST('/v1/loans/{loan_id}/repayments/{repayment_id}/reversal', { params: { path: { loan_id: id, repayment_id: repaymentId } }, body: { reason }, ...keyed(key) }));
export const decideRequest = (id: string, approve: boolean, key: string) => {
  const of = { params: { path: { request_id: id } }, ...keyed(key) };
  return body(approve ? postloan.POST('/v1/repayment-requests/{request_id}/approval', of) : postloan.POST('/v1/repayment-requests/{request_id}/rejection', of));
};

export const businessDay = queryOptions({ queryKey: ['postloan', 'business-day'], queryFn: () => body(postloan.GET('/v1/business-day')), refetchInterval: 2_000 });
export const closing = (day: string) =>
  queryOptions({ queryKey: ['postloan', 'closing', day], queryFn: () => body(postloan.GET('/v1/business-days/{day}/closing', { params: { path: { day } } })), refetchInterval: 2_000 });
export const setAside = (day: string, cursor?: string) =>
  body(postloan.GET('/v1/business-days/{day}/set-aside-loans', { params: { path: { day }, query: paged(cursor) } }));
const ofDay = (day: string, key: string) => ({ params: { path: { day } }, ...keyed(key) });
export const askClosing = (day: string, key: string) => body(postloan.POST('/v1/business-days/{day}/closing', ofDay(day, key)));
export const approveClosing = (day: string, key: string) => body(postloan.POST('/v1/business-days/{day}/closing/approval', ofDay(day, key)));
export const rejectClosing = (day: string, key: string) => body(postloan.POST('/v1/business-days/{day}/closing/rejection', ofDay(day, key)));

export const trialBalance = (day: string | undefined) =>
  queryOptions({ queryKey: ['postloan', 'trial-balance', day], queryFn: () => body(postloan.GET('/v1/trial-balance', { params: { query: day ? { day } : {} } })) });

export const glFile = (day: string) => file(`/api/postloan-svc/v1/gl-files/${day}`);

export const statements = (cursor?: string) => body(postloan.GET('/v1/bank-statements', { params: { query: paged(cursor) } }));
export const importStatement = (content: string, key: string) => body(postloan.POST('/v1/bank-statements', { body: { content }, ...keyed(key) }));
export const loanByNumber = (number: string) => body(postloan.GET('/v1/loans', { params: { query: { loan_no: number, limit: 1 } } }));
export const unapplied = (cursor?: string) => body(postloan.GET('/v1/loans', { params: { query: { unapplied: true, ...paged(cursor) } } }));
export const loansOf = (customerId: string) =>
  queryOptions({ queryKey: ['postloan', 'loans', 'of', customerId], queryFn: async () => (await body(postloan.GET('/v1/loans', { params: { query: { customer_id: customerId, limit: 100 } } }))).items });
export const askMove = (loanId: string, content: components['schemas']['MoveBody'], key: string) =>
  body(postloan.POST('/v1/loans/{loan_id}/unapplied-money-moves', { ...at(loanId), body: content, ...keyed(key) }));
export const retryRefund = (loanId: string, key: string) => body(postloan.POST('/v1/loans/{loan_id}/refund', { ...at(loanId), ...keyed(key) }));

const ofDate = (day: string) => ({ params: { path: { day } } });
export const reconciliation = (day: string) =>
  queryOptions({ queryKey: ['postloan', 'reconciliation', day], queryFn: () => body(postloan.GET('/v1/reconciliations/{day}', ofDate(day))) });
export const ledgerBreaks = (day: string, cursor?: string) => body(postloan.GET('/v1/reconciliations/{day}/breaks', { params: { path: { day }, query: paged(cursor) } }));
export const settlementDay = (day: string) =>
  queryOptions({ queryKey: ['gateway', 'settlement', day], queryFn: () => body(gateway.GET('/v1/settlement-days/{day}', ofDate(day))) });
export const clearBreak = (day: string, order: string, content: ClearingBody, key: string) =>
  body(gateway.POST('/v1/settlement-days/{day}/breaks/{order_id}/clearing', { params: { path: { day, order_id: order } }, body: content, ...keyed(key) }));
export const payment = (id: string) =>
  queryOptions({ queryKey: ['gateway', 'payment', id], queryFn: () => body(gateway.GET('/v1/payments/{payment_id}', { params: { path: { payment_id: id } } })) });

export const papers = (id: string) => queryOptions({ queryKey: ['postloan', 'loan', id, 'papers'], queryFn: async () => (await body(postloan.GET('/v1/loans/{loan_id}/papers', at(id)))).items });
export const paperFile = (id: string, paperId: string) => file(`/api/postloan-svc/v1/loans/${id}/papers/${paperId}`);
export const issueStatement = (id: string, from: string, to: string, key: string) =>
  body(postloan.POST('/v1/loans/{loan_id}/statements', { ...at(id), body: { from_day: from, to_day: to }, ...keyed(key) }));
export const issueCertificate = (id: string, key: string) => body(postloan.POST('/v1/loans/{loan_id}/settlement-certificates', { ...at(id), ...keyed(key) }));
export const changes = (id: string) => queryOptions({ queryKey: ['postloan', 'loan', id, 'changes'], queryFn: async () => (await body(postloan.GET('/v1/loans/{loan_id}/changes', at(id)))).items });
export const decideChange = (id: string, approve: boolean, key: string) => {
  const of = { params: { path: { change_id: id } }, ...keyed(key) };
  return body(approve ? postloan.POST('/v1/loan-changes/{change_id}/approval', of) : postloan.POST('/v1/loan-changes/{change_id}/rejection', of));
};
export const versions = (id: string) =>
  queryOptions({ queryKey: ['postloan', 'loan', id, 'versions'], queryFn: async () => (await body(postloan.GET('/v1/loans/{loan_id}/schedule-versions', { params: { path: { loan_id: id }, query: { limit: 200 } } }))).items });
export const version = (id: string, number: number) =>
  queryOptions({ queryKey: ['postloan', 'loan', id, 'version', number], queryFn: () => body(postloan.GET('/v1/loans/{loan_id}/schedule-versions/{number}', { params: { path: { loan_id: id, number } } })) });
