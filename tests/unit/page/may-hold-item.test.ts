import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/detect/types.ts';
import { Entry } from '../../../lib/page/hide/entry.ts';
import { mayHoldItem } from '../../../lib/page/may-hold-item.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const SPAM = '百家乐官网澳门网上赌场皇冠现金网真人娱乐城';

/** Is the second script asked about the spam with this id? */
function isAsked(body: string, kind: Finding['kind'] = 'injected'): boolean {
  const element = parsePage(`<body>${body}</body>`).querySelector('#bad') as Element;
  const entry = new Entry('a', {
    kind,
    confidence: 1,
    parts: [],
    links: 0,
    chars: SPAM.length,
    snippet: '',
    segments: [],
    reasons: [],
  });
  entry.targets = [{ element }];
  return mayHoldItem(entry);
}

describe('mayHoldItem', () => {
  const honest = '<li><b>小李</b><p>新馆的座位比老馆多了不少，周末带孩子去正合适。</p></li>';

  it('says so of nearly all of a comment', () => {
    expect(isAsked(`<ul>${honest}<li><b>小张</b><p id="bad">${SPAM}</p><i>回复</i></li>${honest}</ul>`)).toBe(true);
  });

  it('not of what stands alone, nor of what has a long text beside it', () => {
    expect(isAsked(`<div><p id="bad">${SPAM}</p></div>`)).toBe(false);
    const long = '这是一段很长的正文，讲的是图书馆的事情。'.repeat(20);
    expect(isAsked(`<div><p>${long}</p><p id="bad">${SPAM}</p></div><div><p>${long}</p></div>`)).toBe(false);
  });

  it('not of what the user hid', () => {
    expect(isAsked(`<ul>${honest}<li><p id="bad">${SPAM}</p><i>回复</i></li></ul>`, 'own')).toBe(false);
  });
});
