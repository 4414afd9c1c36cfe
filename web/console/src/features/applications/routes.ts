import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [
  { path: '/applications', name: 'ApplicationsPage', load: () => import('./ApplicationsPage'), search: filters('status', 'customer') },
  { path: '/applications/new', name: 'NewApplicationPage', load: () => import('./NewApplicationPage'), search: filters('customer') },
  { path: '/applications/$applicationId', name: 'ApplicationPage', load: () => import('./ApplicationPage') },
  { path: '/customers', name: 'CustomersPage', load: () => import('./CustomersPage'), search: filters('last_four') },
  { path: '/customers/$customerId', name: 'CustomerPage', load: () => import('./CustomerPage') },
];
