// The twin of import-linter: app -> features -> shared -> api, no feature knows another, only queries.ts calls a service.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOMS = ['api', 'shared', 'features', 'app'];
const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g;

/** What is wrong with the imports of one file, as sentences; `file` and `target` are paths below src. */
export function wrong(file, target, names = '') {
  const [room, feature] = file.split('/');
  const [otherRoom, otherFeature] = target.split('/');
  const from = ROOMS.indexOf(room), to = ROOMS.indexOf(otherRoom);
  if (from < 0 || to < 0) return [];
  const found = [];
  if (to > from) found.push(`${file}: ${room} knows nothing of ${otherRoom} (${target})`);
  if (room === 'features' && otherRoom === 'features' && feature !== otherFeature) found.push(`${file}: no feature knows another (${target})`);
  if (room === 'features' && /^api\/client/.test(target) && !/\/queries\.tsx?$/.test(file) && !names.startsWith('type '))
    found.push(`${file}: only queries.ts calls a service`);
  return found;
}

export function findings(root = 'src') {
  const found = [];
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!/\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name), file = relative(root, path).replaceAll('\\', '/');
    for (const line of readFileSync(path, 'utf8').split('\n'))
      for (const [, target] of line.matchAll(IMPORT)) {
        const inside = target.startsWith('@/') ? target.slice(2) : target.startsWith('.') ? normalize(join(dirname(file), target)) : null;
        if (inside) found.push(...wrong(file, inside.replaceAll('\\', '/'), /^import (type )/.test(line) ? 'type ' : ''));
      }
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = findings();
  for (const sentence of found) process.stderr.write(`${sentence}\n`);
  process.exit(found.length ? 1 : 0);
}
