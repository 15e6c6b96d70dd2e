import { describe, expect, it } from 'vitest';
import { check, checkTogether } from '../../../tools/bin/arrows.ts';

describe('arrows run one way', () => {
  it.each([
    ['lib/text/fold.ts', "import { x } from '../model/score.ts';", 'text may not import model'],
    ['lib/text/fold.ts', "export * from '../detect/full-detector.ts';", 'text may not import detect'],
    ['lib/model/score.ts', "const x = await import('../outline/walk.ts');", 'model may not import outline'],
    ['lib/outline/walk.ts', "type X = import('../detect/types.ts').Finding;", 'outline may not import detect'],
    ['lib/outline/deep/walk.ts', "import type { X } from '../../page/hide.ts';", 'outline may not import page'],
    ['lib/detect/full-detector.ts', "import { hide } from '../page/hide.ts';", 'detect may not import page'],
    ['lib/detect/full-detector.ts', "import browser from 'webextension-polyfill';", 'package webextension-polyfill'],
    ['lib/detect/full-detector.ts', "import { t } from '../i18n.ts';", 'detect may not import i18n'],
    ['lib/settings/write-settings.ts', "import { createDetector } from '../detect/full-detector.ts';", 'types alone'],
    [
      'lib/settings/write-settings.ts',
      "import { type Care, createDetector } from '../detect/full-detector.ts';",
      'types alone',
    ],
    ['lib/page/hide.ts', "import { Button } from '../ui/button.tsx';", 'page may not import ui'],
    ['lib/page/sweep.ts', "import { Panel } from '../extras/panel.ts';", 'page may not import extras'],
    ['lib/page/hide/hider.ts', "import type { Panel } from '../../extras/panel.ts';", 'page may not import extras'],
    ['lib/page/load-extras.ts', "const x = await import('../extras/start.ts');", 'page may not import extras'],
    ['lib/page/hide.ts', "import { start } from '../../entrypoints/content/index.ts';", 'may not import entrypoints'],
    ['lib/page/hide.ts', "import { x } from '../../tools/bench.ts';", 'may not import tools/bench.ts'],
    ['lib/page/hide.ts', "import { h } from 'preact';", 'package preact'],
    ['entrypoints/popup/main.tsx', "import { x } from '../options/list.ts';", 'an entrypoint may not import another'],
    ['lib/novelty/x.ts', '', 'no part of the architecture'],
  ])('%s: %s', (path, code, words) => {
    expect(check(path, code).join()).toContain(words);
  });

  it.each([
    ['lib/model/score.ts', "import { fold } from '../text/fold.ts'; import data from '../../assets/model.json';"],
    ['lib/text/fold.ts', "import { x } from './units.ts';"],
    ['lib/extras/panel.ts', "import { Sweep } from '../page/sweep.ts';"],
    ['lib/settings/schema.ts', "import type { Care } from '../detect/types.ts';"],
    ['lib/settings/schema.ts', "import { type Care } from '../detect/types.ts';"],
    ['entrypoints/content/index.ts', "import { sweep } from '../../lib/page/sweep.ts'; import './style.css';"],
    ['entrypoints/background.ts', "import { defineBackground } from 'wxt/utils/define-background';"],
  ])('allowed: %s: %s', (path, code) => {
    expect(check(path, code)).toEqual([]);
  });
});

describe('what reads pages goes through lib/dom.ts', () => {
  it.each(['a.parentNode', 'a?.nextSibling', "a['childNodes']", 'text.data', 'form.querySelector("a")'])(
    '%s',
    (code) => {
      for (const part of ['outline', 'detect', 'page'])
        expect(check(`lib/${part}/x.ts`, code).join()).toContain(`lib/${part}/x.ts:1: a page's nodes are read through`);
      expect(check('lib/model/x.ts', code)).toEqual([]);
      expect(check('lib/dom.ts', code)).toEqual([]);
    },
  );
});

describe('pure parts touch no browser and write to no page', () => {
  it.each([
    'browser.storage.local.get()',
    'const { runtime } = chrome;',
    'if (window.innerWidth) {}',
    'const style = getComputedStyle(element);',
    'node.remove();',
    'element?.setAttribute("hidden", "");',
    'parent.insertBefore(a, b);',
    'text.splitText(3);',
    'text.normalize();',
    'element.classList.add("x");',
    'element.textContent = "";',
    'element.style.display = "none";',
    'element.dataset.seen = "1";',
    'element["className"] = "x";',
  ])('%s', (code) => {
    for (const part of ['text', 'model', 'outline', 'detect']) {
      expect(check(`lib/${part}/x.ts`, code).join()).toContain(`lib/${part}/x.ts:1: a pure part may not`);
    }
    expect(check('lib/extras/x.ts', code)).toEqual([]);
  });

  it.each([
    'const folded = text.normalize("NFKC");',
    'const own = { browser: 2 };',
    'seen.add(node); seen.delete(node); list.push(x);',
    'const shown = textOf(element); finding.title = shown;',
    'if (element.classList.contains("x")) {}',
    'const kind = site.browser;',
  ])('allowed: %s', (code) => {
    expect(check('lib/outline/x.ts', code)).toEqual([]);
  });
});

