import { showPage } from '../../lib/ui/showPage.ts';
import { ReportPage } from './ReportPage.tsx';

const id = new URLSearchParams(location.search).get('draft') ?? '';
showPage('report_title', <ReportPage id={id} />);
