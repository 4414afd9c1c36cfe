import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [
  { path: '/products', name: 'ProductsPage', load: () => import('./ProductsPage') },
  { path: '/parameters', name: 'ParametersPage', load: () => import('./ParametersPage'), search: filters('service') },
];
