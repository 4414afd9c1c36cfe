// The field pages' service worker: the page and its files by name, so that it opens without a line. A name that is not there
// keeps a worker from ever taking over, so the list is made of what was built.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { closure, filesOf } from './entries.mjs';

const PAGE = 'm.html', LATER = /import\(['"`]\.\/([^'"`]+\.js)['"`]\)/g, assets = filesOf(PAGE);
const read = (file) => readFileSync(`dist/${file}`, 'utf8');
// What is loaded when it is needed is kept, too; a set hands out what comes while it is walked.
for (const file of assets) if (file.endsWith('.js')) closure([...read(file).matchAll(LATER)].map(([, name]) => `assets/${name}`), assets);
const files = [PAGE, 'm.manifest.json', 'icon.svg', ...[...assets].sort()], made = createHash('sha256');
for (const file of files) made.update(file).update(readFileSync(`dist/${file}`));
writeFileSync('dist/m-worker.js', `const KEPT = 'xinliu-field-${made.digest('hex').slice(0, 16)}', FILES = ${JSON.stringify(files.map((file) => `/${file}`))};\n${readFileSync('tools/worker.js', 'utf8')}`);
