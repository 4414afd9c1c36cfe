import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [
  { path: '/products', name: 'ProductsPage', load: () => import('./ProductsPage') },
  { path: '/products/$code', name: 'ProductPage', load: () => import('./ProductPage'), search: filters('from', 'to') },
  { path: '/products/$code/next', name: 'NextVersionPage', load: () => import('./NextVersionPage') },
  { path: '/product-proposals/$proposalId', name: 'ProposalPage', load: () => import('./ProposalPage') },
  { path: '/calendar', name: 'CalendarPage', load: () => import('./CalendarPage'), search: filters('year', 'service') },
  { path: '/parameters', name: 'ParametersPage', load: () => import('./ParametersPage'), search: filters('service') },
];
