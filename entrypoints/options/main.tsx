import { Options } from '../../lib/ui/options/Options.tsx';
import { showPage } from '../../lib/ui/page.ts';

showPage('options_title', <Options />);
