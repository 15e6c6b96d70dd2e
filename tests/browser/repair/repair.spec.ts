import { expect, type Page, test } from '@playwright/test';
import { Chromium } from '../../../tools/browsers/chromium.ts';
import { PageServer } from '../../../tools/browsers/pages.ts';
import { convert, damage } from '../../unit/text/artefact/damage.ts';
import { PROSE } from '../../unit/text/artefact/prose.ts';
import { stays } from '../harness/time.ts';
import { repairScript } from './bundle.ts';

// One browser for all: the pages need nothing of each other.
test.describe.configure({ mode: 'default' });

let browser: Chromium;
let pages: PageServer;

test.beforeAll(async () => {
  pages = await PageServer.start();
  browser = await Chromium.launch({ proxyPort: pages.port, extension: null });
});

test.afterAll(async () => {
  await browser.close();
  await pages.close();
});

const HONEST = PROSE.map(convert);
const DAMAGED = damage(HONEST, { depth: 60, form: 'toned', decoder: 'question' });
const ARTICLE = DAMAGED.map((text) => `<p>${text}</p>`).join('');

/** Opens a page and starts repair in it, as `repair`. Waits for nothing. */
async function open(body: string, title = 'x', suspected = true): Promise<Page> {
  const page = await browser.context.newPage();
  const html = `<!doctype html><title>${title}</title><body>${body}`;
  await page.goto(pages.serve('http://www.mirror.example/article.html', html));
  await page.addScriptTag({ content: await repairScript() });
  await page.evaluate((hint) => {
    const scope = globalThis as unknown as { repairPart: { PageRepair: new (options: object) => unknown } };
    const started = new scope.repairPart.PageRepair({
      document,
      quietly: (write: () => unknown) => write(),
      suspected: hint,
    });
    Object.assign(scope, { repair: started });
  }, suspected);
  return page;
}

const ask = <Value>(page: Page, code: string): Promise<Value> => page.evaluate<Value>(code);
const paragraphs = (page: Page) => page.locator('p').allTextContents();

test('repairs all texts and counts the spots', async () => {
  const page = await open(ARTICLE);
  await expect.poll(() => paragraphs(page)).toEqual(HONEST);
  const marks = DAMAGED.join('').split(')').length - HONEST.join('').split(')').length;
  expect(await ask(page, 'repair.repaired()')).toBe(marks);
  await page.close();
});

test('repairs the title, title and alt attributes, link texts and texts parted by markup', async () => {
  const page = await open(
    `${ARTICLE}<a href="#" title="技術(shù)">產(chǎn)業(yè)</a><img alt="經(jīng)濟" title="引發(fā)">
    <div id="a"><font>技術</font>(shù)的進步</div><div id="b"><b>將向</b>?qū)W術(shù)界</div><div id="c">技術</div><div id="d">(shù)</div>`,
    '技術(shù)的進步_引發(fā)',
  );
  await expect.poll(() => page.title()).toBe('技術的進步_引發');
  await expect.poll(() => page.locator('a').getAttribute('title')).toBe('技術');
  expect(await page.locator('a').textContent()).toBe('產業');
  expect(await page.locator('img').getAttribute('alt')).toBe('經濟');
  expect(await page.locator('img').getAttribute('title')).toBe('引發');
  expect(await page.locator('#a').textContent()).toBe('技術的進步');
  expect(await page.locator('#b').textContent()).toBe('將向學術界');
  expect(await page.locator('#d').textContent()).toBe('(shù)');
  await page.close();
});

test('leaves code, fields and what can be edited alone', async () => {
  const closed = `<pre>技術(shù)</pre><code>技術(shù)</code><textarea>技術(shù)</textarea><input value="技術(shù)" title="技術(shù)">
    <div contenteditable><span>技術(shù)</span></div><ruby>技術(shù)<rt>x</rt></ruby><kbd>技術(shù)</kbd><script type="text/plain">技術(shù)</script>`;
  const page = await open(`<main>${closed}</main>${ARTICLE}`);
  await expect.poll(() => paragraphs(page)).toEqual(HONEST);
  expect(await page.locator('main').innerHTML()).toBe(
    await ask(
      page,
      `new DOMParser().parseFromString(${JSON.stringify(`<main>${closed}</main>`)}, 'text/html').querySelector('main').innerHTML`,
    ),
  );
  await page.close();
});

test('puts every original back, except where the page has changed it', async () => {
  const page = await open(`${ARTICLE}<a title="技術(shù)">x</a>`);
  await expect.poll(() => paragraphs(page)).toEqual(HONEST);
  await ask(page, `document.querySelectorAll('p')[3].firstChild.data = '新'; repair.stop()`);
  expect(await paragraphs(page)).toEqual(DAMAGED.with(3, '新'));
  expect(await page.locator('a').getAttribute('title')).toBe('技術(shù)');
  await page.close();
});

