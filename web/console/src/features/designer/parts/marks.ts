// Marks on a diagram: what was found at an element, what is other, how many are there. Never by colour alone.
import type { Drawing } from './drawing';
import type { Difference, Kind } from './compare';
import { grouped } from './grouped';
import type { Activity, Finding } from '../queries';

const badge = (words: string, look: string, title: string) => {
  const made = document.createElement('span');
  made.className = `mark ${look}`;
  made.textContent = words;
  made.title = title;
  return made;
};

/** Takes the marks of one kind away, and gives the means to set others. */
export function marker(drawing: Drawing, type: string) {
  const overlays = drawing.get('overlays'), registry = drawing.get('elementRegistry'), canvas = drawing.get('canvas'), marked: [string, string][] = [];
  return {
    set(id: string, words: string, look: string, title: string, position: object = { top: -12, right: 12 }) {
      if (!registry.get(id)) return;
      overlays.add(id, type, { position, html: badge(words, look, title), scale: { min: 0.9, max: 1 } });
      canvas.addMarker(id, `marked-${look}`);
      marked.push([id, `marked-${look}`]);
    },
    clear() {
      overlays.remove({ type });
      for (const [id, name] of marked.splice(0)) if (registry.get(id)) canvas.removeMarker(id, name);
    },
  };
}

export type Marker = ReturnType<typeof marker>;

/** What keeps it from being published, at its element; by element how many. */
export function markFindings(on: Marker, findings: readonly Finding[]) {
  on.clear();
  for (const [element, all] of grouped(findings, (each) => each.element.split('/')[0]!.split(',')[0]!))
    on.set(element, `✕ ${all.length}`, 'wrong', all.map((each) => each.detail).join('\n'), { top: -12, left: 4 });
}

const SIGN: Record<Kind, string> = { added: '＋', removed: '−', changed: '△', moved: '↔' };

export function markDifferences(on: Marker, found: readonly Difference[], kinds: readonly Kind[]) {
  on.clear();
  const seen = new Set<string>();
  for (const { element, kind, part } of found)
    if (kinds.includes(kind) && !seen.has(element)) {
      seen.add(element);
      on.set(element, SIGN[kind], kind, part);
    }
}

/** How many cases stand at each step: a number and the warmth of the step; below it what is late and what was done lately. */
export function markActivity(drawing: Drawing, items: readonly Activity[], words: { late: (n: number) => string; done: (n: number) => string }) {
  const on = marker(drawing, 'activity'), most = Math.max(1, ...items.map((each) => each.waiting));
  for (const { element, waiting, late, done } of items) {
    if (waiting) on.set(element, String(waiting), `heat-${Math.ceil((waiting / most) * 3)}`, element);
    if (late) on.set(element, words.late(late), 'late', element, { bottom: 10, left: 4 });
    if (done) on.set(element, words.done(done), 'done', element, { bottom: 10, right: 40 });
  }
  return on.clear;
}

/** How often each flow was taken: a number at its middle, and a line that is the thicker the more took it. */
export function markFlows(drawing: Drawing, flows: readonly { flow: string; times: number }[], words: (n: number) => string) {
  const on = marker(drawing, 'flow'), most = Math.max(1, ...flows.map((each) => each.times));
  for (const { flow, times } of flows) on.set(flow, String(times), `taken-${Math.ceil((times / most) * 3)}`, words(times), { top: 8, left: 8 });
  return on.clear;
}
