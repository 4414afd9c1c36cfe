import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { routes as applications } from '@/features/applications/routes';
import { routes as designer } from '@/features/designer/routes';
import { routes as loans } from '@/features/loans/routes';
import { routes as operations } from '@/features/operations/routes';
import { routes as people } from '@/features/people/routes';
import { routes as risk } from '@/features/risk/routes';
import { routes as rules } from '@/features/rules/routes';
import { routes as tasks } from '@/features/tasks/routes';
import type { PageRoute } from '@/shared/page';
import type { Me, Session } from '@/shared/session';
import { Failed } from '@/shared/Failed';
import { NoPage } from './NoPage';
import { Shell } from './Shell';

const PAGES: readonly PageRoute[] = [...tasks, ...applications, ...designer, ...loans, ...people, ...risk, ...rules, ...operations];

export function routerOf(me: Me, session: Session) {
  const root = createRootRoute({ component: () => <Shell me={me} session={session} />, notFoundComponent: NoPage });
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
  });
  const pages = PAGES.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      validateSearch: page.search,
      component: lazyRouteComponent(page.load, page.name),
    }),
  );
  return createRouter({
    routeTree: root.addChildren([home, ...pages]),
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
  });
}
