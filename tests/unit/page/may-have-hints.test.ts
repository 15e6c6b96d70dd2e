import { expect, it } from 'vitest';
import { mayHaveHints } from '../../../lib/page/may-have-hints.ts';

const page = (readyState: string, URL: string) => ({ readyState, URL }) as unknown as Document;

it('hints are given to pages of the web that begin, and to no others', () => {
  expect(mayHaveHints(page('loading', 'https://news.example.com/'))).toBe(true);
  expect(mayHaveHints(page('loading', 'http://[2001:db8::7]:8080/'))).toBe(true);
  expect(mayHaveHints(page('interactive', 'https://news.example.com/'))).toBe(false);
  for (const url of ['file:///home/me/a.html', 'about:srcdoc', 'about:blank', 'blob:https://a.example/1'])
    expect(mayHaveHints(page('loading', url)), url).toBe(false);
});
