// What two versions of a record say differently, by the path at which it stands.
export type Leaf = { path: string; before: string; after: string };

const plain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What an entry of a list is known by; a list without names is told by its places. */
const named = (each: unknown, at: number) => (plain(each) ? String(each.code ?? each.method ?? each.name ?? at + 1) : String(at + 1));

/** Every value with its path, as text. */
export function leavesOf(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  const inner = (name: string) => (path ? `${path} › ${name}` : name);
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object' || each === null)) into.set(path, value.join('、'));
    else for (const [at, each] of value.entries()) leavesOf(each, inner(named(each, at)), into);
  } else if (plain(value)) for (const [name, each] of Object.entries(value)) leavesOf(each, inner(name), into);
  else if (value !== null && value !== undefined && value !== '') into.set(path, String(value));
  return into;
}

/** What is other in `after` than it was in `before`, in the order of `after`; what is gone comes last. */
export function differencesOf(before: unknown, after: unknown): Leaf[] {
  const was = leavesOf(before), is = leavesOf(after);
  return [...new Set([...is.keys(), ...was.keys()])].filter((path) => was.get(path) !== is.get(path)).map((path) => ({ path, before: was.get(path) ?? '', after: is.get(path) ?? '' }));
}
