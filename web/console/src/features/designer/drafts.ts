// What is being drawn or written: at once in this browser, a moment later with the service, where another browser finds it.
import { useSyncExternalStore } from 'react';
import { Problem } from '@/api/problem';
import { beginDraft, discardDraft, keptDraft, saveDraft, type DraftKind } from './queries';

/** `base` is the version from which it was begun; `id`, `tag` and `saved` are of what the service keeps; `trouble` is why it
 * does not keep the newest. */
export type Draft = { code: string; base: number | null; text: string; at: string; id?: string; tag?: string; saved?: string; trouble?: string };

const PAUSE_MS = 800, AGAIN_MS = 5_000;
const CHANGED = 'precondition-failed', NO_LINE = 'network';
/** The service has thrown it away, at somebody's word: what is here is another draft. */
const GONE = new Set(['draft-discarded', 'definition-draft-not-found', 'not-own-draft']);

/** The drafts of one kind, one a code. */
function draftsKept(kind: DraftKind, under: string, nameIn: (text: string) => string | undefined) {
  const listeners = new Set<() => void>(), timers = new Map<string, number>(), busy = new Set<string>();
  let read: { text: string | null; drafts: Draft[] } = { text: null, drafts: [] };
  const all = (): Draft[] => {
    const text = localStorage.getItem(under);
    if (text !== read.text) read = { text, drafts: text ? (JSON.parse(text) as Draft[]) : [] };
    return read.drafts;
  };
  const keepAll = (drafts: Draft[]) => {
    localStorage.setItem(under, JSON.stringify(drafts));
    for (const tell of listeners) tell();
  };
  const of = (code: string) => all().find((each) => each.code === code);
  const put = (draft: Draft) => keepAll([...all().filter((each) => each.code !== draft.code), draft]);
  const later = (code: string, wait = PAUSE_MS) => {
    clearTimeout(timers.get(code));
    timers.set(code, window.setTimeout(() => void save(code), wait));
  };

  /** Hands the newest to the service; `over`: also where another browser has saved meanwhile. */
  async function save(code: string, over = false) {
    const draft = of(code);
    if (!draft || draft.saved === draft.at || busy.has(code) || (draft.trouble === CHANGED && !over)) return;
    busy.add(code);
    let again: number | null = null;
    try {
      const name = (nameIn(draft.text) || code).slice(0, 100), content = draft.text;
      const told = draft.id ? await saveDraft(draft.id, { name, content }, crypto.randomUUID(), over ? undefined : draft.tag) : await beginDraft({ kind, name, content, code, based_on: draft.base }, crypto.randomUUID());
      const now = of(code);
      if (now) put({ ...now, id: told.id, tag: told.tag, saved: draft.at, trouble: undefined });
      if (now && now.at !== draft.at) again = PAUSE_MS;
    } catch (error) {
      const trouble = error instanceof Problem ? error.code : NO_LINE, now = of(code), anew = GONE.has(trouble);
      if (now) put({ ...now, ...(anew && { id: undefined, tag: undefined }), trouble: anew ? undefined : trouble });
      if (trouble !== CHANGED) again = anew ? PAUSE_MS : AGAIN_MS;
    } finally {
      busy.delete(code);
      if (again !== null) later(code, again);
    }
  }
  return {
    kind,
    of,
    keep: (draft: Pick<Draft, 'code' | 'base' | 'text'>) => {
      put({ ...of(draft.code), ...draft, at: new Date().toISOString() });
      later(draft.code);
    },
    /** Goes on with what the service keeps, in the place of what is here. */
    take: async (id: string) => {
      const { code, based_on: base, content: text, saved_at: at, tag } = await keptDraft(id);
      put({ code: code!, base, text, at, id, tag, saved: at });
    },
    insist: (code: string) => save(code, true),
    drop: async (code: string) => {
      const draft = of(code);
      clearTimeout(timers.get(code));
      if (draft?.id)
        await discardDraft(draft.id, crypto.randomUUID()).catch((error: unknown) => {
          if (!(error instanceof Problem && GONE.has(error.code))) throw error;
        });
      keepAll(all().filter((each) => each.code !== code));
    },
    use: () => useSyncExternalStore((tell) => (listeners.add(tell), addEventListener('storage', tell), () => (listeners.delete(tell), removeEventListener('storage', tell))), all),
  };
}

export type Drafts = ReturnType<typeof draftsKept>;
export const drawn = draftsKept('PROCESS', 'xinliu.drafts.processes', (xml) => /<(?:\w+:)?process\b[^>]*\bname="([^"]*)"/.exec(xml)?.[1]);
export const written = draftsKept('DECISION', 'xinliu.drafts.decisions', (text) => (JSON.parse(text) as { name?: string }).name);

/** The smallest drawing: where an application comes in. */
export const blank = (code: string, name: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="${code}-definitions" targetNamespace="urn:xinliu:process">
  <bpmn:process id="${code}" name="${name.replaceAll(/[<>&"]/g, '')}" isExecutable="true"><bpmn:startEvent id="submitted" /></bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${code}"><bpmndi:BPMNShape id="submitted_di" bpmnElement="submitted"><dc:Bounds x="180" y="160" width="36" height="36" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

/** The code of the process that a file holds; null where it is no such file. */
export function codeIn(xml: string): string | null {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return document.getElementsByTagNameNS('http://www.omg.org/spec/BPMN/20100524/MODEL', 'process')[0]?.getAttribute('id') ?? null;
}
