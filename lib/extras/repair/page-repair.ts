/**
 * Repairs a mirrored page's text in place: gathers evidence, writes in slices, follows the page's changes, and puts
 * every original back on request. Where the sweep saw no hint at the artefact nothing is read.
 */

import { isAttached, rootOf } from '../../dom.ts';
import { Edits } from '../../page/hide/edits.ts';
import { turn } from '../../page/slices.ts';
import { Census } from '../../text/artefact/census.ts';
import { convertedLeftovers } from '../../text/artefact/converted.ts';
import { type ArtefactEvidence, weighArtefact } from '../../text/artefact/evidence.ts';
import { buildGbk } from '../../text/artefact/gbk.ts';
import { readingOf } from '../../text/artefact/lookup.ts';
import { repairSteps, repairText } from '../../text/artefact/repair-text.ts';
import { frame } from './paint.ts';
import { type Place, placesIn } from './places.ts';
import { type RepairedPlace, RepairedPlaces } from './repaired-places.ts';

export interface RepairOptions {
  readonly document: Document;
  /** The keeper of all edits; one of its own where it is absent. */
  readonly edits?: Edits;
  /** Runs what writes to the page so that the sweep's own observer does not see a change of the page. */
  readonly quietly: <Value>(write: () => Value) => Value;
  /** Whether the artefact is repaired; false where the user wants the conversion alone. Default: true. */
  readonly artefact?: boolean;
  /** Gives the Traditional → Simplified conversion for converted pages; absent where the user did not ask for it. */
  readonly simplify?: () => Promise<(text: string) => string>;
  /** Could the page hold the artefact, as far as the sweep has looked? */
  readonly suspected: boolean;
  /** Is the page known from elsewhere to have been made from Simplified by a machine? */
  readonly isConverted?: () => boolean;
  /** Called after texts were repaired. */
  readonly onChange?: () => void;
  /** Called when mend() can do more than before, before anything is written. */
  readonly onLearned?: () => void;
}

/**
 * Shorter than the sweep's slices: the objects that are made and dropped here set off garbage collections, 2 to 13 ms
 * on a busy machine, in the middle of a slice.
 */
const SLICE_MS = 6;
/** A slice that ends with writing what it worked out leaves room for that. */
const WORK_MS = 4;
/** Places kept while the evidence does not suffice yet. */
const MAX_WAITING = 50_000;
/** Places with marks left that are tried again when more characters turn out to be annotated. */
const MAX_LEFT = 2000;

/**
 * A place with what the page itself said there when it was found: its text may be split or joined before its turn
 * comes.
 */
interface Found {
  readonly place: Place;
  readonly original: string;
}

/** Begins to repair a page that the sweep has read. */
export class PageRepair {
  readonly #options: RepairOptions;
  readonly #edits: Edits;
  readonly #originals: RepairedPlaces;
  readonly #census = new Census();
  #roots: Node[] = [];
  #waiting: Found[] = [];
  #left: Found[] = [];
  #evidence: ArtefactEvidence | null = null;
  #convert: ((text: string) => string) | null = null;
  #converted = false;
  #suspected = false;
  #running = false;
  #stopped = false;
  #spots = 0;
  #since = 0;

  constructor(options: RepairOptions) {
    this.#options = options;
    this.#edits = options.edits ?? new Edits();
    this.#originals = new RepairedPlaces(this.#edits, (text) => this.mend(text));
    if (options.simplify !== undefined || options.suspected) this.suspect();
  }

  /** How many spots were repaired: annotations taken away. */
  repaired(): number {
    return this.#spots;
  }

  /** Is the page known to have been made from Simplified by a machine? Only then is it ever shown in Simplified. */
  isConverted(): boolean {
    return this.#converted;
  }

  /** A text that was taken from the page, repaired and converted as the page's own places are. */
  mend(text: string): string {
    const evidence = this.#evidence;
    const mended = evidence === null || this.#options.artefact === false ? text : repairText(text, evidence).text;
    return this.#convert === null ? mended : this.#convert(mended);
  }

