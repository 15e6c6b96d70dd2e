/** A page on which nothing speaks of a trade, and what tests of it run in pages of the extension. */
import { article, page } from './pages.ts';

/** A word that means nothing to the model. */
export const OWN_WORD = '口袋公园';
/** The user's own. */
export const WORDS = { 'settings.words': { spam: [OWN_WORD], honest: [] } };

export const QUIET = page(`${article()}<p>${OWN_WORD}在这里</p>`);

interface Api {
  readonly runtime: {
    readonly onMessage: { addListener(listener: (message: { readonly saozhu?: string }) => void): void };
  };
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly { readonly id: string }[]> };
}

/** Runs in a page of the extension, which hears what every frame asks of the background. */
export function countQuestions(): void {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  const names: string[] = [];
  Object.assign(globalThis, { names });
  (browser ?? chrome)?.runtime.onMessage.addListener((message) => {
    // What the background says to tabs comes here too.
    if (message.saozhu !== undefined) names.push(message.saozhu);
  });
}

/** Runs there: what was asked so far. */
export function asked(): readonly string[] {
  return (globalThis as unknown as { names: string[] }).names;
}

/** Runs in a page or the worker of the extension: which scripts it has registered. */
export async function registered(): Promise<string[]> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  const all = (await (browser ?? chrome)?.scripting.getRegisteredContentScripts()) ?? [];
  return all.map(({ id }) => id).sort();
}
