import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [
  { path: '/ops/traces', name: 'TracePage', load: () => import('./TracePage'), search: filters('application') },
  { path: '/ops/dead-letters', name: 'DeadLettersPage', load: () => import('./DeadLettersPage'), search: filters('service', 'state') },
  { path: '/ops/events', name: 'EventsPage', load: () => import('./EventsPage'), search: filters('type', 'application') },
  { path: '/ops/health', name: 'HealthPage', load: () => import('./HealthPage') },
  { path: '/ops/faults', name: 'FaultsPage', load: () => import('./FaultsPage') },
  { path: '/ops/providers', name: 'ProvidersPage', load: () => import('./ProvidersPage') },
];
