/** What can go wrong with a browser, each told in one line. */
import { Trouble } from '../setup.mjs';

/** The first line of an error that says something, without Playwright's call log. */
function firstLine(error: unknown): string {
  // Playwright puts the name of its own function first.
  const message = error instanceof Error ? error.message.replace(/^\w+\.\w+: /, '') : String(error);
  const lines = message.split('\n');
  return lines.find((line) => line.trim()) ?? 'no reason given';
}

export function startTrouble(error: unknown): never {
  throw new Trouble(`could not start the browser: ${firstLine(error)}`);
}

export function openTrouble(url: string): (error: unknown) => never {
  return (error) => {
    const reason = firstLine(error);
    const network = /ERR_(NAME|INTERNET|NETWORK|ADDRESS|CONNECTION|TIMED|PROXY)|UNKNOWN_HOST|NET_|neterror/i.test(
      reason,
    );
    throw new Trouble(`could not open ${url}: ${reason}${network ? ' (is there a network?)' : ''}`);
  };
}
