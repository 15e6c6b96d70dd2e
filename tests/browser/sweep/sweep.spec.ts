import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { openPopupInTab, stored } from '../ui/helpers.ts';
import { buttons, markup, openBar, press, seenText, set } from './helpers.ts';
import { article, block, FARM_WORDS, farm, HEAD, HONEST, INFECTED, OWN_WORDS, page as whole } from './pages.ts';

const URL_ = 'http://news.example.com/a.html';

test.beforeEach(async ({ extension }) => {
  await set(await extension.worker(), { 'settings.words': OWN_WORDS });
});

test('hides a stuffed head and a farm, and nothing else', async ({ page, pages }) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seenText(page)).not.toContain(FARM_WORDS[0]);
  const text = await seenText(page);
  for (const word of FARM_WORDS) expect(text).not.toContain(word);
  for (const line of HONEST) expect(text).toContain(line);
  expect(text).toContain('首页');
});

test('hidden text is out of find-in-page, copy and the accessibility tree', async ({ page, pages }) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seenText(page)).not.toContain(HEAD);
  const copied = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.body);
    return getSelection()?.toString() ?? '';
  });
  expect(copied).toContain(HONEST[0]);
  expect(copied).not.toContain('娱乐城');
  expect(await page.evaluate(() => (window as unknown as { find(text: string): boolean }).find('百家乐'))).toBe(false);
  // A bar's own text is emptied when the page's scripts have had their time.
  await expect.poll(() => page.locator('body').ariaSnapshot()).not.toContain('娱乐城');
});

test('allowing the site brings the page back exactly, and disallowing hides again, without reload', async ({
  page,
  pages,
  extension,
}) => {
  const worker = await extension.worker();
  await set(worker, { 'settings.allowedSites': ['news.example.com'] });
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seenText(page)).toContain(HEAD);
  const plain = await markup(page);
  await set(worker, { 'settings.allowedSites': [] });
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await set(worker, { 'settings.allowedSites': ['example.com'] });
  await expect.poll(() => seenText(page)).toContain(HEAD);
  expect(await markup(page)).toEqual(plain);
});

test('pausing and the end of the pause take effect at once, and leave the page as a run without the extension does', async ({
  page,
  pages,
  extension,
}) => {
  const worker = await extension.worker();
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  await set(worker, { 'settings.pause': 'forever' });
  await expect.poll(() => seenText(page)).toContain(HEAD);
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  expect(`<!doctype html>${html}`).toBe(INFECTED);
  await set(worker, { 'settings.pause': null });
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
});

test('a bar shows and hides its finding, says why, and its reveal outlasts later sweeps', async ({ page, pages }) => {
  await page.goto(pages.serve(URL_, whole(`${article()}<footer>${block()}</footer>`)));
  await openBar(page);
  await press(page, '显示');
  await expect.poll(() => seenText(page)).toContain('娱乐城');
  await page.evaluate(() => {
    document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>本报记者将持续关注后续进展。</p>');
  });
  await stays(
    1200,
    () => seenText(page),
    (text) => expect(text).toContain('娱乐城'),
  );
  await press(page, '为什么');
  await expect.poll(async () => (await buttons(page)).find((one) => one.name === '为什么')?.expanded).toBe(true);
  await press(page, '重新折叠');
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
});

test('"not spam" reveals now, and after a reload too', async ({ page, pages, extension }) => {
  await page.goto(pages.serve(URL_, whole(`${article()}<footer>${block()}</footer>`)));
  await openBar(page);
  await press(page, '不是垃圾');
  await expect.poll(() => seenText(page)).toContain('娱乐城');
  const worker = await extension.worker();
  await expect.poll(() => stored(worker, 'keeps')).toHaveLength(1);
  await page.reload();
  await stays(
    800,
    () => seenText(page),
    (text) => expect(text).toContain('娱乐城'),
  );
});

test('a stretch of spam gives way to dots, which can be pressed, and the text is the same node throughout', async ({
  page,
  pages,
  extension,
}) => {
  const html = whole(`${article()}<p id="mixed">${HONEST[0]}${HEAD}。${HONEST[1]}</p>`);
  await page.goto(pages.serve(URL_, html));
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  const mixed = () => page.evaluate(() => document.getElementById('mixed')?.firstChild?.nodeValue);
  expect(await mixed()).toBe(`${HONEST[0]}⋯${HONEST[1]}`);
  const at = await page.evaluate(() => {
    const text = document.getElementById('mixed')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf('⋯'));
    range.setEnd(text, text.data.indexOf('⋯') + 1);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(at.x, at.y);
  await expect.poll(async () => (await buttons(page)).map(({ name }) => name)).toContain('显示');
  await press(page, '显示');
  await expect.poll(mixed).toBe(`${HONEST[0]}${HEAD}。${HONEST[1]}`);
  await press(page, '重新折叠');
  await expect.poll(mixed).toBe(`${HONEST[0]}⋯${HONEST[1]}`);
  await set(await extension.worker(), { 'settings.pause': 'forever' });
  await expect.poll(() => page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`)).toBe(html);
});

test('a page that changes its own text node keeps working', async ({ page, pages }) => {
  await page.goto(
    pages.serve(
      URL_,
      whole(
        `${article()}<div id="ticker">${HEAD}<br></div>`,
        `<script>addEventListener('DOMContentLoaded', () => { window.node = document.getElementById('ticker').firstChild; });</script>`,
      ),
    ),
  );
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  await page.evaluate((text) => {
    (window as unknown as { node: Text }).node.nodeValue = text;
  }, HONEST[3] ?? '');
  await expect.poll(() => seenText(page)).toContain(HONEST[3]);
  await page.evaluate(() => {
    const { node } = window as unknown as { node: Text };
    node.parentNode?.removeChild(node);
  });
  await stays(
    300,
    () => page.evaluate(() => document.getElementById('ticker')?.textContent),
    (text) => expect(text).toBe(''),
  );
});

test('more than eight bars have no words any more', async ({ page, pages }) => {
  const body = Array.from(
    { length: 12 },
    (_, at) => `${article()}<p>${HONEST[at % 4]}</p>${farm(6).replace('id="farm"', '')}`,
  ).join('');
  await page.goto(pages.serve(URL_, whole(`${article()}${body}`)));
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  const painted = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[aria-label]')].map((bar) => getComputedStyle(bar, '::before').content),
    );
  await expect.poll(async () => (await painted()).filter((words) => words.includes('已折叠'))).toHaveLength(8);
  await expect.poll(async () => (await painted()).filter((words) => words.startsWith('"⋯'))).toHaveLength(4);
});

test('a page that undoes the hiding again and again is left alone, and the popup says so', async ({
  page,
  pages,
  extension,
}) => {
  const html = whole(`${article()}<footer>${farm()}</footer>`);
  await page.goto(pages.serve(URL_, html));
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  const rounds = await page.evaluate(async () => {
    for (let round = 0; round < 100; round++) {
      const hidden = [...document.querySelectorAll('footer *')].filter((one) =>
        one.getAttributeNames().some((name) => /^[a-z]{12}$/.test(name)),
      );
      if (hidden.length === 0) return round;
      for (const element of hidden)
        for (const { name } of [...element.attributes]) if (/^[a-z]{12}$/.test(name)) element.removeAttribute(name);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return -1;
  });
  expect(rounds).toBeGreaterThan(1);
  expect(rounds).toBeLessThan(30);
  expect(await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`)).toBe(html);
  const popup = await openPopupInTab(extension, page);
  await expect(popup.getByText('已停止清扫')).toBeVisible();
});
