/** The user's own words: a page that tries out candidates learns a handful of them, wherever it shows them. */
import { fingerprint } from '../../../lib/report/fingerprint.ts';
import { segmentsOfText } from '../../../lib/report/segments-of.ts';
import { page } from './harness/spam.ts';
import { type CaseTab, expect, expectHidden, inBoth, type Scene } from './harness/test.ts';

const WORDS = ['王小明', '李建国', '糖尿病', '南山小区', '红星中学', '抑郁症', '人民医院', '张三丰', '赵四海'];
/** So many different ones may be acted upon: see HANDFUL in lib/detect/own-words.ts. */
const HANDFUL = 5;
/** How long a page waits to see whether words vanish, in ms. */
const REST = 1500;

async function withWords(scene: Scene, story: () => Promise<void>): Promise<void> {
  await scene.set({ words: { spam: WORDS, honest: [] } });
  try {
    await story();
  } finally {
    await scene.set({ words: { spam: [], honest: [] } });
  }
}

const line = (word: string, style = ''): string => `<p class="try" style="${style}">${word}今天上午到场。</p>`;

/** How many lines are out of sight, in the page and its frames. Runs in a page. */
function hidden(): number {
  const documents = [document, ...Array.from(frames, (frame) => (frame as unknown as Window).document)];
  return documents
    .flatMap((one) => [...one.querySelectorAll('.try')])
    .filter((one) => one.getClientRects().length === 0 || one.hasAttribute('aria-label')).length;
}

async function rested(tab: CaseTab): Promise<number> {
  await tab.evaluate((ms) => new Promise((next) => setTimeout(() => next(0), ms)), REST);
  return tab.evaluate(hidden);
}

inBoth('words: those in text that nobody can see vanish not', (scene) =>
  withWords(scene, async () => {
    const out = [
      line(WORDS[0] as string, 'font-size:2px'),
      line(WORDS[1] as string, 'position:absolute;left:-9999px'),
      line(WORDS[2] as string, 'opacity:0'),
    ].join('');
    const tab = await scene.open(page(out));
    expect(await rested(tab)).toBe(0);
    // The same words in sight do.
    const shown = line(WORDS[0] as string).replace('<p', '<p id="shown"');
    await tab.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), shown);
    await expectHidden(tab, /王小明/, '#shown');
    expect(await rested(tab)).toBe(1);
  }),
);

inBoth('words: two of them in frames are hidden there', (scene) =>
  withWords(scene, async () => {
    const frames = WORDS.slice(0, 2).map(
      (word) => `<iframe srcdoc="${page(line(word), { farm: '' }).replaceAll('"', '&quot;')}"></iframe>`,
    );
    const tab = await scene.open(page(frames.join('')));
    await expect.poll(() => tab.evaluate(hidden)).toBe(2);
  }),
);

inBoth('words: one in each of many frames, and the page learns a handful at most', (scene) =>
  withWords(scene, async () => {
    const frames = WORDS.map(
      (word) => `<iframe srcdoc="${page(line(word), { farm: '' }).replaceAll('"', '&quot;')}"></iframe>`,
    );
    const tab = await scene.open(page(''));
    const most = await tab.evaluate(
      async (all, count, ms) => {
        let seen = 0;
        for (const html of all) {
          document.body.insertAdjacentHTML('beforeend', html);
          await new Promise((next) => setTimeout(next, 250));
        }
        const end = performance.now() + ms;
        while (performance.now() < end) {
          const gone = Array.from(frames, (frame) =>
            (frame as unknown as Window).document.querySelector('.try'),
          ).filter((one) => one !== null && (one.getClientRects().length === 0 || one.hasAttribute('aria-label')));
          seen = Math.max(seen, gone.length);
          await new Promise((next) => setTimeout(next, 50));
        }
        return { seen, frames: frames.length, count };
      },
      frames,
      WORDS.length,
      REST,
    );
    expect(most.frames).toBe(WORDS.length);
    expect(most.seen).toBeLessThanOrEqual(HANDFUL);
    expect(await scene.popup(tab, /像是在试探它们/)).toMatch(/像是在试探它们/);
  }),
);

/**
 * Shows each line under an address of its own, counts those that vanish and tells the server. Runs in a page, by
 * itself: a driver's call counts as a press of the user's.
 */
async function tryAddresses(lines: readonly string[]): Promise<void> {
  await new Promise((next) => addEventListener('load', next));
  const place = document.getElementById('place') as HTMLElement;
  const rest = () => new Promise((next) => setTimeout(next, 40));
  let gone = 0;
  while (document.getElementById('farm')?.firstElementChild?.getClientRects().length !== 0) await rest();
  for (const [at, html] of lines.entries()) {
    history.pushState(null, '', `?page=${at}`);
    place.innerHTML = html;
    for (let tries = 0; tries < 15; tries++) {
      await rest();
      const one = place.firstElementChild;
      if (one && one.getClientRects().length > 0 && !one.hasAttribute('aria-label')) continue;
      gone++;
      break;
    }
  }
  new Image().src = `/told?${gone} of ${lines.length}`;
}

inBoth('words: one under each of many addresses, and the page learns a handful at most', (scene) =>
  withWords(scene, async () => {
    const lines = JSON.stringify(WORDS.map((word) => line(word)));
    const script = `<script>(${String(tryAddresses)})(${lines.replaceAll('</', '<\\/')})</script>`;
    await scene.load(page('<div id="place"></div>', { head: script }));
    await expect.poll(() => scene.askedFor('/told')).toMatch(/^[1-5] of 9$/);
  }),
);

/** A block that the user hid on the site. */
const BLOCK = '本站招募周末志愿者，报名请到一楼服务台，名额二十人，先到先得，欢迎高中以上学生参加。';

inBoth('words: a block of the user’s own choice vanishes in sight alone', async (scene) => {
  const hide = { site: scene.host, fingerprint: fingerprint(segmentsOfText(BLOCK)), made: 1, used: 1, label: BLOCK };
  await scene.set({ ownHides: [hide] });
  try {
    const box = (id: string, style: string) => `<div id="${id}" style="${style}"><p>${BLOCK}</p></div>`;
    const tab = await scene.open(page(box('tiny', 'font-size:2px') + box('away', 'display:none')));
    await rested(tab);
    const marked = (id: string) =>
      tab.evaluate((one) => document.querySelectorAll(`#${one}[aria-label], #${one} [aria-label]`).length, id);
    expect([await marked('tiny'), await marked('away')]).toEqual([0, 0]);
    await tab.evaluate(() => {
      const away = document.getElementById('away');
      if (away) away.style.display = '';
    });
    await expectHidden(tab, /招募周末志愿者/, '#away');
    expect(await marked('tiny')).toBe(0);
  } finally {
    await scene.set({ ownHides: [] });
  }
});
