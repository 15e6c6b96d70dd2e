/** The project's own facts: what package.json says of it, and by which id browsers know the extension. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf, type PackageFields } from './addresses.ts';

const PACKAGE = join(import.meta.dirname, '../../package.json');

interface Package extends PackageFields {
  readonly version: string;
}

const fields = JSON.parse(readFileSync(PACKAGE, 'utf8')) as Package;

export const VERSION = fields.version;

export const ADDRESSES = addressesOf(fields);

/**
 * Firefox knows the extension and its stored settings by it: it must never change once the extension is published.
 * Chromium's stores give theirs.
 */
export const GECKO_ID = 'saozhu@saozhu.example';
