/**
 * From the detector's report on the whole page to what is hidden: this hands the findings to hide/frame-hiding.ts, that
 * to hide/hider.ts, which sets the attributes that the rules of hide/sheet.ts go by.
 */
import { hasOwnSpam } from '../detect/posted.ts';
import type { PageReport } from '../detect/types.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { Extras } from './extras-interface.ts';
import type { Hiding } from './hide/frame-hiding.ts';
import type { Judge } from './page-judge.ts';

interface Around {
  readonly hiding: Hiding;
  readonly judgement: Judge;
  readonly extras: () => Pick<Extras, 'own' | 'mirrored'> | null;
  readonly items: Extras['items'];
}

/**
 * Brings what is hidden into line with a report, with what stands in shadow roots and with what the user hides.
 * @returns the report on the page by itself
 */
export function settle(report: PageReport, settings: PageSettings, around: Around): PageReport {
  const { hiding, judgement, items } = around;
  const extras = around.extras();
  const own = judgement.inSight(extras?.own(settings) ?? []);
  const inside = judgement.inside(settings);
  const found = items([...report.findings, ...inside], null);
  const bare = { ...report, findings: [] };
  hiding.settle(
    [...found, ...own],
    settings.keeps.map(({ fingerprint }) => fingerprint),
  );
  judgement.awaitSight(report);
  return extras?.mirrored(bare, hasOwnSpam(report.findings)) ?? bare;
}
