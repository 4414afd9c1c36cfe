/** Items by a key, in the order in which each key came first. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return found;
}

/** Of each code the newest version, by code. */
export const newestOf = <Version extends { code: string; version: number }>(all: readonly Version[]): Version[] =>
  [...grouped(all, (it) => it.code).values()].map((versions) => versions.reduce((best, it) => (it.version > best.version ? it : best))).sort((one, other) => one.code.localeCompare(other.code));
