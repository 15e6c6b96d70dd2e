/** Reasons from what the detector counted: made where somebody asks why, which most pages' scripts never do. */
import type { Families } from '../model/families.ts';
import type { Evidence, Explained, Reason } from './types.ts';

/** A block with at least this many links is a farm, not an injected text. */
export const FARM_LINKS = 3;
/** Reasons shown: the strongest. */
const MAX_REASONS = 4;

/** The reasons of a finding or of a page: those that it has, else those that its evidence gives. */
export function reasonsOf({ reasons, evidence }: Explained, families: () => Families): readonly Reason[] {
  return reasons.length > 0 || evidence === undefined ? reasons : fromEvidence(evidence, families());
}

/** The same finding or page with its reasons made. */
export function explained<Found extends Explained>(found: Found, families: () => Families): Found {
  const { evidence: _evidence, ...rest } = found;
  return { ...rest, reasons: reasonsOf(found, families) } as Found;
}

function fromEvidence(evidence: Evidence, families: Families): Reason[] {
  const { trade, hosts, links, bareHosts, joins } = evidence;
  const words = families.of(evidence.text);
  const reasons: [number, Reason][] = [];
  if (evidence.own) reasons.push([100, { code: 'ownWord' }]);
  if (evidence.template) reasons.push([20, { code: 'template' }]);
  if (words !== null && (trade > 0 || words.count > 1))
    reasons.push([8 + trade, { code: 'words', count: words.count, family: words.family }]);
  if (hosts >= 2) reasons.push([4 + hosts / 4, { code: 'alienLinks', count: hosts }]);
  if (links >= FARM_LINKS) reasons.push([3 + links / 10, { code: 'linkList', count: links }]);
  if (bareHosts >= 2) reasons.push([4, { code: 'bareHosts', count: bareHosts }]);
  if (joins >= 4 && links < FARM_LINKS) reasons.push([5, { code: 'separators', count: joins }]);
  if (evidence.otherSubject) reasons.push([6, { code: 'otherSubject' }]);
  if (evidence.first && links < FARM_LINKS) reasons.push([5, { code: 'firstLine' }]);
  if (reasons.length === 0)
    reasons.push([1, { code: 'words', count: Math.max(1, trade), family: words?.family ?? 'other' }]);
  reasons.sort((a, b) => b[0] - a[0]);
  return reasons.slice(0, MAX_REASONS).map(([, reason]) => reason);
}
