// Reads and writes what a file says of an element beyond its attributes. Every change is one step that can be undone.
import type { Drawing, Moddle, Shape } from './drawing';

type Row = Record<string, string>;

const textOf = (found: unknown): string => (found === undefined || found === null ? '' : String(found));
export const attribute = (of: Moddle, name: string): string => textOf(of.get(name));
export const list = (of: Moddle | undefined, name: string): Moddle[] => (of?.get(name) as Moddle[] | undefined) ?? [];
export const one = (of: Moddle | undefined, name: string): Moddle | undefined => of?.get(name) as Moddle | undefined;

export function setAttribute(drawing: Drawing, element: Shape, name: string, value: unknown) {
  drawing.get('modeling').updateProperties(element, { [name]: value === '' ? undefined : value });
}

/** An extension element of Camunda's vocabulary, by its type. */
export const extension = (of: Moddle, type: string): Moddle | undefined => list(one(of, 'extensionElements'), 'values').find((each) => each.$type === type);

/** Puts extension elements of one type in the place of those that there are. */
export function setExtensions(drawing: Drawing, element: Shape, of: Moddle, type: string, made: readonly Moddle[]) {
  const moddle = drawing.get('moddle'), others = list(one(of, 'extensionElements'), 'values').filter((each) => each.$type !== type);
  const values = [...others, ...made];
  const extensionElements = values.length ? moddle.create('bpmn:ExtensionElements', { values }) : undefined;
  drawing.get('modeling').updateModdleProperties(element, of, { extensionElements });
}

export const properties = (of: Moddle): Row[] =>
  list(extension(of, 'camunda:Properties'), 'values').map((each) => ({ name: attribute(each, 'name'), value: attribute(each, 'value') }));

export const property = (of: Moddle, name: string): string => properties(of).find((each) => each.name === name)?.value ?? '';

export function setProperties(drawing: Drawing, element: Shape, of: Moddle, rows: readonly Row[]) {
  const moddle = drawing.get('moddle');
  const values = rows.map(({ name, value }) => moddle.create('camunda:Property', { name, value }));
  setExtensions(drawing, element, of, 'camunda:Properties', values.length ? [moddle.create('camunda:Properties', { values })] : []);
}

export function setProperty(drawing: Drawing, element: Shape, of: Moddle, name: string, value: string) {
  const known = properties(of), there = known.some((each) => each.name === name);
  const rows = there ? known.map((each) => (each.name === name ? { name, value } : each)) : [...known, { name, value }];
  setProperties(drawing, element, of, rows.filter((each) => each.name !== name || value !== ''));
}

/** What is handed in (`inputParameters`) or out (`outputParameters`) of a step. */
export const parameters = (of: Moddle, side: 'inputParameters' | 'outputParameters'): Row[] =>
  list(extension(of, 'camunda:InputOutput'), side).map((each) => ({ name: attribute(each, 'name'), value: attribute(each, 'value') }));

export function setParameters(drawing: Drawing, element: Shape, of: Moddle, side: 'inputParameters' | 'outputParameters', rows: readonly Row[]) {
  const moddle = drawing.get('moddle'), made = moddle.create('camunda:InputOutput');
  for (const each of ['inputParameters', 'outputParameters'] as const) {
    const told = each === side ? rows : parameters(of, each), type = each === 'inputParameters' ? 'camunda:InputParameter' : 'camunda:OutputParameter';
    (made as unknown as Record<string, Moddle[]>)[each] = told.map((row) => moddle.create(type, row));
  }
  const empty = !list(made, 'inputParameters').length && !list(made, 'outputParameters').length;
  setExtensions(drawing, element, of, 'camunda:InputOutput', empty ? [] : [made]);
}

/** What a call hands to the process that it calls (`camunda:In`), and takes from it (`camunda:Out`). */
export const handed = (of: Moddle, type: 'camunda:In' | 'camunda:Out'): Row[] =>
  list(one(of, 'extensionElements'), 'values')
    .filter((each) => each.$type === type)
    .map((each) => ({ source: attribute(each, 'variables') === 'all' ? '*' : attribute(each, 'source') || attribute(each, 'sourceExpression'), target: attribute(each, 'target') }));

export function setHanded(drawing: Drawing, element: Shape, of: Moddle, type: 'camunda:In' | 'camunda:Out', rows: readonly Row[]) {
  const moddle = drawing.get('moddle');
  const made = rows.map(({ source = '', target }) => {
    if (source === '*') return moddle.create(type, { variables: 'all' });
    return moddle.create(type, /^[\w]+$/.test(source) || !source ? { source, target } : { sourceExpression: source, target });
  });
  setExtensions(drawing, element, of, type, made);
}

/** The fields of a task's form; the values of an enumeration as `CODE=words` joined by commas. */
export const fields = (of: Moddle): Row[] =>
  list(extension(of, 'camunda:FormData'), 'fields').map((each) => ({
    id: attribute(each, 'id'),
    label: attribute(each, 'label'),
    type: attribute(each, 'type'),
    values: list(each, 'values').map((value) => `${attribute(value, 'id')}=${attribute(value, 'name')}`).join(', '),
    constraints: list(one(each, 'validation'), 'constraints').map((it) => (attribute(it, 'config') ? `${attribute(it, 'name')}=${attribute(it, 'config')}` : attribute(it, 'name'))).join(', '),
  }));

