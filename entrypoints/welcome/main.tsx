import { showPage } from '../../lib/ui/showPage.ts';
import { Welcome } from './Welcome.tsx';

showPage('welcome_title', <Welcome />);
