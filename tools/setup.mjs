// Set-up for `npm start` and `npm test`: packages, browsers, fonts. Node built-ins only, since it runs before
// node_modules exists. It installs what it may and says exactly what to install where it may not.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browsers/find.mjs';

const ROOT = join(import.meta.dirname ?? '.', '..');

/** The oldest Node that the packages run on. */
const NODE = [20, 19];

/** Debian's packages for each need. The l10n packages are what lets a browser speak Chinese. */
const DEBIAN = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr', 'firefox-esr-l10n-zh-cn'],
  fonts: ['fonts-noto-cjk'],
};

/** What to tell people whose machine is not Debian. */
const BY_HAND = {
  chromium: 'Chromium, Google Chrome or Microsoft Edge (https://www.google.com/chrome/)',
  firefox: 'Firefox (https://www.mozilla.org/firefox/)',
  fonts: 'a font with Chinese characters (Noto Sans CJK)',
};

/** @typedef {'chromium' | 'firefox' | 'fonts'} Need */

/** A reason to stop that is told in one line. */
export class Trouble extends Error {}

/**
 * Makes the machine ready. Throws Trouble with one clear line where it cannot.
 * @param {readonly ('chromium' | 'firefox')[]} browsers what the command cannot do without
 * @param {{ strict: boolean }} options strict: Chinese fonts and language packs are needed too (tests look at them)
 */
export function setUp(browsers, { strict }) {
  checkNode();
  installSystemPackages(browsers, strict);
  installPackages();
}

/** Runs a main function and turns Trouble into one line and exit code 1. @param {() => void} main */
export function tellTrouble(main) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * Hands over to a TypeScript program, which takes this program's exit code.
 * @param {string} program path from the project's root
 * @param {readonly string[]} args
 */
export function handOver(program, args) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, program), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wanted = 0, least = 0] = NODE;
  if (major < wanted || (major === wanted && minor < least)) {
    throw new Trouble(`Node ${NODE.join('.')} or newer is needed; this is ${process.versions.node}`);
  }
}

/** `npm ci` when node_modules is missing or older than the lock. */
function installPackages() {
  const lock = join(ROOT, 'package-lock.json');
  const stamp = join(ROOT, 'node_modules', '.package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages (npm ci) …');
  const windows = process.platform === 'win32';
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-progress', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  });
  if (run.status !== 0) throw new Trouble('npm ci failed: see above; is there a network?');
}

/**
 * @param {readonly ('chromium' | 'firefox')[]} browsers
 * @param {boolean} strict
 */
function installSystemPackages(browsers, strict) {
  const missing = missingNeeds(browsers);
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => DEBIAN[need]);
  const apt = aptGet();
  if (apt) {
    console.log(`Installing ${packages.join(', ')} (apt-get) …`);
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
    for (const args of [['update', '-qq'], install]) {
      const [command = '', ...rest] = [...apt, ...args];
      spawnSync(command, rest, {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
  }
  const still = missingNeeds(browsers);
  if (still.length === 0) return;
  const line = isDebian()
    ? `sudo apt-get install ${still.flatMap((need) => DEBIAN[need]).join(' ')}`
    : still.map((need) => BY_HAND[need]).join('; ');
  const vital = still.some((need) => need !== 'fonts' && !findBrowser(need));
  if (vital || strict) throw new Trouble(`Please install what is missing, then try again: ${line}`);
  console.log(`Chinese may not show well. Better install: ${line}`);
}

/** @param {readonly ('chromium' | 'firefox')[]} browsers @returns {Need[]} */
function missingNeeds(browsers) {
  /** @type {Need[]} */
  const missing = browsers.filter((browser) => !findBrowser(browser) || lacksLanguagePack(browser));
  if (process.platform === 'linux' && !spawnSync('fc-list', [':lang=zh']).stdout?.length) missing.push('fonts');
  return missing;
}

/** Whether Debian's build of a browser stands without its language packs. @param {'chromium' | 'firefox'} browser */
function lacksLanguagePack(browser) {
  const path = findBrowser(browser);
  if (!isDebian() || !path?.startsWith('/usr/bin/') || process.env[`SAOZHU_${browser.toUpperCase()}`]) return false;
  const [main = '', pack = ''] = DEBIAN[browser];
  return isInstalled(main) && !isInstalled(pack);
}

/** @param {string} name */
function isInstalled(name) {
  const run = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' });
  return run.status === 0 && run.stdout.includes('install ok installed');
}

/**
 * The words that begin an apt-get command here; null where packages may not be installed. @returns {string[] | null}
 */
function aptGet() {
  if (!isDebian() || !existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return spawnSync('sudo', ['-n', 'true']).status === 0
    ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
    : null;
}

/** Debian itself: on Ubuntu these packages have other names and install snaps. */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
