/** The panel of a finding: a page hears nothing of it, looks not into it, and has nobody press what cannot be seen. */
import { AD, farmLinks, page } from './harness/spam.ts';
import { type CaseTab, expect, inBoth, pressBar, type Scene, seen } from './harness/test.ts';

const SPAM = `<div id="spam"><p>${AD}</p>${farmLinks(12).join(' ')}</div>`;
/** A panel's buttons count once they have been seen for half a second. */
const SEEN_MS = 700;

/** What a page may hear of: everything that bubbles out of a shadow root, and more. */
const HEARD =
  'pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel pointerrawupdate gotpointercapture ' +
  'lostpointercapture mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave click auxclick dblclick contextmenu touchstart ' +
  'touchend touchmove touchcancel keydown keypress keyup focus blur focusin focusout DOMFocusIn DOMFocusOut DOMActivate beforetoggle toggle ' +
  'selectstart selectionchange dragstart drag dragend dragenter dragover dragleave drop wheel mousewheel DOMMouseScroll MozMousePixelScroll ' +
  'copy cut paste beforecopy beforecut beforepaste beforeinput input change invalid submit compositionstart compositionend scroll scrollend ' +
  'animationstart animationend transitionrun transitionstart transitionend command interest loseinterest slotchange load error';

interface Heard {
  /** Types of events that have come from where the panel stands. */
  readonly inside: readonly string[];
  /** Names of events' properties that gave away a node in the panel. */
  readonly leaks: readonly string[];
}

/** Writes down every event that tells of the panel. Runs in a page, as its first script. */
function listen(types: string): void {
  const inside = new Set<string>();
  const leaks = new Set<string>();
  const isForeign = (node: unknown): node is Node =>
    node instanceof Node && node !== document && node.getRootNode() !== document && node.isConnected;
  const isOurs = (node: unknown): boolean =>
    node instanceof Element && node.parentNode === document.documentElement && node.hasAttribute('popover');
  const hear = (event: Event): void => {
    for (let at: object | null = event; at !== null; at = Object.getPrototypeOf(at) as object | null)
      for (const name of Object.getOwnPropertyNames(at)) {
        let value: unknown;
        try {
          value = Reflect.get(at, name, event);
        } catch {
          continue;
        }
        if (isForeign(value)) leaks.add(`${event.type}.${name}`);
      }
    if (event.composedPath().some((node) => node instanceof ShadowRoot || isForeign(node)))
      leaks.add(`${event.type} path`);
    if (isOurs(event.target)) inside.add(event.type);
  };
  for (const type of types.split(' '))
    for (const target of [window, document, document.documentElement])
      for (const capture of [true, false]) target.addEventListener(type, hear, capture);
  Object.assign(window, {
    heard: (): Heard => ({ inside: [...inside], leaks: [...leaks] }),
    /** Nodes in the panel that can be had by asking for a place. */
    asked: (x: number, y: number) => {
      const found: unknown[] = [
        document.elementFromPoint(x, y),
        ...document.elementsFromPoint(x, y),
        document.activeElement,
      ];
      found.push(
        document.caretPositionFromPoint?.(x, y)?.offsetNode,
        getSelection()?.anchorNode,
        getSelection()?.focusNode,
      );
      return found.filter(isForeign).length;
    },
  });
}

const LISTENER = `<script>(${String(listen)})(${JSON.stringify(HEARD)})</script>`;

/** Opens the panel of the spam's bar; gives the place of its box. */
async function opened(tab: CaseTab): Promise<{ x: number; y: number; width: number; height: number }> {
  await pressBar(tab, '#spam');
  const box = await tab.waitFor(() => {
    const host = document.documentElement.lastElementChild;
    const { x, y, width, height } = host?.getBoundingClientRect() ?? new DOMRect();
    return host?.hasAttribute('popover') && width > 0 ? { x, y, width, height } : null;
  });
  if (!box) throw new Error('no panel');
  return box;
}

const isOpen = (tab: CaseTab) =>
  tab.evaluate(() => document.documentElement.lastElementChild?.hasAttribute('popover') ?? false);

