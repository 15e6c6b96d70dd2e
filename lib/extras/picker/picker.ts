/**
 * The picker: the user points at blocks of the page and takes one or several. Works by mouse, touch and keyboard,
 * in each frame on its own; the page gets none of the user's events meanwhile, and nothing of it is changed.
 */
import type { NodeRange } from '../../detect/types.ts';
import { nextOf, parentElementOf, previousOf, safeCall } from '../../dom.ts';
import { plural, t } from '../../i18n.ts';
import { visible } from '../../report/defuse-text.ts';
import { MAX_BLOCKS } from '../../report/draft.ts';
import type { PickerGuard } from './guard.ts';
import {
  beside,
  blockAt,
  blockOf,
  firstOnPage,
  holdsBlock,
  isSameBlock,
  narrower,
  textOfBlock,
  wider,
} from './pickable.ts';
import { PickerFrames } from './picker-frames.ts';
import { type PickerAction, PickerView } from './picker-view.ts';

export interface PickerOptions {
  readonly document: Document;
  /** Installed at document_start. */
  readonly guard: PickerGuard;
  /** The tab's token, see PickCommand. */
  readonly token: string;
  /** Where to begin, for a selection or a context menu. */
  readonly start: Element | null;
  /** The user ended the picker in this frame; the others are to end too. */
  readonly ended: (take: boolean) => void;
}

type Move = 'wider' | 'narrower' | 'previous' | 'next';

const SNIPPET = 40;
const KEYS: Readonly<Record<string, PickerAction>> = {
  ArrowUp: 'wider',
  ArrowDown: 'narrower',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Escape: 'cancel',
};

/** Runs from its making on. */
export class Picker {
  /** Blocks that were taken, disjoint, in the order of taking, each with text; none where the user cancelled. */
  readonly taken: Promise<readonly NodeRange[]>;
  #resolve: (blocks: readonly NodeRange[]) => void = () => {};
  readonly #options: PickerOptions;
  readonly #window: Window;
  readonly #view: PickerView;
  readonly #frames: PickerFrames;
  readonly #before: { readonly x: number; readonly y: number; readonly focus: Element | null };
  #current: NodeRange | null = null;
  #taken: NodeRange[] = [];
  /** The smaller blocks from which the user widened, so that narrowing goes the same way back. */
  #trail: NodeRange[] = [];
  #pointer: { readonly x: number; readonly y: number } | null = null;
  #notice = t('picker_hint');
  #running = true;
  /** Must the bar say something else than before? */
  #stale = true;

  constructor(options: PickerOptions) {
    this.#options = options;
    const { document, guard } = options;
    this.#window = document.defaultView ?? window;
    this.taken = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#before = { x: this.#window.scrollX, y: this.#window.scrollY, focus: document.activeElement };
    this.#view = new PickerView(document);
    this.#frames = new PickerFrames(document, this.#window, options.token);
    guard.begin(
      (event) => this.#sees(event),
      (event) => this.#frames.hears(event),
    );
    this.#view.attach();
    const isTop = this.#window.parent === this.#window;
    this.#view.showBar(isTop);
    if (isTop) this.#view.focusBar();
    this.#frames.begin();
    if (options.start) this.#go(blockOf(options.start), []);
    this.#frame();
  }

