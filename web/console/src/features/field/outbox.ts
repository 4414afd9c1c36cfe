// What was told without a line waits here and goes in order when there is one. Its names and keys follow from the draft: who
// hands a draft in twice, or loses the answer, tells it once. A refusal becomes a question, never a loss.
import { useEffect, useSyncExternalStore } from 'react';
import { Problem } from '@/api/problem';
import { keepPicture, report, type Report, type Shot } from './queries';
import { dropDraft, dropPicture, dropWaiting, keepWaiting, keptWaiting, pictureOf, waiting, type Draft } from './store';

type Refusal = { status: number; code: string; detail: string };
type Tells = { picture: Shot; sha256: string } | { report: Report };
export type Command = { name: string; key: string; visit: string; refused: Refusal | null } & Tells;

const LATER = 429, UNKNOWN = 401, AGAIN_MS = 30_000, LOCK = 'xinliu.field.outbox';
/** `sent`: how many have arrived since the page was opened. */
let state: { commands: readonly Command[]; sending: boolean; sent: number } = { commands: [], sending: false, sent: 0 };
const listeners = new Set<() => void>();
const tell = (next: Partial<typeof state>) => {
  state = { ...state, ...next };
  for (const each of listeners) each();
};

async function look(who: string) {
  const found = await Promise.all((await waiting(who)).map((name) => keptWaiting<Command>(name)));
  tell({ commands: found.filter((each) => each !== null) });
}

/** A draft becomes what has to be told: its pictures, then the report that names them. */
export async function handIn(who: string, visit: string, draft: Draft, content: Report) {
  const pictures = [...draft.photographs.map((each) => ({ ...each, kind: 'PHOTOGRAPH' as const })), ...(draft.signature ? [{ ...draft.signature, kind: 'SIGNATURE' as const }] : [])];
  const put = (name: string, told: { key: string } & Tells) => keepWaiting(name, { name, visit, refused: null, ...told } satisfies Command);
  for (const { sha256, kind, takenAt, position } of pictures)
    await put(`${who}/outbox/${visit}/0-${sha256}`, { key: `${draft.key}-${sha256.slice(0, 24)}`, sha256, picture: { kind, taken_at: takenAt, position } });
  await put(`${who}/outbox/${visit}/9-report`, { key: draft.key, report: content });
  await dropDraft(who, visit);
  await look(who);
}

/** Sends what waits, one tab at a time. What a service refuses keeps what follows of its visit. */
export const send = (who: string) =>
  navigator.locks.request(LOCK, { ifAvailable: true }, async (mine) => {
    if (!mine) return;
    await look(who);
    tell({ sending: state.commands.length > 0 });
    try {
      const kept = new Set<string>();
      for (const name of await waiting(who)) {
        const command = await keptWaiting<Command>(name);
        if (!command || kept.has(command.visit)) continue;
        if (command.refused || !(await carriedOut(who, command))) kept.add(command.visit);
      }
    } catch {
      // No line, or nobody is signed in, or the service is not there: it waits.
    } finally {
      await look(who);
      tell({ sending: false });
    }
  });

async function carriedOut(who: string, command: Command): Promise<boolean> {
  try {
    if ('report' in command) await report(command.visit, command.report, command.key);
    else {
      const bytes = await pictureOf(who, command.sha256);
      if (bytes) await keepPicture(command.visit, command.picture, bytes, command.key);
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.status === UNKNOWN || error.status >= LATER) throw error;
    const { status, code, detail } = error;
    await keepWaiting(command.name, { ...command, refused: { status, code, detail } } satisfies Command);
    return false;
  }
  await dropWaiting(command.name);
  if ('sha256' in command) await dropPicture(who, command.sha256);
  tell({ sent: state.sent + 1 });
  return true;
}

export async function tryAgain(who: string, command: Command) {
  await keepWaiting(command.name, { ...command, refused: null } satisfies Command);
  await send(who);
}

/** What was refused is given up, with what belongs to it. */
export async function giveUp(who: string, visit: string) {
  for (const command of state.commands.filter((each) => each.visit === visit)) {
    await dropWaiting(command.name);
    if ('sha256' in command) await dropPicture(who, command.sha256);
  }
  await look(who);
}

/** What waits, kept true; it is sent when the line is back, and now and then. */
export function useOutbox(who: string) {
  useEffect(() => {
    const now = () => void send(who);
    now();
    const timer = setInterval(now, AGAIN_MS);
    addEventListener('online', now);
    return () => {
      clearInterval(timer);
      removeEventListener('online', now);
    };
  }, [who]);
  return useSyncExternalStore((each) => (listeners.add(each), () => listeners.delete(each)), () => state);
}
