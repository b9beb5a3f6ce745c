import { render } from 'preact';
import { App } from './App.tsx';
import { startAppearance } from './appearance.ts';
import { handleKey } from './commands.ts';
import { startPanelWidth } from './panel-width.ts';
import { startSchool } from './school.ts';
import { startWorkspace } from './workspace.ts';

startAppearance();
startPanelWidth();
startSchool();
addEventListener('keydown', handleKey);
const place = document.getElementById('app');
if (place) render(<App ready={startWorkspace()} />, place);
