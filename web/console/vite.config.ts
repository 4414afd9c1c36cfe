import react from '@vitejs/plugin-react';
import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

// One entry a kind of user: the desk (staff), the borrower, the customer manager's telephone.
const ENTRIES = { desk: 'index.html', borrower: 'b.html', field: 'm.html' };
const input = Object.fromEntries(Object.entries(ENTRIES).filter(([, file]) => existsSync(new URL(file, import.meta.url))));
const inside = (...packages: string[]) => new RegExp(`node_modules/(${packages.join('|')})/`);

export default defineConfig({
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input,
      output: {
        codeSplitting: {
          // Packages by their exact names: a pattern for a scope swallows what other pages alone need.
          groups: [
            { name: 'react', test: inside('react', 'react-dom', 'scheduler'), priority: 3 },
            {
              name: 'router',
              test: inside('@tanstack/(react-router|router-core|history|react-store|store)', 'seroval', 'seroval-plugins'),
              priority: 2,
            },
            { name: 'query', test: inside('@tanstack/(react-query|query-core)'), priority: 2 },
            { name: 'signin', test: inside('oidc-client-ts', 'jwt-decode'), priority: 2 },
            // What every entry shows: few files, since each costs its headers.
            { name: 'plain', test: /src\/(shared\/(Chip|Dialog|Facts|Failed|Skeleton|format|refusals|settings|theme|words)|api\/(client|problem))\.tsx?$/, priority: 1 },
            { name: 'phone', test: /src\/shared\/(pkce|reads|sealed)\.ts$/, priority: 1 },
          ],
        },
      },
    },
  },
});
