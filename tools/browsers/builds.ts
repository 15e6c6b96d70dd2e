/** Where the built extension stands, and what its manifest says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/**
 * Folder of a build; SAOZHU_BUILDS names another folder that holds chrome-mv3 and firefox-mv3. Throws where it is
 * missing.
 */
export function buildFolder(browser: 'chrome' | 'firefox'): string {
  const folder = join(process.env.SAOZHU_BUILDS ?? join(ROOT, '.output'), `${browser}-mv3`);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`${folder} is missing: run "npm run build" first`);
  return folder;
}

/** The Firefox build's add-on id. */
export function geckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${folder}/manifest.json names no gecko id`);
  return id;
}
