import { showPage } from '../../lib/ui/page.ts';
import { Welcome } from '../../lib/ui/welcome/Welcome.tsx';

showPage('welcome_title', <Welcome />);
