/**
 * Compares a page in a browser with the extension with the same page in one without: nodes, texts, and what is given
 * back.
 */
import type { Driven } from '../browsers/driven.ts';
import type { PageServer } from '../browsers/pages.ts';
import type { Shape } from './page/recorder.ts';

/** Half a tab is all that is needed. */
export type FuzzTab = Pick<Driven, 'evaluate' | 'waitFor'> & {
  goto(url: string): Promise<void>;
  close(): Promise<void>;
};

/** Two tabs that look at the same pages, on a host of their own. */
export interface Lane {
  readonly host: string;
  readonly pages: PageServer;
  readonly plain: FuzzTab;
  readonly ours: FuzzTab;
  /** false where `ours` is a browser without us too: what fails there is the page's own doing. */
  readonly sweeps: boolean;
  /** Allows the host, or takes that back. */
  readonly allow: (on: boolean) => Promise<void>;
}

export interface Subject {
  readonly name: string;
  readonly html: string;
  /** Sentences that must be seen; none where nobody knows. */
  readonly honest: readonly string[];
  /** true where a farm with the id `farm` tells that the page has been swept. */
  readonly farm: boolean;
}

/**
 * How long a page may take to be swept or given back, and how long it rests until it counts as swept where nothing
 * tells, in ms.
 */
const SWEPT = 8000;
const REST = 300;

/** The page with the recorder in it as its first script; no other script of the page runs. */
function withRecorder(html: string, recorder: string): { body: string; headers: Record<string, string> } {
  const script = `<script nonce="fuzz">${recorder}</script>`;
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  return {
    body: `${doctype}${script}${html.slice(doctype.length)}`,
    headers: { 'content-security-policy': "script-src 'nonce-fuzz'; frame-src 'none'; object-src 'none'" },
  };
}

const shapeOf = (): Shape => (window as unknown as { shape(): Shape }).shape();

/** What is wrong with one page; empty where nothing is. */
export async function compareIdentity(lane: Lane, subject: Subject, recorder: string): Promise<string[]> {
  const url = lane.pages.serve(`http://${lane.host}/page.html`, withRecorder(subject.html, recorder));
  await lane.plain.goto(url);
  const plain = await lane.plain.evaluate(shapeOf);
  await lane.ours.goto(url);
  const swept = await settled(lane.ours, subject.farm && lane.sweeps);
  const wrong = differences(plain, swept, subject.honest);
  await lane.allow(true);
  const given = await until(lane.ours, (shape) => shape.html === plain.html);
  if (given.html !== plain.html) wrong.push(`given back otherwise: ${firstDifference(plain.html, given.html)}`);
  wrong.push(...differences(plain, given, subject.honest).map((each) => `given back: ${each}`));
  await lane.allow(false);
  return wrong;
}

/** What is wrong with a page without spam: it must be, byte for byte, as in a browser without us. */
export async function compareHonest(lane: Lane, name: string, html: string, recorder: string): Promise<string[]> {
  const url = lane.pages.serve(`http://${lane.host}/${name}.html`, withRecorder(html, recorder));
  await lane.plain.goto(url);
  const plain = await lane.plain.evaluate(shapeOf);
  await lane.ours.goto(url);
  const swept = await settled(lane.ours, false);
  // How often a parser takes out what is nested badly depends on the pieces in which a page comes.
  const wrong = differences(plain, swept, []).filter((each) => !each.startsWith('put in'));
  if (swept.html !== plain.html) wrong.push(`touched: ${firstDifference(plain.html, swept.html)}`);
  if (swept.seen !== plain.seen) wrong.push('something else is seen');
  return wrong;
}

async function until(tab: FuzzTab, done: (shape: Shape) => boolean): Promise<Shape> {
  const end = Date.now() + SWEPT;
  for (;;) {
    const shape = await tab.evaluate(shapeOf);
    if (done(shape) || Date.now() > end) return shape;
    await new Promise((next) => setTimeout(next, 40));
  }
}

/** The page once it has been swept: its farm is out of sight, or nothing has changed for a while. */
async function settled(tab: FuzzTab, farm: boolean): Promise<Shape> {
  if (farm) await tab.waitFor(isFarmHidden);
  let [last, since] = [await tab.evaluate(shapeOf), Date.now()];
  while (Date.now() - since < REST) {
    await new Promise((next) => setTimeout(next, 60));
    const now = await tab.evaluate(shapeOf);
    if (now.html !== last.html) since = Date.now();
    last = now;
  }
  return last;
}

/** Whether the farm that stands on each made page is out of sight. Runs in a page. */
export function isFarmHidden(): boolean {
  const links = [...document.querySelectorAll('#farm a')];
  const range = document.createRange();
  return links.every((link) => {
    range.selectNodeContents(link);
    return [...range.getClientRects()].every(({ width, height }) => width === 0 || height === 0);
  });
}

function differences(plain: Shape, ours: Shape, honest: readonly string[]): string[] {
  const wrong: string[] = [];
  const at = plain.nodes.findIndex((node, index) => node !== ours.nodes[index]);
  if (plain.nodes.length !== ours.nodes.length || at >= 0)
    wrong.push(
      `nodes: ${plain.nodes.length} and ${ours.nodes.length}, from ${at}: ${plain.nodes[at]} and ${ours.nodes[at]}`,
    );
  if (!ours.same) wrong.push('nodes: others than when the page had loaded');
  if (plain.added !== ours.added || plain.removed !== ours.removed)
    wrong.push(`put in ${plain.added} and ${ours.added}, taken out ${plain.removed} and ${ours.removed}`);
  plain.texts.forEach((text, index) => {
    const now = ours.texts[index] ?? '';
    const emptied = now.trim() === '' && !honest.some((sentence) => text.includes(sentence));
    if (!emptied && !isEditOf(text, now))
      wrong.push(`text: ${text.trim().slice(0, 80)} is now ${now.trim().slice(0, 80)}`);
  });
  for (const sentence of honest)
    if (plain.seen.includes(sentence) && !ours.seen.includes(sentence)) wrong.push(`not seen: ${sentence}`);
  return wrong;
}

/** White space by which a whole text is known again. */
const SEAL = /[ \t]{12}$/;

/** Whether a text is another with stretches left out, each behind a mark. */
function isEditOf(text: string, now: string): boolean {
  if (text === now) return true;
  if (!now.includes('⋯')) return false;
  let from = 0;
  const shown = now.replace(SEAL, '');
  return shown.split('⋯').every((piece) => {
    const found = text.indexOf(piece, from);
    from = found + piece.length;
    return found >= 0;
  });
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return `${one.slice(Math.max(0, at - 40), at + 60)} ≠ ${other.slice(Math.max(0, at - 40), at + 60)}`;
}
