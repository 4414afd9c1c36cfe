// What one file has that another has not: by element, what is told of it, and whether it only moved.
import type { Moddle } from './drawing';

export type Kind = 'added' | 'removed' | 'changed' | 'moved';
export type Difference = { element: string; name: string; kind: Kind; part: string; before: string; after: string };
type Told = { name: string; parts: Map<string, string>; place: string };

const UNTOLD = new Set(['id', 'incoming', 'outgoing', 'flowElements', 'di', 'laneSets', 'artifacts', 'rootElements', 'diagrams', 'flowNodeRef', 'lanes', 'participants']);
const FLOW_ELEMENT = /^bpmn:(\w*(Task|Event|Gateway)|CallActivity|SubProcess|SequenceFlow|Process|Lane|Participant|TextAnnotation)$/;
const isModdle = (value: unknown): value is Moddle => typeof value === 'object' && value !== null && '$type' in value;
const named = (of: Moddle) => String(of.get('name') || of.get('id') || of.get('key') || '');

type Described = { $descriptor: { properties: { name: string; isReference?: boolean }[] } };

/** Everything told of an element, by the path at which it stands. */
function told(of: Moddle, path: string, into: Map<string, string>) {
  for (const { name, isReference } of (of as unknown as Described).$descriptor.properties) {
    const short = name.replace(/^bpmn:/, '');
    if (UNTOLD.has(short)) continue;
    const value = of.get(name);
    const at = path ? `${path} › ${short}` : short;
    if (isReference) {
      if (isModdle(value)) into.set(at, String(value.get('id') ?? ''));
    } else if (Array.isArray(value)) {
      for (const [place, each] of value.entries()) if (isModdle(each)) inner(each, /(^|› )values$/.test(at) ? path : at, place, into);
    } else if (isModdle(value)) told(value, at, into);
    else if (value !== undefined && value !== null && value !== '') into.set(at, String(value)); // a default is told like what is written
  }
  for (const [name, value] of Object.entries(of.$attrs ?? {})) if (!name.startsWith('xmlns')) into.set(path ? `${path} › ${name}` : name, String(value));
}

function inner(of: Moddle, path: string, place: number, into: Map<string, string>) {
  const key = `${path ? `${path} › ` : ''}${of.$type.split(':')[1]} ${named(of) || place + 1}`;
  into.set(key, '✓');
  told(of, key, into);
}

/** What an element is called; a flow without a name is known by its ends. */
function calledOf(of: Moddle): string {
  const name = String(of.get('name') ?? '');
  if (name || of.$type !== 'bpmn:SequenceFlow') return name;
  return ['sourceRef', 'targetRef'].map((end) => of.get(end) as Moddle | undefined).map((end) => String(end?.get('name') || end?.id)).join(' → ');
}

/** Every element of a document with what is told of it, by id. */
export function elementsOf(definitions: Moddle): Map<string, Told> {
  const found = new Map<string, Told>(), places = new Map<string, string>();
  const walk = (of: Moddle) => {
    if (of.id && FLOW_ELEMENT.test(of.$type)) {
      const parts = new Map([['type', of.$type.replace('bpmn:', '')]]);
      told(of, '', parts);
      found.set(of.id, { name: calledOf(of), parts, place: '' });
    }
    for (const name of ['rootElements', 'flowElements', 'laneSets', 'lanes', 'participants', 'artifacts'])
      for (const each of (Object.hasOwn((of as unknown as { $descriptor: { propertiesByName: object } }).$descriptor.propertiesByName, name) ? (of.get(name) as Moddle[]) : undefined) ?? []) if (isModdle(each)) walk(each);
  };
  walk(definitions);
  for (const diagram of (definitions.get('diagrams') as Moddle[] | undefined) ?? [])
    for (const drawn of ((diagram.get('plane') as Moddle | undefined)?.get('planeElement') as Moddle[] | undefined) ?? []) {
      const of = drawn.get('bpmnElement') as Moddle | undefined, bounds = drawn.$type === 'bpmndi:BPMNShape' ? (drawn.get('bounds') as Moddle | undefined) : undefined;
      if (of?.id && bounds) places.set(of.id, ['x', 'y', 'width', 'height'].map((name) => String(bounds.get(name))).join(' '));
    }
  for (const [id, place] of places) if (found.has(id)) found.get(id)!.place = place;
  return found;
}

/** What is other in `after` than it was in `before`; what is gone comes last. */
export function differences(before: Map<string, Told>, after: Map<string, Told>): Difference[] {
  const found: Difference[] = [];
  for (const [element, now] of after) {
    const was = before.get(element);
    if (!was) {
      found.push({ element, name: now.name, kind: 'added', part: '', before: '', after: now.parts.get('type') ?? '' });
      continue;
    }
    let changed = false;
    for (const part of new Set([...now.parts.keys(), ...was.parts.keys()])) {
      const old = was.parts.get(part) ?? '', next = now.parts.get(part) ?? '';
      if (old === next) continue;
      changed = true;
      found.push({ element, name: now.name || was.name, kind: 'changed', part, before: old, after: next });
    }
    if (!changed && was.place && now.place && was.place !== now.place) found.push({ element, name: now.name, kind: 'moved', part: '', before: '', after: '' });
  }
  for (const [element, was] of before) if (!after.has(element)) found.push({ element, name: was.name, kind: 'removed', part: '', before: was.parts.get('type') ?? '', after: '' });
  return found;
}
