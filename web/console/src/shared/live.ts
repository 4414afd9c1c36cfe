// One stream of what happens for all tabs of a browser: whoever holds the lock reads it and tells the others.
import { stream } from '@/api/client';

export type Happened = { type: string; subject: string; application_id: string | null; mine: boolean; task_id?: string; stage?: string; mentioned_by?: string; loan_id?: string; seq: number };
export type Line = 'live' | 'lost';
type Told = { happened?: Happened; line?: Line; resync?: true };

const PATH = '/api/reporting-svc/v1/live', LOCK = 'xinliu.live', SILENT_MS = 40_000, AGAIN_MS = 3_000, SEEN = 'xinliu.seen';

/** Whole events of a stream that is cut anywhere; what is left of it waits for more. */
export function eventsOf(text: string): { events: { id: string; event: string; data: string }[]; rest: string } {
  const parts = text.split('\n\n'), rest = parts.pop() ?? '';
  const events = parts.flatMap((part) => {
    const field = (name: string) => part.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
    return field('id') || field('event') ? [{ id: field('id'), event: field('event'), data: field('data') }] : [];
  });
  return { events, rest };
}

/** Follows what happens until it is told to stop; `tell` hears it in every tab of this person. */
export function follow(subject: string, tell: (told: Told) => void): () => void {
  const stopped = new AbortController(), tabs = new BroadcastChannel(`${LOCK}.${subject}`), kept = `${SEEN}.${subject}`;
  tabs.onmessage = ({ data }) => tell(data as Told);
  const all = (told: Told) => {
    tabs.postMessage(told);
    tell(told);
  };
  void navigator.locks
    .request(`${LOCK}.${subject}`, { signal: stopped.signal }, async () => {
      while (!stopped.signal.aborted) {
        await read(kept, all, stopped.signal).catch(() => all({ line: 'lost' }));
        if (!stopped.signal.aborted) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    })
    .catch(() => undefined); // another tab holds it until this one is closed
  return () => {
    stopped.abort();
    tabs.close();
  };
}

async function read(kept: string, tell: (told: Told) => void, stopped: AbortSignal) {
  const silent = new AbortController(), seen = localStorage.getItem(kept);
  const answer = await stream(PATH, seen ? { 'Last-Event-ID': seen } : {}, AbortSignal.any([stopped, silent.signal]));
  tell({ line: 'live' });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '', timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => silent.abort(), SILENT_MS);
  };
  try {
    wait();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      wait();
      const { events, rest } = eventsOf(text + piece.value);
      text = rest;
      for (const { id, event, data } of events) {
        if (id) localStorage.setItem(kept, id);
        if (event === 'resync') tell({ resync: true });
        else if (data) tell({ happened: { ...(JSON.parse(data) as Happened), seq: Number(id) } });
      }
    }
  } finally {
    clearTimeout(timer);
  }
}
