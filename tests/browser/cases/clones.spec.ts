/** Copies of hidden elements, and rows that are used again, show what they hold now. */
import { A, AD, B, C, HONEST, page, SPAM } from './harness/spam.ts';
import {
  type CaseTab,
  expect,
  expectHidden,
  expectSeen,
  expectSeenFor,
  inBoth,
  type Scene,
  twoFrames,
} from './harness/test.ts';

const LIST = `<ul id="list"><li class="row"><b>甲</b><p>${A}</p></li><li class="row" id="bad"><b>乙</b><p>${AD}</p></li><li class="row"><b>丙</b><p>${B}</p></li></ul>`;

async function swept(scene: Scene, body = LIST): Promise<CaseTab> {
  const tab = await scene.open(page(body));
  await expectHidden(tab, SPAM);
  return tab;
}

/** Acts that make an honest row out of a hidden one. Each shows its text at once. */
const REUSES: Readonly<Record<string, (text: string) => void>> = {
  'a copy with honest text, appended': (text) => {
    const copy = document.getElementById('bad')?.cloneNode(true) as HTMLElement;
    copy.removeAttribute('id');
    (copy.querySelector('p') as HTMLElement).textContent = text;
    document.getElementById('list')?.append(copy);
  },
  'a copy appended first, then given honest text': (text) => {
    const copy = document.getElementById('bad')?.cloneNode(true) as HTMLElement;
    document.getElementById('list')?.append(copy);
    (copy.querySelector('p') as HTMLElement).textContent = text;
  },
  'a copy whose text node is set': (text) => {
    const copy = document.getElementById('bad')?.cloneNode(true) as HTMLElement;
    document.getElementById('list')?.append(copy);
    const body = copy.querySelector('p')?.firstChild as Text;
    body.data = text;
  },
  'a copy by importNode into a fragment': (text) => {
    const fragment = document.createDocumentFragment();
    fragment.append(document.importNode(document.getElementById('bad') as HTMLElement, true));
    (fragment.querySelector('p') as HTMLElement).textContent = text;
    document.getElementById('list')?.append(fragment);
  },
  'a copy through a template': (text) => {
    const template = document.createElement('template');
    template.innerHTML = document.getElementById('bad')?.outerHTML ?? '';
    (template.content.querySelector('p') as HTMLElement).textContent = text;
    document.getElementById('list')?.append(template.content);
  },
  'markup of the row with another text': (text) => {
    const row = document.getElementById('bad') as HTMLElement;
    const said = row.querySelector('p')?.innerHTML ?? '';
    document.getElementById('list')?.insertAdjacentHTML('beforeend', row.outerHTML.replace(said, text));
  },
  'a copy of the whole list with honest texts': (text) => {
    const copy = document.getElementById('list')?.cloneNode(true) as HTMLElement;
    for (const each of copy.querySelectorAll('p')) each.textContent = text;
    document.body.append(copy);
  },
  'the row itself, its text node set': (text) => {
    const body = document.querySelector('#bad p')?.firstChild as Text;
    body.data = text;
  },
  'the row itself, its text replaced': (text) => {
    (document.querySelector('#bad p') as HTMLElement).textContent = text;
  },
  'the row itself, its markup replaced': (text) => {
    (document.getElementById('bad') as HTMLElement).innerHTML = `<b>丁</b><p>${text}</p>`;
  },
  'the row moved to the end with an honest text': (text) => {
    const row = document.getElementById('bad') as HTMLElement;
    document.getElementById('list')?.append(row);
    (row.querySelector('p') as HTMLElement).textContent = text;
  },
  'the row taken out, filled and put back': (text) => {
    const row = document.getElementById('bad') as HTMLElement;
    row.remove();
    (row.querySelector('p') as HTMLElement).textContent = text;
    document.getElementById('list')?.prepend(row);
  },
};

