/**
 * A minimal page from a report: the reported text in its likeliest shape, amid an honest article of ours. Text only;
 * nothing of the report becomes markup.
 */
import type { ReportLine } from '../../lib/report/draft.ts';
import type { SentBlock, SentReport } from '../../lib/report/sent-report.ts';

/** Marks the reported text in a case's page. */
export const CASE_ATTRIBUTE = 'data-case';
/** Marks our own text, which must never be hidden. */
export const HONEST_ATTRIBUTE = 'data-honest';
/** The address that cases are judged at. */
export const CASE_URL = 'https://case.example/page.html';
/** From this share of links on, the lines are laid out as a list. */
const LIST_SHARE = 0.8;

const HONEST_BEFORE = [
  '市图书馆本周末延长开放时间',
  '市图书馆昨天公布，从本周六起，阅览室的开放时间延长到晚上九点，自习区同步开放，读者凭证件即可入座。',
  '馆方介绍，延长开放是为了方便白天上班的居民，今后还会视人数增加座位，并在三楼设立儿童阅读角。',
];
const HONEST_AFTER = [
  '记者在现场看到，新添的座位旁都装了插座和台灯，志愿者正在整理书架，帮助读者查找图书的位置。',
  '图书馆提醒，周一照常闭馆整理，归还图书可以使用门口的自助设备，逾期一天以内不收取费用。',
];

/** The page's source. */
export function casePage(report: SentReport): string {
  const paragraphs = (texts: readonly string[]): string =>
    texts.map((text) => `<p ${HONEST_ATTRIBUTE}>${escapeText(text)}</p>`).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escapeText(HONEST_BEFORE[0] ?? '')}</title></head>
<body>
${paragraphs(HONEST_BEFORE)}
${report.blocks.map(blockHtml).join('\n')}
${paragraphs(HONEST_AFTER)}
</body>
</html>
`;
}

function blockHtml(block: SentBlock): string {
  const line = (text: string): string => (text === '' ? '' : `<p>${escapeText(text)}</p>\n`);
  return `${line(block.before)}${linesHtml(block.lines)}\n${line(block.after)}`.trimEnd();
}

function linesHtml(lines: readonly ReportLine[]): string {
  const links = lines.filter((line) => line.link !== 'none').length;
  const texts = lines.map(lineHtml);
  if (lines.length > 1 && links >= lines.length * LIST_SHARE) {
    return `<ul ${CASE_ATTRIBUTE}>\n${texts.map((text) => `<li>${text}</li>`).join('\n')}\n</ul>`;
  }
  return `<p ${CASE_ATTRIBUTE}>${texts.join('\n')}</p>`;
}

/** Links lead to reserved names: within the site, or each to a host of its own. */
function lineHtml(line: ReportLine, at: number): string {
  const text = escapeText(line.text);
  if (line.link === 'none') return text;
  return `<a href="${line.link === 'own' ? `/${at + 1}.html` : `http://host${at + 1}.example/`}">${text}</a>`;
}

/** Text for a page: markup's own marks, and all that can't be seen, as character references. */
export function escapeText(text: string): string {
  return text.replace(
    /[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Default_Ignorable_Code_Point}/gu,
    (found) => `&#${found.codePointAt(0)};`,
  );
}
