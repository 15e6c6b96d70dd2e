import type { PageReport } from './types.ts';

/** The report on a page with nothing on it; also of one that has not been judged yet. */
export const CLEAN_REPORT: PageReport = {
  verdict: 'clean',
  confidence: 0.99,
  reasons: [],
  original: null,
  title: null,
  findings: [],
};
