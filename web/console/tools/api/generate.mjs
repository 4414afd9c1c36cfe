// The types of each service's API, from the documents that `make api` writes. A folder and lock of its own: the generator needs TypeScript 5.
// Refusals are left out (each is a Problem) and so are headers, which the client sets.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const from = new URL('../../.openapi/', import.meta.url), to = new URL('../../src/api/generated/', import.meta.url);

/** What the console types of an operation: path, query, body and the answers of success. */
function spoken(operation) {
  const parameters = operation.parameters?.filter((each) => each.in !== 'header');
  const responses = Object.fromEntries(
    Object.entries(operation.responses).flatMap(([status, { headers: _, ...answer }]) => (status.startsWith('2') ? [[status, answer]] : [])),
  );
  return { ...operation, parameters, responses, summary: undefined };
}

mkdirSync(to, { recursive: true });
for (const name of readdirSync(from).filter((each) => each.endsWith('.json'))) {
  const text = readFileSync(new URL(name, from)), service = name.slice(0, -5), document = JSON.parse(text.toString());
  for (const item of Object.values(document.paths))
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) if (item[method]) item[method] = JSON.parse(JSON.stringify(spoken(item[method])));
  const digest = createHash('sha256').update(text).digest('hex');
  const types = astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
  writeFileSync(new URL(`${service}.ts`, to), `// Made by \`make api\` from ${service}'s OpenAPI document, sha256 ${digest}; not edited.\n${types}`);
}
