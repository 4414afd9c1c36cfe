// A decision as it is written: a document with its graph (JDM), whose tables are shown as grids; whatever else its graph holds is
// in the document as it is.
export type Value = string | number | boolean | null | readonly (string | number | boolean)[];
export type Variable = { kind: 'integer' | 'text' | 'flag' | 'list'; values?: string[]; optional?: boolean };
export type Column = { id: string; name: string; field: string };
export type Rule = Record<string, string>;
export type Table = { hitPolicy: string; inputs: Column[]; outputs: Column[]; rules: Rule[] };
export type Node = { id: string; name: string; type: string; content?: unknown };
export type Example = { name: string; given: Record<string, Value>; expected: Record<string, Value> };
export type Document = {
  code: string;
  name: string;
  inputs: Record<string, Variable>;
  outputs: Record<string, Variable>;
  otherwise: Record<string, Value>;
  graph: { nodes: Node[]; edges: object[] };
  examples: Example[];
};

/** By what a rule is known in a trace. */
export const ID = '_id';

export const tablesOf = (document: Document): (Node & { content: Table })[] =>
  document.graph.nodes.filter((node): node is Node & { content: Table } => node.type === 'decisionTableNode');

export const withTable = (document: Document, id: string, content: Table): Document => ({
  ...document,
  graph: { ...document.graph, nodes: document.graph.nodes.map((node) => (node.id === id ? { ...node, content } : node)) },
});

const fresh = (begin: string, taken: readonly string[]) => {
  let number = taken.length + 1;
  while (taken.includes(`${begin}${number}`)) number += 1;
  return `${begin}${number}`;
};

export const withRule = (table: Table, at = table.rules.length): Table => {
  const rule: Rule = { [ID]: fresh('rule-', table.rules.map((each) => each[ID] ?? '')) };
  return { ...table, rules: [...table.rules.slice(0, at), rule, ...table.rules.slice(at)] };
};

export const moved = <Item>(items: readonly Item[], at: number, by: number): Item[] => {
  const made = [...items], [item] = made.splice(at, 1);
  made.splice(at + by, 0, item!);
  return made;
};

/** A column for a variable: what the decision reads, or what it gives. */
export function withColumn(document: Document, id: string, side: 'inputs' | 'outputs', field: string, variable: Variable): Document {
  const table = tablesOf(document).find((node) => node.id === id)!.content, column = { id: field, name: field, field };
  const otherwise = side === 'outputs' ? { ...document.otherwise, [field]: document.otherwise[field] ?? null } : document.otherwise;
  return withTable({ ...document, otherwise, [side]: { ...document[side], [field]: document[side][field] ?? variable } }, id, { ...table, [side]: [...table[side], column] });
}

/** A column less; what nothing else reads or gives is no variable of the decision any more. */
export function withoutColumn(document: Document, id: string, side: 'inputs' | 'outputs', column: Column): Document {
  const table = tablesOf(document).find((node) => node.id === id)!.content;
  const rules = table.rules.map((rule) => Object.fromEntries(Object.entries(rule).filter(([name]) => name !== column.id)));
  const made = withTable(document, id, { ...table, rules, [side]: table[side].filter((each) => each.id !== column.id) });
  if (JSON.stringify(made.graph).includes(`"${column.field}"`)) return made;
  const without = <Told>(told: Record<string, Told>) => Object.fromEntries(Object.entries(told).filter(([name]) => name !== column.field));
  const examples = made.examples.map((each) => ({ ...each, given: side === 'inputs' ? without(each.given) : each.given, expected: side === 'outputs' ? without(each.expected) : each.expected }));
  return { ...made, examples, [side]: without(made[side]), otherwise: side === 'outputs' ? without(made.otherwise) : made.otherwise };
}

/** What was typed as a value of its kind; text that is none stays text, and the check says so. */
export function valueOf(text: string, { kind }: Variable): Value {
  const trimmed = text.trim();
  if (!trimmed) return null;
  if (kind === 'integer') return /^-?\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
  if (kind === 'flag') return trimmed === 'true' ? true : trimmed === 'false' ? false : trimmed;
  return kind === 'list' ? trimmed.split(/[,，]/).map((each) => each.trim()).filter(Boolean) : trimmed;
}

export const shown = (value: Value | undefined): string => (value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value));

/** The smallest decision: one table, one careful answer, one example. */
export const emptyDecision = (code: string, name: string): Document => ({
  code,
  name,
  inputs: { amount_minor: { kind: 'integer' } },
  outputs: { outcome: { kind: 'text' } },
  otherwise: { outcome: 'REFER' },
  graph: {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      {
        id: 'table', name, type: 'decisionTableNode',
        content: { hitPolicy: 'first', inputs: [{ id: 'amount_minor', name: 'amount_minor', field: 'amount_minor' }], outputs: [{ id: 'outcome', name: 'outcome', field: 'outcome' }], rules: [{ [ID]: 'rule-1' }] },
      },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [{ id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' }, { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' }],
  },
  examples: [{ name: '1', given: { amount_minor: null }, expected: { outcome: 'REFER' } }],
});

export type DocumentDifference = { part: string; before: string; after: string };

/** What one document says and the other does not, by path; rules, nodes and examples are known by their names. */
export function documentDifferences(before: unknown, after: unknown): DocumentDifference[] {
  const old = flat(before), now = flat(after), found: DocumentDifference[] = [];
  for (const part of new Set([...now.keys(), ...old.keys()])) if (old.get(part) !== now.get(part)) found.push({ part, before: old.get(part) ?? '', after: now.get(part) ?? '' });
  return found;
}

function flat(of: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof of !== 'object' || of === null) {
    into.set(path, JSON.stringify(of));
    return into;
  }
  const named = (each: unknown, place: number) => (typeof each === 'object' && each !== null ? String((each as Rule)[ID] ?? (each as Rule).id ?? (each as Rule).name ?? place + 1) : String(place + 1));
  for (const [name, value] of Array.isArray(of) ? of.map((each, place) => [named(each, place), each] as const) : Object.entries(of)) flat(value, path ? `${path} › ${name}` : name, into);
  return into;
}
