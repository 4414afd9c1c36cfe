import './shared/tokens.css';
import { applyTheme } from './shared/theme';
import { tellDocument } from './shared/words';

applyTheme();
tellDocument();
