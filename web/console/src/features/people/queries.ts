import { queryOptions } from '@tanstack/react-query';
import { body, workflow } from '@/api/client';
import type { components } from '@/api/generated/workflow-svc';

type Schemas = components['schemas'];
export type Member = Schemas['MemberView'];
export type RoleChange = Schemas['RoleChangeView'];
export type Wanted = Schemas['RoleChangeBody'];

const decision = (id: string, key: string) => ({ params: { path: { change_id: id } }, headers: { 'Idempotency-Key': key } });
export const staff = queryOptions({ queryKey: ['workflow', 'staff'], queryFn: async () => (await body(workflow.GET('/v1/staff'))).items, refetchInterval: 10_000 });
export const roleChanges = (cursor?: string) => body(workflow.GET('/v1/role-changes', { params: { query: { limit: 50, ...(cursor && { cursor }) } } }));
export const proposeRoles = (wanted: Wanted, key: string) => body(workflow.POST('/v1/role-changes', { body: wanted, headers: { 'Idempotency-Key': key } }));
export const approveRoles = (id: string, key: string) => body(workflow.POST('/v1/role-changes/{change_id}/approval', { ...decision(id, key), body: {} }));
export const rejectRoles = (id: string, reason: string, key: string) => body(workflow.POST('/v1/role-changes/{change_id}/rejection', { ...decision(id, key), body: { reason } }));
export const withdrawRoles = (id: string, key: string) => body(workflow.POST('/v1/role-changes/{change_id}/withdrawal', { ...decision(id, key), body: {} }));