  /** The page may hold the artefact after all: from now on all of it is read. */
  suspect(): void {
    if (this.#suspected) return;
    this.#suspected = true;
    const root = rootOf(this.#options.document);
    if (root !== null) this.changed([root]);
  }

  /** New or changed nodes of the page (whole subtrees). */
  changed(nodes: readonly Node[]): void {
    if (!this.#suspected) return;
    for (const node of nodes) this.#roots.push(node);
    void this.#run();
  }

  /** Ends, and puts back every original that the page has not changed itself. */
  stop(): void {
    this.#stopped = true;
    this.#options.quietly(() => this.#originals.restore());
    this.#spots = 0;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      await turn();
      while (this.#roots.length > 0 && !this.#stopped) {
        this.#since = performance.now();
        const roots = this.#roots;
        this.#roots = [];
        await this.#pause();
        for (const root of roots) await this.#gather(root);
        if (!this.#stopped) await this.#repair();
      }
    } finally {
      this.#running = false;
    }
  }

  /** Counts the texts below a node and puts them on the list. */
  async #gather(root: Node): Promise<void> {
    for (const place of placesIn(root, this.#edits)) {
      const text = place.read();
      if (text !== null && !this.#originals.isOurs(place)) {
        for (const _ of this.#count(place, text)) if (this.#due()) await this.#pause();
      }
      if (!this.#due()) continue;
      await this.#pause();
      if (this.#stopped || !isAttached(root)) return;
    }
  }

  *#count(place: Place, text: string): Generator<undefined, void> {
    const matters = this.#options.simplify !== undefined || text.includes(')');
    if (matters && !place.isOpen()) return;
    yield* this.#census.steps(text, text.startsWith('(') ? place.before() : '');
    if (matters && this.#waiting.length < MAX_WAITING) this.#waiting.push({ place, original: text });
  }

  /** Repairs what waits, if the evidence suffices. */
  async #repair(): Promise<void> {
    const before = this.#evidence;
    const beforeConvert = this.#convert;
    await this.#pause();
    if (before === null) {
      // Judging needs the tables; built all at once they would outlast a slice.
      for (const _ of buildGbk()) if (this.#due()) await this.#pause();
      await this.#pause();
      readingOf(0);
      await this.#pause();
    }
    this.#evidence = weighArtefact(this.#census) ?? before;
    this.#converted =
      this.#evidence?.converted === true ||
      this.#options.isConverted?.() === true ||
      convertedLeftovers(this.#census) > 0;
    await this.#loadConversion();
    if (this.#evidence === null && this.#convert === null) return;
    if (this.#evidence !== null && this.#evidence.held.size > (before?.held.size ?? 0))
      this.#waiting.push(...this.#left.splice(0));
    if (this.#evidence !== before || this.#convert !== beforeConvert) this.#options.onLearned?.();
    const places = this.#waiting;
    this.#waiting = [];
    await this.#pause();
    let results: RepairedPlace[] = [];
    for (const found of places) {
      const result = await this.#work(found);
      if (this.#stopped) return;
      if (result !== null) results.push(result);
      if (!this.#due(WORK_MS)) continue;
      await this.#write(results);
      results = [];
      await frame();
      this.#since = performance.now();
      if (this.#stopped) return;
    }
    await this.#write(results);
  }

  /** Asks for the conversion once the page is known to be a converted one. */
  async #loadConversion(): Promise<void> {
    const { simplify } = this.#options;
    if (this.#convert !== null || simplify === undefined || !this.#converted) return;
    try {
      this.#convert = await simplify();
    } catch {
      // Nobody answers after an update of the extension: then the text stays as it is.
      this.#convert = (text) => text;
    }
  }

  /** What a place should say; null where it stays. */
  async #work(found: Found): Promise<RepairedPlace | null> {
    const { place, original } = found;
    let text = original;
    let spots = 0;
    let left = 0;
    if (this.#evidence !== null && this.#options.artefact !== false) {
      const steps = repairSteps(original, this.#evidence, place.before());
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) if (this.#due()) await this.#pause();
      ({ text, spots, left } = step.value);
    }
    if (left > 0 && this.#left.length < MAX_LEFT) this.#left.push(found);
    if (this.#convert !== null) text = this.#convert(text);
    return text === original ? null : { place, original, text, spots };
  }

  async #write(results: readonly RepairedPlace[]): Promise<void> {
    for (let written = 0; written < results.length && !this.#stopped; ) {
      if (this.#due()) await this.#pause();
      if (!this.#stopped) written = this.#writeFrom(results, written);
    }
  }

  /** Writes until the slice is over, and at least one; gives the place in the list where it stopped. */
  #writeFrom(results: readonly RepairedPlace[], start: number): number {
    const changed: Node[] = [];
    let at = start;
    this.#options.quietly(() => {
      for (const result of results.slice(start)) {
        if (at > start && this.#due()) break;
        at++;
        const more = this.#originals.write(result);
        const { element } = result.place;
        if (more !== null) this.#spots += more;
        else if (element !== null && isAttached(element)) changed.push(element);
      }
    });
    // A text that was split or joined while this was worked out is looked at again, with its neighbours.
    if (changed.length > 0) this.changed(changed);
    this.#options.onChange?.();
    return at;
  }

  #due(after = SLICE_MS): boolean {
    return performance.now() - this.#since > after;
  }

  async #pause(): Promise<void> {
    await turn();
    this.#since = performance.now();
  }
}
