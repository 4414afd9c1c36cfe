import './shared/tokens.css';
import './shared/phone.css';
import './features/field/field.css';
import { createRoot } from 'react-dom/client';
import { signedInBy } from './api/client';
import { Door } from './features/field/Frame';
import { begin, signIn, signOut, tokens } from './features/field/session';
import { keepWho, keptWho, type Who } from './features/field/store';
import { Failed } from './shared/Failed';
import { applyTheme } from './shared/theme';
import { tellDocument } from './shared/words';

const PAGE = '/m.html', ROLES = new Set(['customer-manager', 'risk-officer']);
const again = () => location.reload();

async function start() {
  applyTheme();
  tellDocument();
  const root = createRoot(document.getElementById('root')!), known = await keptWho();
  const show = async (who: Who, signedIn: boolean) => {
    const { App } = await import('./features/field/App');
    root.render(<App who={who} signedIn={signedIn} onSignIn={again} onOut={async () => (signedIn ? signOut() : again())} />);
    if ('serviceWorker' in navigator) await navigator.serviceWorker.register('/m-worker.js', { scope: PAGE });
  };
  if (!navigator.onLine && known) return await show(known, false);
  try {
    signedInBy(tokens);
    const me = await begin();
    if (me === 'leaving') return;
    if (!me) return root.render(<Door onSignIn={() => void signIn()} />);
    if (!me.roles?.some((role) => ROLES.has(role))) return root.render(<Door refused onSignIn={again} />);
    const who = { subject: me.sub, name: me.name ?? me.sub };
    await keepWho(who);
    await show(who, true);
  } catch (error) {
    if (known) return await show(known, false); // a line that is there and leads nowhere
    root.render(<Failed error={error} onRetry={again} />);
  }
}

void start(); // no top-level await: it doubles the number of files
