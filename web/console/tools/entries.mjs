// What an entry of the built console loads at once: for budgets, and for what a telephone keeps.
import { readFileSync } from 'node:fs';

const imports = (file) => [...readFileSync(`dist/${file}`, 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, name]) => `assets/${name}`);

/** Files with everything that they import at once. */
export function closure(files, seen = new Set()) {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (file.endsWith('.js')) closure(imports(file), seen);
  }
  return seen;
}

/** The files of an entry, without the page itself. */
export const filesOf = (entry) => closure([...readFileSync(`dist/${entry}`, 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file));