  /** Ends it from outside, as when another frame's picker was ended. */
  end(take: boolean): void {
    if (!this.#running) return;
    this.#running = false;
    this.#options.guard.end();
    this.#frames.end();
    this.#view.detach();
    if (!take) this.#window.scrollTo(this.#before.x, this.#before.y);
    if (this.#before.focus) safeCall(this.#before.focus, 'focus', { preventScroll: true });
    this.#resolve(take ? this.#taken : []);
  }

  /** Draws once a frame: the page may scroll and change under the boxes. */
  readonly #frame = (): void => {
    if (!this.#running) return;
    if (!this.#view.attach()) {
      this.#finish(false);
      return;
    }
    if (this.#pointer) {
      this.#go(blockAt(this.#options.document, this.#pointer.x, this.#pointer.y, this.#view.host), []);
      this.#pointer = null;
    }
    this.#view.draw(this.#taken, this.#current);
    this.#view.open(this.#frames.holes());
    if (this.#stale) this.#view.say(this.#status(), this.#isTaken);
    this.#stale = false;
    this.#window.requestAnimationFrame(this.#frame);
  };

  /** A trusted event; says whether the browser's own answer to it is kept. */
  #sees(event: Event): boolean {
    if (event instanceof KeyboardEvent) return event.type === 'keydown' ? this.#key(event) : isShortcut(event);
    if (!(event instanceof MouseEvent)) return false;
    const { clientX: x, clientY: y } = event;
    if (event.type === 'pointermove' && this.#view.actionAt(x, y) === null) this.#pointer = { x, y };
    if (event.type === 'click') this.#click(x, y);
    return false;
  }

  #click(x: number, y: number): void {
    this.#view.showBar(true);
    const action = this.#view.actionAt(x, y);
    if (action !== null) {
      if (action !== 'bar') this.#act(action);
      return;
    }
    this.#pointer = null;
    const block = blockAt(this.#options.document, x, y, this.#view.host);
    // A second click inside a widened block means that block.
    if (!(block && this.#current && this.#trail.length > 0 && holdsBlock(this.#current, block))) this.#go(block, []);
    this.#act('take');
    this.#view.focusBar();
  }

  #key(event: KeyboardEvent): boolean {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.#act('done');
      return false;
    }
    if (isShortcut(event)) return true;
    if (event.key === 'Tab') this.#view.moveFocus(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' || event.key === ' ') this.#act(this.#view.focused ?? 'take');
    else {
      const action = KEYS[event.key];
      if (action) this.#act(action);
    }
    return false;
  }

  #act(action: PickerAction): void {
    this.#notice = '';
    this.#stale = true;
    if (action === 'done' || action === 'cancel') this.#finish(action === 'done');
    else if (action === 'move') this.#view.moveBar();
    else this.#work(action);
  }

  #work(action: Move | 'take'): void {
    this.#view.showBar(true);
    const hadNone = this.#current === null;
    if (hadNone) this.#go(firstOnPage(this.#options.document, this.#view.host), []);
    if (action === 'take') this.#take();
    else if (hadNone) this.#reveal();
    else this.#step(action);
  }

  #step(action: Move): void {
    const from = this.#current;
    if (!from) return;
    const wasTaken = this.#isTaken;
    if (action === 'wider') {
      const to = wider(from);
      if (to) this.#go(to, [...this.#trail, from]);
    } else if (action === 'narrower') this.#go(this.#trail.at(-1) ?? narrower(from) ?? from, this.#trail.slice(0, -1));
    else this.#go(beside(from, action === 'next' ? nextOf : previousOf) ?? from, []);
    // Widening what is taken takes the wider block in its place.
    if (wasTaken && (action === 'wider' || action === 'narrower') && !isSameBlock(from, this.#current)) {
      this.#taken = this.#taken.filter((block) => !isSameBlock(block, from));
      this.#take();
    }
    this.#reveal();
  }

  #take(): void {
    const block = this.#current;
    if (!block) return;
    if (this.#isTaken) {
      this.#taken = this.#taken.filter((other) => !isSameBlock(other, block));
      return;
    }
    const others = this.#taken.filter((other) => !holdsBlock(block, other) && !holdsBlock(other, block));
    if (others.length >= MAX_BLOCKS) this.#notice = t('picker_full', MAX_BLOCKS);
    else this.#taken = [...others, block];
  }

  #go(block: NodeRange | null, trail: NodeRange[]): void {
    if (isSameBlock(block, this.#current)) return;
    this.#current = block;
    this.#stale = true;
    this.#trail = trail;
    if (block) this.#notice = '';
  }

  #reveal(): void {
    const first = this.#current?.first;
    const element = first instanceof Element ? first : first && parentElementOf(first);
    if (element) safeCall(element, 'scrollIntoView', { block: 'nearest' });
  }

  get #isTaken(): boolean {
    return this.#taken.some((block) => isSameBlock(block, this.#current));
  }

  #status(): string {
    if (this.#notice !== '') return this.#notice;
    const count = this.#taken.length;
    if (!this.#current) return t('picker_nothing', count);
    const text = textOfBlock(this.#current, 5000);
    const line = plural('picker_status', text.length, visible(text.slice(0, SNIPPET)), count);
    return this.#isTaken ? t('picker_taken', line) : line;
  }

  #finish(take: boolean): void {
    this.end(take);
    this.#options.ended(take);
  }
}

/** The browser's own keys stay the browser's: reload, find, zoom. */
function isShortcut(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key);
}
