import './shared/tokens.css';
import './shared/layout.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem';
import { routerOf } from './app/routes';
import { beginDesk } from './app/session';
import { Welcome } from './app/Welcome';
import { Failed } from './shared/Failed';
import { applyTheme } from './shared/theme';
import { tellDocument } from './shared/words';

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (failures, error) => !(error instanceof Problem) && failures < 2 },
    mutations: { retry: false },
  },
});

async function start() {
  applyTheme();
  tellDocument();
  const root = createRoot(document.getElementById('root')!);
  try {
    const { session, settings, how } = await beginDesk();
    if (how === 'leaving') return;
    if (how === 'signed-out') return root.render(<Welcome session={session} settings={settings} />);
    const me = { ...session.me()!, development: settings.development };
    root.render(
      <QueryClientProvider client={queries}>
        <RouterProvider router={routerOf(me, session)} />
      </QueryClientProvider>,
    );
  } catch (error) {
    root.render(<Failed error={error} onRetry={() => location.reload()} />);
  }
}

void start(); // no top-level await: it doubles the number of files