test('repairs what comes later, also when the evidence comes piece by piece', async () => {
  const page = await open('<p>技術(shù)</p>');
  for (const text of DAMAGED) {
    await ask(
      page,
      `{ const p = document.createElement('p'); p.textContent = ${JSON.stringify(text)}; document.body.append(p); repair.changed([p]) }`,
    );
  }
  await expect.poll(() => paragraphs(page)).toEqual(['技術', ...HONEST]);
  await page.close();
});

test('repairs a text that was split or taken out between being read and being written', async () => {
  const page = await open(ARTICLE);
  await expect.poll(() => paragraphs(page)).toEqual(HONEST);
  // The repairer lets the page have a turn before it reads the new texts, before it gathers them and before it writes.
  await ask(
    page,
    `new Promise((done) => {
      let turns = 0;
      scheduler.yield = async () => {
        await Promise.resolve();
        if (++turns !== 3) return;
        delete scheduler.yield;
        first.firstChild.splitText(10);
        const [head, tail] = second.childNodes;
        head.appendData(tail.data);
        tail.remove();
        done();
      };
      const [first, second] = [document.createElement('p'), document.createElement('p')];
      first.textContent = second.textContent = ${JSON.stringify(DAMAGED.join(' '))};
      second.firstChild.splitText(5);
      document.body.append(first, second);
      repair.changed([first, second]);
    })`,
  );
  const ALL = HONEST.join(' ');
  await expect.poll(() => paragraphs(page)).toEqual([...HONEST, ALL, ALL]);
  await ask(page, `repair.stop()`);
  expect(await paragraphs(page)).toEqual([...DAMAGED, DAMAGED.join(' '), DAMAGED.join(' ')]);
  await page.close();
});

test('loses nothing of a text that the page takes apart after it was repaired', async () => {
  const page = await open(ARTICLE);
  await expect.poll(() => paragraphs(page)).toEqual(HONEST);
  await ask(page, `document.querySelector('p').firstChild.splitText(5)`);
  await ask(page, 'repair.stop()');
  expect(await paragraphs(page)).toEqual([HONEST[0], ...DAMAGED.slice(1)]);
  await page.close();
});

test('tries again what it could not repair whole once it knows more', async () => {
  const page = await open(`${ARTICLE}<p>單位、簡單、訂單</p><p id="late">技術(shù)的單(dān)位</p>`);
  const late = () => page.locator('#late').textContent();
  await expect.poll(late).toBe('技術的單(dān)位');
  await ask(
    page,
    `{ const p = document.createElement('p'); p.textContent = '單(dān)位、單(dān)位、簡單(dān)'; document.body.append(p); repair.changed([p]) }`,
  );
  await expect.poll(late).toBe('技術的單位');
  await ask(page, 'repair.stop()');
  expect(await late()).toBe('技術(shù)的單(dān)位');
  await page.close();
});

test('is not led astray by a form that hides the DOM’s own names, nor by a huge text', async () => {
  const names = ['getAttribute', 'querySelectorAll', 'closest', 'parentNode', 'textContent', 'localName'];
  const huge = `${DAMAGED.join(' ')} `.repeat(100);
  const page = await open(
    `<form title="技術(shù)">${names.map((name) => `<input name="${name}">`).join('')}<p>${huge}</p></form>${ARTICLE}`,
  );
  await expect.poll(() => paragraphs(page)).toEqual([`${HONEST.join(' ')} `.repeat(100), ...HONEST]);
  expect(await ask(page, `document.querySelector('form').attributes.title.value`)).toBe('技術');
  await page.close();
});

test('reads nothing where the sweep found no hint, and all once it finds one', async () => {
  const page = await open(ARTICLE, 'x', false);
  await stays(
    300,
    () => paragraphs(page),
    (now) => expect(now).toEqual(DAMAGED),
  );
  await ask(page, 'repair.suspect()');
  await expect.poll(() => paragraphs(page)).toEqual(HONEST);
  await page.close();
});

test('touches nothing on an honest page', async () => {
  const honest = HONEST.map((text) => `<p>${text}</p>`).join('');
  const page = await open(`${honest}<p>龜(guī)裂、長度(mm)、酷開(coocaa)</p>`);
  await stays(
    300,
    () => paragraphs(page),
    (now) => expect(now).toEqual([...HONEST, '龜(guī)裂、長度(mm)、酷開(coocaa)']),
  );
  expect(await ask(page, 'repair.repaired()')).toBe(0);
  await page.close();
});
