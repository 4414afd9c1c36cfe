// Beside each file that is worth it, the same compressed: it is served as it lies there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const WORTH = new Set(['.js', '.css', '.svg', '.html', '.json', '.wasm', '.webmanifest']);

for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !WORTH.has(extname(entry.name))) continue;
  const path = join(entry.parentPath, entry.name);
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
}
