/** What the cases ask of a tab and a browser, whichever of the two it is. */
import type { Driven } from '../../../../tools/browsers/driven.ts';

export type Kind = 'chromium' | 'firefox';
export const KINDS: readonly Kind[] = ['chromium', 'firefox'];

export type Key = 'Tab' | 'Shift+Tab' | 'Enter' | 'Space' | 'Escape';

/** A tab: what Driven has, and a user's hands. */
export interface CaseTab extends Pick<Driven, 'evaluate' | 'waitFor' | 'click' | 'text'> {
  goto(url: string): Promise<void>;
  /** Presses the mouse at a place of the window, in CSS pixels. */
  clickAt(x: number, y: number): Promise<void>;
  /** Presses the mouse at one place, moves it to another, and lets go there. */
  drag(from: readonly [x: number, y: number], to: readonly [x: number, y: number]): Promise<void>;
  /** Turns the wheel over a place. */
  wheelAt(x: number, y: number): Promise<void>;
  key(name: Key): Promise<void>;
  chord(name: 'copy' | 'paste' | 'all'): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  front(): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** A browser that many tests share, with the extension or without it. */
export interface CaseBrowser {
  open(url: string): Promise<CaseTab>;
  /** Stores settings as the background would: names as in lib/settings/schema.ts, without a prefix. */
  set(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** What is said in the toolbar popup that is opened on a tab, once it holds what is waited for. */
  popupSays(tab: CaseTab, wanted: RegExp): Promise<string>;
  close(): Promise<void>;
}
