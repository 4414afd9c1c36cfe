import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [
  { path: '/pay-outs', name: 'PayOutsPage', load: () => import('./PayOutsPage'), search: filters('status') },
  { path: '/loans', name: 'LoansPage', load: () => import('./LoansPage'), search: filters('status', 'no') },
  { path: '/loans/$loanId', name: 'LoanPage', load: () => import('./LoanPage'), search: filters('part') },
  { path: '/statements', name: 'StatementsPage', load: () => import('./StatementsPage'), search: filters('file') },
  { path: '/unapplied', name: 'UnappliedPage', load: () => import('./UnappliedPage') },
  { path: '/reconciliation', name: 'ReconciliationPage', load: () => import('./ReconciliationPage'), search: filters('day') },
  { path: '/end-of-day', name: 'EndOfDayPage', load: () => import('./EndOfDayPage') },
  { path: '/trial-balance', name: 'TrialBalancePage', load: () => import('./TrialBalancePage'), search: filters('day') },
];
