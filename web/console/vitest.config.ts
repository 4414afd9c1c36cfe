import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], environmentOptions: { happyDOM: { url: 'http://127.0.0.1/' } } },
});
