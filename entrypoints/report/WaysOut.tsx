import { useState } from 'preact/hooks';
import browser from '../../lib/browser.ts';
import { t } from '../../lib/i18n.ts';
import type { ReportState } from '../../lib/report/draft.ts';
import { issueUrl } from '../../lib/report/issue-url.ts';
import { writeMarkdown } from '../../lib/report/markdown.ts';
import { reportFileName, writeReportFile } from '../../lib/report/report-file.ts';
import { ISSUES } from '../../lib/report/repository.ts';
import type { SentReport } from '../../lib/report/sent-report.ts';
import { reportWords } from '../../lib/ui/report-words.ts';

interface Props {
  readonly report: SentReport;
  readonly onState: (state: ReportState) => Promise<void>;
  /** Stores what is not stored yet. */
  readonly onLater: () => Promise<void>;
}

/** How a report leaves: always by the user's hand. An issue can be opened only while the project has a list of them. */
export function WaysOut({ report, onState, onLater }: Props) {
  const [said, say] = useState('');
  const words = reportWords(report);
  const issue = ISSUES === null ? null : issueUrl(report, words, ISSUES);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(writeMarkdown(report, words));
      await onState('copied');
      say(t('report_copied'));
    } catch {
      say(t('report_copy_failed'));
    }
  };

  const save = async (): Promise<void> => {
    const address = URL.createObjectURL(new Blob([writeReportFile(report)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = reportFileName(report);
    link.click();
    // The download has read the address by then.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    await onState('saved');
    say(t('report_saved'));
  };

  return (
    <section class="ways" aria-labelledby="ways">
      <h2 id="ways">{t('report_ways')}</h2>
      {issue !== null && <p class="soft">{t('report_ways_why')}</p>}
      {issue?.cut && <p class="notice small">{t('report_cut_notice')}</p>}
      <div class="buttons">
        {issue !== null && (
          <a
            class="button primary"
            href={issue.url}
            target="_blank"
            rel="noopener noreferrer"
            onClick={() => void onState('opened')}
          >
            {t('report_open_issue')}
          </a>
        )}
        <button type="button" class={issue === null ? 'button primary' : 'button'} onClick={() => void copy()}>
          {t('report_copy')}
        </button>
        <button type="button" class="button" onClick={() => void save()}>
          {t('report_save')}
        </button>
        <button type="button" class="button" onClick={() => void onLater().then(closeTab)}>
          {t('report_later')}
        </button>
      </div>
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
