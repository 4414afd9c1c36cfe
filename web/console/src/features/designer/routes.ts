import { filters, type PageRoute } from '@/shared/page';

export const routes: readonly PageRoute[] = [
  { path: '/processes', name: 'ProcessesPage', load: () => import('./ProcessesPage') },
  { path: '/processes/$code/design', name: 'DesignerPage', load: () => import('./DesignerPage'), search: filters('version') },
  { path: '/processes/$code/compare', name: 'ComparePage', load: () => import('./ComparePage'), search: filters('before', 'after') },
  { path: '/processes/$code/map', name: 'MapPage', load: () => import('./MapPage'), search: filters('version') },
  { path: '/process-proposals/$proposalId', name: 'ProposalPage', load: () => import('./ProposalPage') },
  { path: '/decisions', name: 'DecisionsPage', load: () => import('./DecisionsPage') },
  { path: '/decisions/$code', name: 'DecisionPage', load: () => import('./DecisionPage') },
  { path: '/definition-changes/$changeId', name: 'ChangePage', load: () => import('./ChangePage') },
];
