/**
 * The page that the extension opens after its install. It comes to the front when it comes: a page opened before it
 * would be put behind it, where browsers draw nothing, and who waits for "the next page" would get this one.
 */

/** How long it may take, and between two looks, in ms. */
const TIMEOUT = 30_000;
const LOOK_AGAIN = 25;

/** Waits until that page has been opened. @param addresses of the pages that are open. */
export async function firstDay(addresses: () => Promise<readonly string[]>): Promise<void> {
  const end = Date.now() + TIMEOUT;
  while (!(await addresses()).some((address) => address.endsWith('/welcome.html'))) {
    if (Date.now() > end) throw new Error('the extension never opened its page of the first day');
    await new Promise((next) => setTimeout(next, LOOK_AGAIN));
  }
}
