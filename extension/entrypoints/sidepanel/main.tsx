import { render } from 'preact';
import '../../ui/ui.css';
import './style.css';
import { SidePanel } from './SidePanel.tsx';

const root = document.getElementById('root');
if (root) render(<SidePanel />, root);
