import { t } from '../i18n.ts';
import { visible } from '../report/defuse-text.ts';

/**
 * A site as a user knows it: local folders in words, with what would turn them written out. Hosts stay in their ASCII
 * form: letters of other scripts that look like Latin ones could pass one host off as another.
 */
export function showSite(site: string): string {
  if (site === 'file:///') return t('common_all_files');
  return site.startsWith('file://') ? visible(decodeFolder(site.slice('file://'.length))) : site;
}

function decodeFolder(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
