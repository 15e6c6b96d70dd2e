import { formatDate, language, t } from '../../lib/i18n.ts';
import type { Draft } from '../../lib/report/draft.ts';
import { writeMarkdown } from '../../lib/report/markdown.ts';
import { reportPage } from '../../lib/report/open-report.ts';
import { privacyUrl } from '../../lib/report/repository.ts';
import { sentReport } from '../../lib/report/sent-report.ts';
import { findingLines, kindName, programVersion, reportWords, stateName } from '../../lib/ui/report-words.ts';
import { BlockEditor } from './BlockEditor.tsx';
import { Choices } from './Choices.tsx';
import { type OpenDraft, useDraft } from './useDraft.ts';
import { WaysOut } from './WaysOut.tsx';

/** The page on which a report is looked through and taken out of the extension. */
export function ReportPage({ id }: { readonly id: string }) {
  const open = useDraft(id);
  const { draft } = open;
  if (draft === null) return null;
  return (
    <main class="report">
      {draft === 'gone' ? <Gone /> : <Report {...open} draft={draft} />}
      <Privacy />
    </main>
  );
}

/** Where the project has a home, its page on what is kept. */
function Privacy() {
  const url = privacyUrl(language());
  if (url === null) return null;
  return (
    <footer class="soft small">
      <a href={url} target="_blank" rel="noopener noreferrer">
        {t('report_privacy')}
      </a>
    </footer>
  );
}

function Gone() {
  return (
    <>
      <h1>{t('report_title')}</h1>
      <p>{t('report_gone')}</p>
    </>
  );
}

function Report({ draft, revision, failed, same, edit, save }: OpenDraft & { readonly draft: Draft }) {
  const report = sentReport(draft, programVersion(), draft.changed);
  const finding = findingLines(draft.finding);
  return (
    <>
      <header>
        <h1>{kindName(draft.kind)}</h1>
        <p class="soft">{t('report_nothing_sent')}</p>
      </header>
      {same[0] && <Before earlier={same[0]} />}
      {draft.inPrivate && <p class="notice">{t('report_private')}</p>}
      {draft.noRoom && <p class="notice">{t('report_no_room')}</p>}
      {failed && (
        <p class="notice" role="alert">
          {t('report_not_stored')}
        </p>
      )}
      {finding.length > 0 && (
        <section aria-labelledby="why">
          <h2 id="why">{t('report_why')}</h2>
          <ul class="reasons">
            {finding.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="what">
        <h2 id="what">{t(draft.kind === 'missed' ? 'report_what_missed' : 'report_what_hidden')}</h2>
        {draft.blocks.map((block, at) => (
          <BlockEditor
            key={`${revision} ${at}`}
            block={block}
            name={t('report_block', at + 1)}
            around={draft.shares.around}
            onChange={(changed) => edit({ blocks: draft.blocks.map((other, nth) => (nth === at ? changed : other)) })}
          />
        ))}
      </section>
      <section aria-labelledby="choose">
        <h2 id="choose">{t('report_choose')}</h2>
        <Choices draft={draft} onShares={(shares) => edit({ shares })} onNote={(note) => edit({ note })} />
      </section>
      <div class="part">
        <h2 id="all">{t('report_preview')}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <section class="card preview" aria-labelledby="all" tabIndex={0}>
          <pre>{writeMarkdown(report, reportWords(report))}</pre>
        </section>
      </div>
      <WaysOut
        report={report}
        onState={(state) => {
          edit({ state });
          return save();
        }}
        onLater={save}
      />
    </>
  );
}

function Before({ earlier }: { readonly earlier: Draft }) {
  return (
    <p class="notice">
      <strong>{t('report_same')}</strong> {formatDate(earlier.made)} · {stateName(earlier.state)}{' '}
      <a href={reportPage(earlier.id)}>{t('report_same_open')}</a>
    </p>
  );
}
