import { showPage } from '../../lib/ui/page.ts';
import { Options } from './Options.tsx';

showPage('options_title', <Options />);
