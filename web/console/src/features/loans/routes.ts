import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [
  { path: '/pay-outs', name: 'PayOutsPage', load: () => import('./PayOutsPage'), search: filters('status') },
  { path: '/loans', name: 'LoansPage', load: () => import('./LoansPage'), search: filters('status') },
  { path: '/loans/$loanId', name: 'LoanPage', load: () => import('./LoanPage'), search: filters('part') },
  { path: '/end-of-day', name: 'EndOfDayPage', load: () => import('./EndOfDayPage') },
  { path: '/trial-balance', name: 'TrialBalancePage', load: () => import('./TrialBalancePage'), search: filters('day') },
];
