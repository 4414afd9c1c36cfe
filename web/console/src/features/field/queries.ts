import { application, body, upload } from '@/api/client';
import type { components } from '@/api/generated/application-svc';

type Schemas = components['schemas'];
export type Visit = Schemas['DayVisitView'];
export type Report = Schemas['VisitReportBody'];
export type Position = Schemas['PositionBody'];
/** What goes with a picture: the one part of a form that the service's document does not describe. */
export type Shot = { kind: Schemas['VisitPaperKind']; taken_at: string; position: Position | null };
export type Outcome = Report['outcome'];
export type NoPosition = NonNullable<Report['no_position']>;

export const visitsOf = async (day: string) => (await body(application.GET('/v1/visits/days/{day}', { params: { path: { day } } }))).items;

export function keepPicture(visit: string, shot: Shot, picture: ArrayBuffer, key: string) {
  const form = new FormData(), type = shot.kind === 'SIGNATURE' ? 'image/png' : 'image/jpeg';
  form.set('about', JSON.stringify(shot));
  form.set('file', new Blob([picture], { type }), shot.kind.toLowerCase());
  return upload(`/api/application-svc/v1/visits/${visit}/papers`, form, key);
}

export const report = (visit: string, content: Report, key: string) =>
  body(application.POST('/v1/visits/{visit_id}/report', { params: { path: { visit_id: visit } }, body: content, headers: { 'Idempotency-Key': key } }));
