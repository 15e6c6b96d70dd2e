/** Steps that the tests of the artefact share. */
import { Census } from '../../../../lib/text/artefact/census.ts';
import { type ArtefactEvidence, weighArtefact } from '../../../../lib/text/artefact/evidence.ts';
import { repairText } from '../../../../lib/text/artefact/repair-text.ts';

export function census(nodes: readonly string[]): Census {
  const counted = new Census();
  for (const node of nodes) counted.add(node);
  return counted;
}

export function evidenceOf(nodes: readonly string[]): ArtefactEvidence | null {
  return weighArtefact(census(nodes));
}

/** What a page's texts become: unchanged where there is no evidence. */
export function repairAll(nodes: readonly string[]): string[] {
  const evidence = evidenceOf(nodes);
  return evidence === null ? [...nodes] : nodes.map((node) => repairText(node, evidence).text);
}

/** Does a repaired text still show that a byte was lost (and could not be known)? */
export function showsLoss(text: string): boolean {
  return text.includes('?') || text.includes('\ufffd');
}
