/** Scripts in Firefox's own window, for what WebDriver has no words for. */
import type { Bidi } from './bidi.ts';

/** The context of the browser's first window. */
export async function windowOf(bidi: Bidi): Promise<string> {
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const window = contexts[0]?.context;
  if (!window) throw new Error('Firefox has no window');
  return window;
}

/** Runs the body of an async function in the browser's window; its answer is text. */
export async function runInWindow(bidi: Bidi, window: string, body: string): Promise<string> {
  const { result, exceptionDetails } = await bidi.send<{
    result?: { value?: string };
    exceptionDetails?: { text: string };
  }>('script.evaluate', {
    target: { context: window },
    awaitPromise: true,
    expression: `(async () => { ${body} })()`,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result?.value ?? '';
}
