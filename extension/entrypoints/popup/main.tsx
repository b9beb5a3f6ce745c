import { render } from 'preact';
import '../../ui/ui.css';
import './style.css';
import { Popup } from './Popup.tsx';

const root = document.getElementById('root');
if (root) render(<Popup />, root);