inBoth('panel: no event in it reaches the page, and none gives away what is in it', async (scene) => {
  const tab = await scene.open(
    page(`${SPAM}<p id="drag" draggable="true">可以拖动的一段话，用来经过面板。</p>`, { head: LISTENER }),
  );
  await tab.front();
  const { x, y, width, height } = await opened(tab);
  const [middle, line] = [x + width / 2, y + 12];
  await tab.drag([x + 20, line], [middle, line]);
  await tab.wheelAt(middle, line);
  await tab.key('Tab');
  await tab.key('Tab');
  await tab.chord('all');
  await tab.chord('copy');
  await tab.chord('paste');
  await tab.type('ab');
  await tab.clickAt(middle, line);
  // Something of the page's own that is dragged over it.
  const from = await tab.evaluate(() => {
    const { left, top } = document.getElementById('drag')?.getBoundingClientRect() ?? new DOMRect();
    return [left + 20, top + 8] as [number, number];
  });
  const asked = await tab.evaluate(
    (left, top, w, h) => {
      const ask = (window as unknown as { asked(x: number, y: number): number }).asked;
      let found = 0;
      for (let at = 4; at < w; at += 12) for (let down = 4; down < h; down += 8) found += ask(left + at, top + down);
      return found;
    },
    x,
    y,
    width,
    height,
  );
  expect(asked).toBe(0);
  expect(await isOpen(tab)).toBe(true);
  await tab.drag(from, [middle, line]);
  const heard = await tab.evaluate(() => (window as unknown as { heard(): Heard }).heard());
  expect(heard).toEqual({ inside: [], leaks: [] });
});

/** What a page puts over the panel, seen and not to be pressed. Run in a page. */
const COVERS: Readonly<Record<string, () => void>> = {
  'a popover': () => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.id = 'cover';
    document.body.append(cover);
    cover.showPopover();
  },
  'a popover in a closed shadow root': () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML =
      '<style>#cover{position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:#fff;pointer-events:none}</style>';
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.id = 'cover';
    root.append(cover);
    cover.showPopover();
  },
  'the panel’s own element out of the top layer': () => {
    const cover = document.createElement('div');
    cover.id = 'cover';
    document.body.append(cover);
    cover.style.zIndex = '2147483647';
    const host = document.documentElement.lastElementChild as HTMLElement;
    host.hidePopover();
    document.documentElement.append(cover);
    Object.assign(window, { cover });
  },
};

const COVER =
  '<style>#cover{position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:#fff;pointer-events:none}</style>';

/** Presses the first button, by which the spam would be shown. */
async function pressShow(tab: CaseTab, box: { x: number; y: number; height: number }): Promise<void> {
  for (let at = 0; at < 4; at++) await tab.clickAt(box.x + 14 + at * 6, box.y + box.height - 18);
}

const rest = (tab: CaseTab, ms: number) =>
  tab.evaluate((time) => new Promise((next) => setTimeout(() => next(0), time)), ms);

for (const [name, put] of Object.entries(COVERS))
  inBoth(`panel: nothing is pressed through ${name}`, async (scene) => {
    const tab = await scene.open(page(SPAM, { head: COVER }));
    await tab.front();
    const box = await opened(tab);
    await tab.evaluate(put);
    await rest(tab, SEEN_MS);
    await pressShow(tab, box);
    await rest(tab, 300);
    expect(await seen(tab, '#spam')).not.toContain('百家乐');
  });

inBoth(
  'panel: the same press counts where nothing lies over it, not in the first half second',
  async (scene: Scene) => {
    const tab = await scene.open(page(SPAM, { head: COVER }));
    await tab.front();
    const box = await opened(tab);
    await rest(tab, SEEN_MS);
    await pressShow(tab, box);
    await expect.poll(() => seen(tab, '#spam')).toContain('百家乐');
  },
);

inBoth('panel: nothing is pressed in a frame that cannot be seen', async (scene) => {
  const inner = page(SPAM).replaceAll('"', '&quot;');
  const tab = await scene.open(
    page(`<iframe id="frame" style="opacity:0;width:700px;height:900px" srcdoc="${inner}"></iframe>`),
  );
  await tab.front();
  // The user presses the bar without seeing it.
  const bar = await tab.waitFor(() => {
    const frame = document.getElementById('frame') as HTMLIFrameElement;
    const found = frame.contentDocument?.querySelector('#spam[role=button], #spam [role=button]');
    found?.scrollIntoView({ block: 'center' });
    const [outer, box] = [frame.getBoundingClientRect(), found?.getBoundingClientRect()];
    return box && box.height > 0 ? { x: outer.x + box.x + 24, y: outer.y + box.y + box.height / 2 } : null;
  });
  if (!bar) throw new Error('no bar');
  await tab.clickAt(bar.x, bar.y);
  const box = await tab.waitFor(() => {
    const frame = document.getElementById('frame') as HTMLIFrameElement;
    const host = frame.contentDocument?.documentElement.lastElementChild;
    const [outer, own] = [frame.getBoundingClientRect(), host?.getBoundingClientRect()];
    return host?.hasAttribute('popover') && own && own.width > 0
      ? { x: outer.x + own.x, y: outer.y + own.y, height: own.height }
      : null;
  });
  if (!box) throw new Error('no panel');
  await rest(tab, SEEN_MS);
  await pressShow(tab, box);
  await rest(tab, 300);
  const text = await tab.evaluate(() => {
    const spam = (document.getElementById('frame') as HTMLIFrameElement).contentDocument?.getElementById('spam');
    return spam?.querySelector('p')?.getClientRects().length;
  });
  expect(text).toBe(0);
});
