// What lies on the telephone of who is under way: the day, drafts, pictures, and what waits to be sent; all of it sealed.
import { SealedStore } from '@/shared/sealed';
import type { NoPosition, Outcome, Position, Visit } from './queries';

export type Who = { subject: string; name: string };
export type Picture = { sha256: string; takenAt: string; position: Position | null };
/** `key` is that of the report, made when the form opens: however often it is sent, it is told once. */
export type Draft = {
  key: string;
  arrivedAt: string | null;
  position: Position | null;
  noPosition: NoPosition | null;
  photographs: Picture[];
  signature: Picture | null;
  outcome: Outcome | '';
  note: string;
  companion: string;
};

const store = new SealedStore('xinliu-field');
export const emptyDraft = (): Draft => ({ key: crypto.randomUUID(), arrivedAt: null, position: null, noPosition: null, photographs: [], signature: null, outcome: '', note: '', companion: '' });

export const keepWho = (who: Who) => store.put('me', who);
export const keptWho = () => store.get<Who>('me');
export const keepDay = (who: string, day: string, visits: readonly Visit[]) => store.put(`${who}/day/${day}`, visits);
export const keptDay = (who: string, day: string) => store.get<Visit[]>(`${who}/day/${day}`);
export const keepDraft = (who: string, visit: string, draft: Draft) => store.put(`${who}/draft/${visit}`, draft);
export const keptDraft = (who: string, visit: string) => store.get<Draft>(`${who}/draft/${visit}`);
export const dropDraft = (who: string, visit: string) => store.remove(`${who}/draft/${visit}`);
export const draftsOf = async (who: string) => (await store.names(`${who}/draft/`)).map((name) => name.split('/').at(-1)!);
export const keepPictureOf = (who: string, sha256: string, bytes: ArrayBuffer) => store.putBytes(`${who}/picture/${sha256}`, bytes);
export const pictureOf = (who: string, sha256: string) => store.getBytes(`${who}/picture/${sha256}`);
export const dropPicture = (who: string, sha256: string) => store.remove(`${who}/picture/${sha256}`);
export const waiting = (who: string) => store.names(`${who}/outbox/`);
export const keepWaiting = (name: string, command: unknown) => store.put(name, command);
export const keptWaiting = <Command>(name: string) => store.get<Command>(name);
export const dropWaiting = (name: string) => store.remove(name);
export const forgetAll = () => store.clear();

export async function sha256Of(bytes: ArrayBuffer) {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((each) => each.toString(16).padStart(2, '0')).join('');
}
