/** Looks at every frame of a page: a script in the page's own head, so that it sees the first one too. */

/**
 * Counts frames, and those in which one of the fixtures' spam words takes room on the page. An element that changes its
 * size in each frame has the browser tell of that after all callbacks of the frame, ours among them, right before it
 * paints.
 */
export const RECORDER = `<script>
window.frames_ = { all: 0, dirty: 0, first: '', links: 0 };
const probe = document.createElement('i');
probe.style.cssText = 'position:fixed;left:-9px;top:0;width:1px;height:1px';
document.documentElement.append(probe);
let width = 1;
(function next() {
  probe.style.width = (width = 3 - width) + 'px';
  requestAnimationFrame(next);
})();
new ResizeObserver(() => {
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT), range = document.createRange();
  let seen = '';
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some((box) => box.width > 0 && box.height > 0)) seen += node.data;
  }
  window.frames_.all++;
  const hit = /娱乐城|百家乐|私服|贷款秒批/.exec(seen);
  if (hit) { window.frames_.dirty++; window.frames_.links = Math.max(window.frames_.links, [...document.querySelectorAll('#farm a')].filter((a) => a.getClientRects().length > 0).length); window.frames_.first ||= [Math.round(performance.now()), document.readyState, seen.slice(Math.max(0, hit.index - 30), hit.index + 70)].join(' '); }
}).observe(probe);
</script>`;

export interface Frames {
  all: number;
  dirty: number;
  first: string;
  /** Most links of the farm that were seen in one frame. */
  links: number;
}

/** What the recorder has counted; runs in the page. */
export function frames(): Frames {
  return (window as unknown as { frames_: Frames }).frames_;
}

/** Cuts a text into pieces of so many characters, tags and all. */
export function cut(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}

/**
 * A line with one of the user's own words that is none of the recorder's: it is hidden as soon as the settings have
 * come.
 */
export const PROBE = '<p id="probe">探路词</p>';

/** Is the probe in the page, and hidden? Runs in the page. */
export function isProbeHidden(): boolean {
  const probe = document.getElementById('probe');
  if (probe === null) return false;
  const range = document.createRange();
  range.selectNodeContents(probe);
  return ![...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
}

/** How many links of the farm take room on the page. Runs in the page. */
export function paintedLinks(): number {
  return [...document.querySelectorAll('#farm a')].filter((link) => link.getClientRects().length > 0).length;
}
