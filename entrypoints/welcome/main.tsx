import { showPage } from '../../lib/ui/page.ts';
import { Welcome } from './Welcome.tsx';

showPage('welcome_title', <Welcome />);
