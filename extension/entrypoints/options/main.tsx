import { render } from 'preact';
import '../../ui/ui.css';
import './style.css';
import { Options } from './Options.tsx';

const root = document.getElementById('root');
if (root) render(<Options />, root);
