// What each entry loads at once, and each page beside it, in bytes over the wire (console.md §4): more fails.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { closure, filesOf } from './entries.mjs';

const KB = 1024;
const ENTRIES = { 'index.html': 160 * KB, 'b.html': 100 * KB, 'm.html': 100 * KB };
const PAGES = { InboxPage: 60 * KB, CasePage: 100 * KB, ModelPage: 350 * KB - 142 * KB, DesignerPage: 240 * KB, ComparePage: 120 * KB, MapPage: 120 * KB };

const size = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;
/** A style sheet has the name of the script beside which it is loaded. */
const stem = (file) => file.replace(/^assets\//, '').replace(/-[\w-]{8}\.\w+$/, '');

const weight = (files) => [...files].reduce((sum, file) => sum + size(file), 0);
const built = readdirSync('dist/assets').filter((name) => !name.endsWith('.gz'));
let heavy = 0, desk = new Set();
function check(name, files, budget) {
  const found = weight(files), fits = found <= budget;
  process.stdout.write(`${fits ? '   ' : '!!!'} ${name.padEnd(16)} ${(found / KB).toFixed(1).padStart(7)} of ${(budget / KB).toFixed(0)} KB\n`);
  if (!fits) heavy += 1;
}
for (const [entry, budget] of Object.entries(ENTRIES)) {
  if (!readdirSync('dist').includes(entry)) continue;
  const files = filesOf(entry);
  if (entry === 'index.html') desk = files;
  check(entry, new Set([entry, ...files]), budget);
}
for (const [page, budget] of Object.entries(PAGES)) {
  const files = built.filter((name) => name.startsWith(`${page}-`) && name.endsWith('.js'));
  if (!files.length) throw new Error(`no page ${page} was built`);
  const loaded = [...closure(files.map((name) => `assets/${name}`))].filter((each) => !desk.has(each)), stems = new Set(loaded.map(stem));
  check(page, new Set([...loaded, ...built.filter((name) => name.endsWith('.css') && stems.has(stem(name))).map((name) => `assets/${name}`)]), budget);
}
process.exit(heavy ? 1 : 0);
