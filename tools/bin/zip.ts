/** npm run zip: builds both packages and packs them with the sources and checksums into .output/release. */
import { relative } from 'node:path';
import { ROOT } from '../browsers/builds.ts';
import { buildBoth } from '../release/build.ts';
import { pack, RELEASE_FOLDER } from '../release/pack.ts';

buildBoth();
for (const [name, sum] of Object.entries(pack())) console.log(`${sum}  ${relative(ROOT, RELEASE_FOLDER)}/${name}`);