const pairs = (text: string) => text.split(/[,，]/).map((each) => each.trim()).filter(Boolean).map((each) => each.split('=').map((part) => part.trim()));

export function setFields(drawing: Drawing, element: Shape, of: Moddle, rows: readonly Row[]) {
  const moddle = drawing.get('moddle');
  const made = rows.map(({ id, label, type, values = '', constraints = '' }) => {
    const rules = pairs(constraints).map(([name, config]) => moddle.create('camunda:Constraint', config ? { name, config } : { name }));
    return moddle.create('camunda:FormField', {
      id, label, type,
      ...(type === 'enum' && { values: pairs(values).map(([code, words]) => moddle.create('camunda:Value', { id: code, name: words ?? code })) }),
      ...(rules.length && { validation: moddle.create('camunda:Validation', { constraints: rules }) }),
    });
  });
  setExtensions(drawing, element, of, 'camunda:FormData', made.length ? [moddle.create('camunda:FormData', { fields: made })] : []);
}

/** The first event definition of an event. */
export const definition = (of: Moddle): Moddle | undefined => list(of, 'eventDefinitions')[0];

const expression = (drawing: Drawing, body: string, more: object = {}) => (body ? drawing.get('moddle').create('bpmn:FormalExpression', { body, ...more }) : undefined);
export const bodyOf = (of: Moddle | undefined, name: string): string => (one(of, name) ? attribute(one(of, name)!, 'body') : '');

export function setDuration(drawing: Drawing, event: Shape, text: string) {
  const of = definition(event.businessObject)!;
  drawing.get('modeling').updateModdleProperties(event, of, { timeDuration: expression(drawing, text), timeDate: undefined, timeCycle: undefined });
}

export const setCondition = (drawing: Drawing, flow: Shape, text: string) =>
  drawing.get('modeling').updateProperties(flow, { conditionExpression: expression(drawing, text, { language: 'zen' }) });

/** A message or error that the file declares, found by what it is called or declared anew. */
function declared(drawing: Drawing, element: Shape, type: 'bpmn:Message' | 'bpmn:Error', name: string, value: string): Moddle | undefined {
  if (!value) return undefined;
  const definitions = drawing.getDefinitions(), roots = list(definitions, 'rootElements');
  const known = roots.find((each) => each.$type === type && attribute(each, name) === value);
  if (known) return known;
  const made = drawing.get('moddle').create(type, { id: `${type.slice(5)}_${Math.random().toString(36).slice(2, 9)}`, name: value, [name]: value });
  (made as { $parent?: Moddle }).$parent = definitions;
  drawing.get('modeling').updateModdleProperties(element, definitions, { rootElements: [...roots, made] });
  return made;
}

export function setMessage(drawing: Drawing, element: Shape, value: string) {
  const holder = definition(element.businessObject) ?? element.businessObject, messageRef = declared(drawing, element, 'bpmn:Message', 'name', value);
  drawing.get('modeling').updateModdleProperties(element, holder, { messageRef });
}

export function setError(drawing: Drawing, element: Shape, value: string) {
  const errorRef = declared(drawing, element, 'bpmn:Error', 'errorCode', value);
  drawing.get('modeling').updateModdleProperties(element, definition(element.businessObject)!, { errorRef });
}

/** How often a step is done: the element that says it. */
export const repeats = (of: Moddle): Moddle | undefined => one(of, 'loopCharacteristics');

export function setRepeats(drawing: Drawing, element: Shape, kind: string) {
  const moddle = drawing.get('moddle');
  const made = {
    '': undefined,
    parallel: () => moddle.create('bpmn:MultiInstanceLoopCharacteristics'),
    sequential: () => moddle.create('bpmn:MultiInstanceLoopCharacteristics', { isSequential: true }),
    loop: () => moddle.create('bpmn:StandardLoopCharacteristics'),
  }[kind];
  drawing.get('modeling').updateProperties(element, { loopCharacteristics: made?.() });
}

export function setRepeated(drawing: Drawing, element: Shape, name: string, text: string) {
  const of = repeats(element.businessObject)!, isExpression = ['loopCardinality', 'completionCondition', 'loopCondition'].includes(name);
  drawing.get('modeling').updateModdleProperties(element, of, { [name]: isExpression ? expression(drawing, text) : text || undefined });
}

/** A text of documentation. */
export const documentation = (of: Moddle): string => attributeOf(list(of, 'documentation')[0], 'text');
const attributeOf = (of: Moddle | undefined, name: string) => (of ? attribute(of, name) : '');

export function setDocumentation(drawing: Drawing, element: Shape, of: Moddle, text: string) {
  const made = text ? [drawing.get('moddle').create('bpmn:Documentation', { text })] : undefined;
  drawing.get('modeling').updateModdleProperties(element, of, { documentation: made });
}
