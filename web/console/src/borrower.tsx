import './shared/tokens.css';
import './shared/phone.css';
import { createRoot } from 'react-dom/client';
import { signedInBy } from './api/client';
import { App } from './features/borrower/App';
import { begin, tokens } from './features/borrower/session';
import { Failed } from './shared/Failed';
import { applyTheme } from './shared/theme';
import { tellDocument } from './shared/words';

async function start() {
  applyTheme();
  tellDocument();
  signedInBy(tokens);
  const root = createRoot(document.getElementById('root')!);
  try {
    await begin();
    root.render(<App />);
  } catch (error) {
    root.render(<Failed error={error} onRetry={() => location.reload()} />);
  }
}

void start(); // no top-level await: it doubles the number of files
