// Puts the window on the page. The shared styles come first: each place's own stand after them.
import './style/tokens.css';
import './style/codes.css';
import './style/ui.css';
import './style/app.css';
import { createRoot } from 'react-dom/client';
import { must } from '../shared/must.ts';
import { App } from './app.tsx';
import { sayWhenMended } from './say-mended.ts';

sayWhenMended();
createRoot(must(document.getElementById('app'), 'the page has a place for the window')).render(<App />);
