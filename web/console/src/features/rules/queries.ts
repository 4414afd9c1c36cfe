import { queryOptions } from '@tanstack/react-query';
import { antifraud, application, body, gateway, postloan, risk, workflow } from '@/api/client';
import type { components as Application } from '@/api/generated/application-svc';
import type { components } from '@/api/generated/risk-svc';
import { Problem } from '@/api/problem';

export type Change = components['schemas']['ParameterChangeBody'];

// The parameters of a service have the same doors everywhere; risk-svc's types stand for all.
const SERVICES: Record<string, typeof risk> = {
  'application-svc': application as unknown as typeof risk,
  'workflow-svc': workflow as unknown as typeof risk,
  'risk-svc': risk,
  'antifraud-svc': antifraud as unknown as typeof risk,
  'postloan-svc': postloan as unknown as typeof risk,
  'integration-gateway': gateway as unknown as typeof risk,
};
export const services = Object.keys(SERVICES);

const change = (id: string, key: string) => ({ params: { path: { change_id: id } }, headers: { 'Idempotency-Key': key } });
const proposal = (id: string, key: string) => ({ params: { path: { proposal_id: id } }, headers: { 'Idempotency-Key': key } });

export const parameters = (service: string) => queryOptions({ queryKey: ['parameters', service], queryFn: async () => (await body(SERVICES[service]!.GET('/v1/admin/parameters'))).items });
export const changes = (service: string, cursor?: string) =>
  body(SERVICES[service]!.GET('/v1/admin/parameter-changes', { params: { query: { status: 'PROPOSED', limit: 100, ...(cursor && { cursor }) } } }));
export const approveChange = (service: string, id: string, key: string) => body(SERVICES[service]!.POST('/v1/admin/parameter-changes/{change_id}/approval', change(id, key)));
export const rejectChange = (service: string, id: string, reason: string, key: string) =>
  body(SERVICES[service]!.POST('/v1/admin/parameter-changes/{change_id}/rejection', { ...change(id, key), body: { reason } }));

export const kinds = (service: string) => queryOptions({ queryKey: ['parameters', service, 'kinds'], queryFn: async () => (await body(SERVICES[service]!.GET('/v1/admin/parameter-kinds'))).items });
export const proposeChange = (service: string, content: Change, key: string) => body(SERVICES[service]!.POST('/v1/admin/parameter-changes', { body: content, headers: { 'Idempotency-Key': key } }));

export const products = queryOptions({ queryKey: ['application', 'products'], queryFn: async () => (await body(application.GET('/v1/products'))).items });
export const productProposals = (cursor?: string) => body(application.GET('/v1/product-proposals', { params: { query: { limit: 100, ...(cursor && { cursor }) } } }));
export const approveProduct = (id: string, key: string) => body(application.POST('/v1/product-proposals/{proposal_id}/approval', { ...proposal(id, key), body: {} }));
export const rejectProduct = (id: string, reason: string, key: string) => body(application.POST('/v1/product-proposals/{proposal_id}/rejection', { ...proposal(id, key), body: { reason } }));

export type Product = Application['schemas']['Product'];
/** Every version of a product, oldest first; none where it is new. */
export const productVersions = (code: string | undefined) =>
  queryOptions({
    queryKey: ['application', 'product-versions', code],
    enabled: Boolean(code),
    queryFn: () => body(application.GET('/v1/products/{code}/versions', { params: { path: { code: code! } } })).then(
      ({ items }) => items,
      (error: unknown) => {
        if (error instanceof Problem && error.code === 'product-unknown') return [];
        throw error;
      },
    ),
  });
export const productProposal = (id: string) => queryOptions({ queryKey: ['application', 'product-proposal', id], queryFn: () => body(application.GET('/v1/product-proposals/{proposal_id}', { params: { path: { proposal_id: id } } })) });
export const proposeProduct = (product: Product, key: string) => body(application.POST('/v1/products', { body: product as Application['schemas']['ProductBody'], headers: { 'Idempotency-Key': key } }));
export const withdrawProduct = (id: string, key: string) => body(application.POST('/v1/product-proposals/{proposal_id}/withdrawal', { ...proposal(id, key), body: {} }));