describe('nowhere a request or markup from strings', () => {
  it.each([
    ['await fetch("https://example.com");', 'no request ever'],
    ['new XMLHttpRequest();', 'no request ever'],
    ['navigator.sendBeacon("/x", "");', 'no request ever'],
    ['element.innerHTML = words;', 'no markup from strings'],
    ['element.insertAdjacentHTML("beforeend", words);', 'no markup from strings'],
    ['document.write(words);', 'no markup from strings'],
    ['eval(words);', 'no code from strings'],
    ['new Function(words);', 'no code from strings'],
  ])('%s', (code, words) => {
    expect(check('entrypoints/popup/main.ts', code).join()).toContain(words);
    expect(check('lib/page/x.ts', code).join()).toContain(words);
  });

  it('names the line', () => {
    expect(check('lib/page/x.ts', '\n\nfetch("x");')).toEqual(['lib/page/x.ts:3: no request ever: fetch']);
  });
});

describe('no circle between files', () => {
  const a = "import { b } from './b.ts'; export const a = b;";
  it.each([
    ['of values', { 'lib/page/a.ts': a, 'lib/page/b.ts': "import { a } from './a.ts'; export const b = a;" }],
    [
      'closed by a type',
      { 'lib/page/a.ts': a, 'lib/page/b.ts': "import type { A } from './a.ts'; export const b = 1;" },
    ],
    ['closed by a type in a type', { 'lib/page/a.ts': a, 'lib/page/b.ts': "export type B = import('./a.ts').A;" }],
    [
      'of three',
      { 'lib/page/a.ts': a, 'lib/page/b.ts': "export * from './c.ts';", 'lib/page/c.ts': "import './a.ts';" },
    ],
  ])('%s', (_, files) => {
    const way = Object.keys(files).concat('lib/page/a.ts').join(' → ');
    expect(checkTogether(files)).toEqual([`a circle: ${way}`]);
  });

  it('a file that two others need is none', () => {
    const needs = "import { c } from './c.ts';";
    const files = { 'lib/page/a.ts': `${needs} import './b.ts';`, 'lib/page/b.ts': needs, 'lib/page/c.ts': '' };
    expect(checkTogether(files)).toEqual([]);
  });
});

describe('no name stands for two things', () => {
  it.each([
    ['export const judge = 1;', 'export function judge() {}'],
    ['export interface judge {}', 'const judge = 1; export { judge };'],
    ['export class judge {}', 'const a = 1; export { a as judge };'],
    ['export const x = 1, judge = 2;', 'export async function* judge() {}'],
  ])('exported by two files: %s, %s', (one, other) => {
    const files = { 'lib/text/one.ts': one, 'entrypoints/popup/two.tsx': other };
    expect(checkTogether(files)).toEqual(['lib/text/one.ts and entrypoints/popup/two.tsx: both export judge']);
  });

  it('what is only passed on, or kept in the file, is no second one', () => {
    const files = {
      'lib/text/one.ts': 'export const judge = 1;',
      'lib/text/two.ts': "export { judge } from './one.ts'; export * from './one.ts';",
      'lib/text/three.ts': 'const judge = 1; export const other = judge;',
    };
    expect(checkTogether(files)).toEqual([]);
  });

  it.each([
    ['lib/page/marks.ts', 'lib/text/marks.ts', 'two files of one name'],
    ['lib/page/marks.ts', 'lib/ui/Marks.tsx', 'two files of one name'],
    ['lib/page/mark.ts', 'lib/text/marks.ts', 'their names differ by one letter'],
    ['lib/report/store.ts', 'lib/settings/stored.ts', 'their names differ by one letter'],
  ])('%s and %s', (one, other, words) => {
    expect(checkTogether({ [one]: '', [other]: '' })).toEqual([`${one} and ${other}: ${words}`]);
  });

  it.each([
    ['lib/background/tabs.ts', 'lib/outline/tags.ts'],
    ['lib/page/style.ts', 'entrypoints/popup/style.ts'],
  ])('allowed: %s and %s', (one, other) => {
    expect(checkTogether({ [one]: '', [other]: '' })).toEqual([]);
  });
});
