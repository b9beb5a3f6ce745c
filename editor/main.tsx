import './theme.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/panes.css';
import './styles/start.css';
import './styles/text.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { startAppearance } from './appearance.ts';
import { handleKey } from './commands.ts';
import { startPanelWidth } from './panel-width.ts';
import { startWorkspace } from './workspace.ts';

startAppearance();
startPanelWidth();
addEventListener('keydown', handleKey);
const place = document.getElementById('app');
if (place) render(<App ready={startWorkspace()} />, place);