for (const [name, act] of Object.entries(REUSES))
  inBoth(`clones: ${name}`, async (scene) => {
    const tab = await swept(scene);
    await tab.evaluate(act, C);
    await tab.evaluate(twoFrames);
    await expectSeen(tab, A, B, C);
    await expectSeenFor(tab, 300, A, B, C);
    await expectHidden(tab, SPAM);
  });

inBoth('clones: a row given honest text while the page changes elsewhere', async (scene) => {
  const tab = await swept(scene, `${LIST}<p id="clock"></p>`);
  await tab.evaluate(() => {
    let ticks = 0;
    setInterval(() => {
      (document.getElementById('clock') as HTMLElement).textContent = `现在第 ${++ticks} 次更新`;
    }, 150);
  });
  await tab.waitFor(() => /第 3/.test(document.getElementById('clock')?.textContent ?? ''));
  for (const text of [C, HONEST[2] ?? '', HONEST[3] ?? '']) {
    await tab.evaluate((now) => {
      (document.querySelector('#bad p') as HTMLElement).textContent = now;
    }, text);
    await tab.evaluate(twoFrames);
    // The article holds two of the sentences too: the row itself is asked.
    expect(await tab.evaluate(() => document.querySelector('#bad p')?.getClientRects().length)).toBe(1);
    await tab.evaluate((now) => {
      (document.querySelector('#bad p') as HTMLElement).textContent = now;
    }, AD);
    await expectHidden(tab, SPAM);
  }
});

inBoth('clones: a list that uses its rows again as it is scrolled', async (scene) => {
  const tab = await scene.open(
    page(
      `<div id="view" style="height:200px;overflow:auto"><div style="height:4000px;position:relative"></div></div>
      <script>
        const view = document.getElementById('view');
        const spam = ${JSON.stringify(AD)};
        const rows = Array.from({ length: 12 }, () => {
          const row = document.createElement('div');
          row.className = 'row';
          row.style.cssText = 'position:absolute;height:20px;overflow:hidden;white-space:nowrap';
          row.append(document.createElement('span'));
          view.firstElementChild.append(row);
          return row;
        });
        function draw() {
          const first = Math.floor(view.scrollTop / 20);
          rows.forEach((row, at) => {
            const n = first + at;
            row.style.top = n * 20 + 'px';
            row.dataset.n = n;
            row.firstChild.textContent = n % 5 === 3 ? spam : '第' + n + '条留言：儿童区的采光很好';
          });
        }
        view.addEventListener('scroll', draw);
        draw();
      </script>`,
    ),
  );
  await expectHidden(tab, SPAM);
  for (const to of [300, 340, 1000, 1060, 60, 0]) {
    const lost = await tab.evaluate(async (top) => {
      const view = document.getElementById('view') as HTMLElement;
      view.scrollTop = top;
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      for (let at = 0; at < 3; at++) await frame();
      return [...view.querySelectorAll<HTMLElement>('.row')]
        .filter((row) => Number(row.dataset.n) % 5 !== 3)
        .filter((row) => (row.firstElementChild?.getBoundingClientRect().width ?? 0) < 50)
        .map((row) => row.dataset.n);
    }, to);
    expect(lost).toEqual([]);
    await expectHidden(tab, SPAM);
  }
});

inBoth('clones: a hidden row copied as it is stays hidden', async (scene) => {
  const tab = await swept(scene);
  await tab.evaluate(() => {
    const copy = document.getElementById('bad')?.cloneNode(true) as HTMLElement;
    document.getElementById('list')?.append(copy);
  });
  await expectHidden(tab, SPAM);
  await expectSeen(tab, A, B);
});

inBoth('clones: a hidden row moved elsewhere keeps its state', async (scene) => {
  const tab = await swept(scene, `${LIST}<div id="other"><p>${C}</p></div>`);
  await tab.evaluate(() => document.getElementById('other')?.append(document.getElementById('bad') as HTMLElement));
  await tab.evaluate(twoFrames);
  await expectSeenFor(tab, 300, A, B, C);
  await expectHidden(tab, SPAM);
});
