import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { MIRROR_CERTAIN, mirrorEvidence, weighMirror } from '../../../lib/detect/mirror.ts';
import { hasOwnSpam } from '../../../lib/detect/posted.ts';
import { describeWith } from '../corpus.ts';
import { convert, damage } from '../text/artefact/damage.ts';
import { PROSE } from '../text/artefact/prose.ts';

const CLEAN = '../shared/corpus/clean';
const URL = 'http://www.mirror.example.com/news/1.html';
const CONVERTED = PROSE.map(convert);

function documentOf(body: string, head = ''): Document {
  const html = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  return parseHTML(serialize(parse(html))).document as unknown as Document;
}
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const codes = (document: Document, url = URL, spam = false) =>
  mirrorEvidence(document, url, spam).reasons.map(({ code }) => code);

describe('mirrorEvidence', () => {
  it('names a page with the artefact', () => {
    const damaged = damage(CONVERTED, { depth: 34, form: 'toned', decoder: 'question' });
    const found = mirrorEvidence(documentOf(paragraphs(damaged)), URL);
    expect(found.probability).toBeGreaterThan(MIRROR_CERTAIN);
    expect(found.reasons.map(({ code }) => code)).toEqual(['artefact', 'converted']);
    expect(found.reasons[0]?.count).toBeGreaterThan(40);
    expect(found.original).toBeNull();
  });

  it('names a page with the trace of a mirror program', () => {
    const head = '<script>var V_PATH="/";window.onerror=function(){ return true; };</script>';
    const found = mirrorEvidence(documentOf(paragraphs(PROSE), head), URL);
    expect(found.probability).toBeGreaterThan(MIRROR_CERTAIN);
    expect(found.reasons).toEqual([{ code: 'mirrorScript' }]);
  });

  it('weighs machine-made Traditional with an address in a known site’s shape, and names that site', () => {
    const line = '本文引用地址:http://www.mirror.example.com/article/202502/123456.htm';
    const found = mirrorEvidence(documentOf(paragraphs([...CONVERTED, line])), URL);
    expect(found.probability).toBeGreaterThan(MIRROR_CERTAIN - 0.2);
    expect(codes(documentOf(paragraphs([...CONVERTED, line])))).toEqual(['converted', 'mirrorAddress']);
    expect(found.original).toBe('www.eepw.com.cn');
  });

  it('asks the page’s own text, not what others have posted there', () => {
    const damaged = damage(CONVERTED, { depth: 34, form: 'toned', decoder: 'question' }).slice(0, 3);
    const line = '本文引用地址:http://www.wanted.example.org/article/202502/123456.htm';
    const posts = [...damaged, line].map((text) => `<li class="item"><b>读者</b><p>${text}</p></li>`).join('');
    const article = paragraphs(PROSE);
    for (const list of [
      `<ol class="Comment-list">${posts}</ol>`,
      `<div id="all-replies"><ul>${posts}</ul></div>`,
      // Nothing tells such a list; there it is too little beside the page's own text.
      `<ul>${posts}</ul>${article.repeat(12)}`,
    ]) {
      const found = mirrorEvidence(documentOf(`<h1>标题</h1>${article}${list}`, ''), URL, false);
      expect(found.probability).toBeLessThan(0.1);
    }
    const named = mirrorEvidence(documentOf(`<h1>标题</h1>${article}<ol class="comments">${posts}</ol>`), URL);
    expect(named.original).toBeNull();
    // A name for the whole page is none of a list.
    const whole = `<div class="has-comments"><h1>标题</h1>${paragraphs(damaged)}</div>`;
    expect(mirrorEvidence(documentOf(whole), URL).probability).toBeGreaterThan(MIRROR_CERTAIN);
  });

  it('takes spam that others have posted for no trace of a mirror program', () => {
    const document = documentOf(`<div class="comment-list"><p>甲</p></div><p>乙</p>`);
    const finding = (selector: string) => {
      const first = document.querySelector(selector) as Element & ChildNode;
      return { parts: [{ first, last: first }] };
    };
    expect(hasOwnSpam([finding('div p')])).toBe(false);
    expect(hasOwnSpam([finding('div p'), finding('div + p')])).toBe(true);
  });

  it('tells repair whether there is anything to look for', () => {
    const annotated = (texts: readonly string[]) => mirrorEvidence(documentOf(paragraphs(texts)), URL).annotated;
    expect(annotated(CONVERTED)).toBe(false);
    expect(annotated(['龜(guī)裂、長度(mm)、饕餮(tiè)'])).toBe(false);
    expect(annotated(['技術(shù)、產(chǎn)品、引發(fā )'])).toBe(true);
  });

  it('does not call the known site itself a mirror', () => {
    const line = '本文引用地址:http://www.eepw.com.cn/article/202502/123456.htm';
    const found = mirrorEvidence(
      documentOf(paragraphs([...PROSE, line])),
      'http://www.eepw.com.cn/article/202502/123456.htm',
    );
    expect(found).toMatchObject({ reasons: [], original: null });
    expect(found.probability).toBeLessThan(0.05);
  });

  it('is not certain by machine-made Traditional alone, and is with spam around it', () => {
    expect(codes(documentOf(paragraphs(CONVERTED)))).toEqual(['converted']);
    expect(mirrorEvidence(documentOf(paragraphs(CONVERTED)), URL).probability).toBeLessThan(0.5);
    expect(mirrorEvidence(documentOf(paragraphs(CONVERTED)), URL, true).probability).toBeGreaterThan(MIRROR_CERTAIN);
  });

  it.each([
    ['Copyright © 2001-2024 news.elsewhere.com.cn All Rights Reserved', 'news.elsewhere.com.cn'],
    ['版权所有 人民网 京ICP证000000号', null],
    ['政府网站标识码:1234567890', null, 'agency'],
  ])('takes a line of somebody else as a weak clue: %s', (line, original, code = 'alienCopyright') => {
    const found = mirrorEvidence(documentOf(paragraphs([...PROSE, line])), URL);
    expect(found.reasons).toEqual([{ code }]);
    expect(found.original).toBe(original);
    expect(found.probability).toBeLessThan(0.2);
  });

  it('weighs an agency’s report on converted pages only, and not on the agency’s own', () => {
    const line = '新華社北京2月13日電（記者王明）';
    const copyright = '版權所有 人民網';
    const texts = paragraphs([...CONVERTED, line, copyright]);
    expect(codes(documentOf(texts))).toEqual(['converted', 'alienCopyright', 'agency']);
    expect(mirrorEvidence(documentOf(texts), URL).probability).toBeGreaterThan(MIRROR_CERTAIN);
    const report = paragraphs([...CONVERTED, line]);
    expect(mirrorEvidence(documentOf(report), URL).probability).toBeLessThan(0.7);
    expect(codes(documentOf(report), 'http://big5.news.cn/1.htm')).toEqual(['converted']);
  });

  it.each([
    ['an agency’s report', [...PROSE, '新华社北京2月13日电（记者王明）']],
    ['own copyright line', [...PROSE, 'Copyright © 2024 mirror.example.com']],
    ['a repost that names its source', [...PROSE, '原文地址:https://news.elsewhere.com.cn/a/1.html']],
    ['its own address', [...PROSE, '本文地址:http://www.mirror.example.com/news/1.html']],
    [
      'native Traditional',
      CONVERTED.map((text) =>
        text
          .replaceAll('于', '於')
          .replaceAll('后', '後')
          .replaceAll('并', '並')
          .replaceAll('里', '裡')
          .replaceAll('么', '麼'),
      ),
    ],
    ['nothing', []],
  ])('finds nothing on a page with %s', (_name, texts) => {
    expect(codes(documentOf(paragraphs(texts)), URL, true)).toEqual([]);
  });

  it('reads past what a page puts in the way', () => {
    const clobber = '<img name="body"><form name="getElementsByTagName"></form><form id="scripts"></form>';
    expect(codes(documentOf(clobber + paragraphs(PROSE)))).toEqual([]);
  });
});

describeWith(CLEAN, 'honest pages', () => {
  it('are none of them a mirror, not nearly', { timeout: 120_000 }, () => {
    const near = readdirSync(CLEAN)
      .filter((name) => name.endsWith('.html'))
      .map((name) => {
        const host = name.replace(/^hard-(?:h\d+-)?/, '').replace(/(?:-[0-9a-f]{8})?\.html$/, '');
        const html = readFileSync(`${CLEAN}/${name}`, 'utf8');
        const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script/gi)].map((match) => match[1] ?? '');
        const text = html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '').replace(/<[^>]*>/g, '');
        return { name, ...weighMirror({ text, scripts }, `http://${host}/`) };
      })
      .filter(({ probability }) => probability > 0.5);
    expect(near).toEqual([]);
  });
});
