/** The build of a project that has a home: the same as wxt.config.ts, but that package.json named these addresses. */
import { defineConfig } from 'wxt';
import { addressesOf, definitions } from '../../../tools/project/addresses.ts';
import config from '../../../wxt.config.ts';

/** Plain http, so that the tests' server can stand there. */
export const HOME = 'http://forge.example/owner/saozhu';
export const HOME_BUILD = '.cache/home';

const addresses = addressesOf({ repository: HOME, bugs: `${HOME}/issues`, homepage: HOME });

export default defineConfig({
  ...config,
  outDir: HOME_BUILD,
  vite: async (env) => {
    const own = await config.vite?.(env);
    return { ...own, define: { ...own?.define, ...definitions(addresses) } };
  },
});
