/** Comments that a program posted with its links as markup. */
import { describe, expect, it } from 'vitest';
import { postedLinks } from '../../../lib/detect/posted-links.ts';
import { scoreUnits } from '../../../lib/detect/score-units.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const { lexicon } = bundledModel();

/** Is the text of a paragraph a posted one? Given as it is shown, brackets and all. */
function isPosted(text: string): boolean {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const outline = readOutline(parsePage(`<body><p>${escaped}</p></body>`), { host: 'forum.example.com' });
  return postedLinks(outline, scoreUnits(outline, lexicon))?.some((mark) => mark === 1) ?? false;
}

describe('posted links', () => {
  it.each([
    'Order cheap viagra online <a href="http://pills.example/a?id=1">buy cialis without prescription</a> overnight',
    'generic viagra [url=http://pills.example/b]online pharmacy no prescription[/url] buy tramadol online',
  ])('of a trade: %s', (text) => {
    expect(isPosted(text)).toBe(true);
  });

  it.each([
    'buy viagra online',
    'See <a href="https://docs.example/guide">the guide</a> for how to set the option, then restart.',
    '在页面里这样写：<a href="https://docs.example/">文档</a>，读者就会看到一个链接，点开是说明。',
    '记者发现，有人在留言板里写下 <a href="http://x.example">viagra</a> 之类的链接，管理员每天都要删除几百条。',
  ])('are none: %s', (text) => {
    expect(isPosted(text)).toBe(false);
  });
});
