// Its first line, KEPT and FILES, is written when it is built (worker.mjs). Answers of services are never kept.
const PAGE = '/m.html';

self.addEventListener('install', (event) => event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))).then(() => self.skipWaiting())));

self.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('xinliu-field-') && name !== KEPT).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  ),
);

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== self.location.origin) return;
  const kept = event.request.mode === 'navigate' ? PAGE : pathname;
  if (kept !== PAGE && !FILES.includes(kept)) return;
  event.respondWith(caches.open(KEPT).then(async (cache) => (await cache.match(kept)) ?? fetch(event.request)));
});
