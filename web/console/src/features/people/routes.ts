import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [{ path: '/staff', name: 'StaffPage', load: () => import('./StaffPage'), search: filters('find') }];
