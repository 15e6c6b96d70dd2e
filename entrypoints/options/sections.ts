/** The sections of the options, in their order; their names are the page's anchors. */
import { t } from '../../lib/i18n.ts';

export const SECTIONS = ['behaviour', 'sites', 'words', 'decisions', 'history', 'backup', 'about'] as const;

export type SectionName = (typeof SECTIONS)[number];

export function sectionTitle(name: SectionName): string {
  return t(`options_section_${name}`);
}
