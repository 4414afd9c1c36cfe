import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [
  { path: '/alerts', name: 'AlertsPage', load: () => import('./AlertsPage'), search: filters('outcome') },
  { path: '/watch-list', name: 'WatchListPage', load: () => import('./WatchListPage') },
  { path: '/policies', name: 'PoliciesPage', load: () => import('./PoliciesPage') },
  { path: '/policies/$version', name: 'PolicyPage', load: () => import('./PolicyPage') },
  { path: '/models/$version', name: 'ModelPage', load: () => import('./ModelPage') },
];
