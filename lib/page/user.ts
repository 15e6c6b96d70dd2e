/** What the reader's settings mean for one page. */
import type { FrameStatus } from '../messages.ts';
import { pauseAt } from '../settings/pause.ts';
import type { OwnHide, Settings } from '../settings/schema.ts';
import { covers, isCovered, siteOf } from '../settings/site.ts';

/** Why nothing is to be hidden here, or null where the sweep is on. A frame goes by its own site and by that of the page around it. */
export function offFor(document: Document, settings: Settings): Extract<FrameStatus, 'allowed' | 'paused'> | null {
  if (pauseAt(settings.pause, Date.now()) !== null) return 'paused';
  if (settings.allowedSites.length === 0) return null;
  return addressesOf(document).some((address) => isCovered(settings.allowedSites, address)) ? 'allowed' : null;
}

/** The site that decisions on this page are remembered for; null where there is none. */
export function siteOfPage(document: Document): string | null {
  for (const address of addressesOf(document)) {
    const site = siteOf(address);
    if (site !== null) return site;
  }
  return null;
}

/** The reader's decisions on this site. */
export function decisionsOf(document: Document, settings: Settings): Pick<Settings, 'keeps' | 'ownHides'> {
  return { keeps: forSite(document, settings.keeps), ownHides: forSite(document, settings.ownHides) };
}

/** Fingerprints that the reader keeps on this site. */
export function keepsOf(document: Document, settings: Settings): string[] {
  return forSite(document, settings.keeps).map((keep) => keep.fingerprint);
}

/** Blocks that the reader hides on this site. */
export function ownHidesOf(document: Document, settings: Settings): OwnHide[] {
  return forSite(document, settings.ownHides);
}

function forSite<Decision extends { readonly site: string }>(
  document: Document,
  decisions: readonly Decision[],
): Decision[] {
  const site = decisions.length === 0 ? null : siteOfPage(document);
  return site === null ? [] : decisions.filter((decision) => covers(decision.site, site));
}

/** The frame's own address first, then those of the pages around it as far as the browser tells them. */
function addressesOf(document: Document): string[] {
  const view = document.defaultView;
  if (view === null || view.parent === view) return [document.URL];
  const around = (view.location as { ancestorOrigins?: ArrayLike<string> }).ancestorOrigins;
  // Firefox has no list of ancestors: the referrer is the page that holds the frame, at least its origin.
  return [document.URL, ...(around === undefined ? [document.referrer] : Array.from(around))];
}
