import './theme.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/panes.css';
import './styles/empty.css';
import './styles/start.css';
import './styles/small.css';
import './styles/text.css';
import { prepareAsLastTime } from './prepare.ts';

/** What the page runs first, and small: the largest parts are on their way before the window's own code is here. */
prepareAsLastTime();
void import('./main.tsx');
