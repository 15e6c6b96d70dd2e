import { showPage } from '../../lib/ui/showPage.ts';
import { Options } from './Options.tsx';

showPage('options_title', <Options />);
