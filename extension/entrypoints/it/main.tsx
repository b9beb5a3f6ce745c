import { render } from 'preact';
import '../../ui/ui.css';
import './style.css';
import { It } from './It.tsx';

const root = document.getElementById('root');
if (root) render(<It />, root);
