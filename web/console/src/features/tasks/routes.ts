import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [
  { path: '/inbox', name: 'InboxPage', load: () => import('./InboxPage'), search: filters('stage', 'product', 'status', 'mine', 'overdue') },
  { path: '/decided', name: 'DecidedPage', load: () => import('./DecidedPage'), search: filters('from', 'to') },
  { path: '/cases/$caseId', name: 'CasePage', load: () => import('./CasePage') },
];
