import { defineWebExtConfig } from 'wxt';
import { findBrowser } from './tools/browsers/find.mjs';
import { hasDisplay } from './tools/start/target.mjs';

/** The browsers that `npm run dev` starts: those that `npm start` finds, on the page that tools/dev/main.ts serves. */
const [chromium, firefox] = [findBrowser('chromium'), findBrowser('firefox')];
const page = process.env.SAOZHU_DEV_PAGE;
const isRoot = process.getuid?.() === 0;

export default defineWebExtConfig({
  binaries: { ...(chromium ? { chrome: chromium } : {}), ...(firefox ? { firefox } : {}) },
  ...(page === undefined ? {} : { startUrls: [page] }),
  // Chromium runs as root only without its sandbox, and without a display only unseen.
  chromiumArgs: [...(isRoot ? ['--no-sandbox'] : []), ...(hasDisplay() ? [] : ['--headless=new', '--disable-gpu'])],
  firefoxArgs: hasDisplay() ? [] : ['--headless'],
});
