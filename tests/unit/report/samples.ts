/** Texts that try to be more than text, and drafts that hold them. Mild spam words only. */
import { DEFAULT_SHARES, type Draft, type ReportBlock } from '../../../lib/report/draft.ts';
import { fingerprint } from '../../../lib/report/fingerprint.ts';
import type { ReportWords } from '../../../lib/report/markdown.ts';

export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[点我](javascript:alert(1)) ![](https://track.example/p.png) <javascript:alert(1)>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the hostile text itself
  '{{ secrets.TOKEN }} ${process.env} <%= 7*7 %> {% raw %}',
  '@maintainer please /close #1 fixes #2 GH-3 saozhu/saozhu#4',
  '``` ````` ~~~\n```\n# heading',
  '\u202e反转\u2066方向\u200b零宽\u{e0041}',
  '--- \n- [ ] task\n| a | b |\n|---|---|',
  '</textarea></pre><h1>x</h1>&lt;b&gt;',
  "'; DROP TABLE x; --",
];

export function block(texts: readonly string[], more: Partial<ReportBlock> = {}): ReportBlock {
  const lines = texts.map((text) => ({ text, link: 'none' as const }));
  return { before: '前一行', lines, after: '后一行', cut: false, fingerprint: fingerprint(texts), ...more };
}

export function draft(more: Partial<Draft> = {}): Draft {
  return {
    version: 1,
    id: '0123456789abcdef0123456789abcdef',
    kind: 'falsePositive',
    address: 'https://user:secret@news.example/a/b.html?id=7#top',
    finding: {
      kind: 'farm',
      confidence: 0.97,
      reasons: [
        { code: 'linkList', count: 41 },
        { code: 'words', family: 'gambling' },
      ],
    },
    blocks: [block(['友情链接', '本地新闻', '天气预报'])],
    made: 1_700_000_000_000,
    changed: 1_700_000_000_000,
    state: 'draft',
    shares: DEFAULT_SHARES,
    note: '',
    inPrivate: false,
    ...more,
  };
}

export const WORDS: ReportWords = {
  title: '误报',
  address: '网址',
  finding: '判断',
  text: '文字',
  note: '说明',
  cutText: '（文字太长，已截断）',
  reasons: ['链接列表'],
  cutForAddress: '（网址放不下全文，已截断）',
  data: '数据',
  program: '扫蛛 0.1.0',
};
