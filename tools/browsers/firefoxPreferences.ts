/** The preferences of a Firefox profile made for one run. */
import { DEFAULT_LANGUAGE, type Language, tagOf } from '../project/languages.ts';

export interface FirefoxOptions {
  /** Port of the PageServer: the browser's only way out. Left out: the real network. */
  readonly proxyPort?: number | undefined;
  /** Language of the browser; the default one when left out. Needs the matching firefox-esr-l10n package. */
  readonly language?: Language;
  readonly colorScheme?: 'light' | 'dark' | undefined;
  /** false opens a window; true when left out. */
  readonly headless?: boolean;
  /** Folder of the extension; the Firefox build when left out, null for none. */
  readonly extension?: string | null;
}

/** Firefox's own traffic, switched off: whatever asks the network then is the page or the extension. */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.discovery.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'captivedetect.canonicalURL': '',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
};

/**
 * user.js for a profile: quiet, in the wanted language and colours, behind the proxy, with a fixed extension address.
 */
export function preferences(options: FirefoxOptions, addonId: string, uuid: string): string {
  const all: Record<string, string | number | boolean> = {
    ...QUIET,
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
    'intl.locale.requested': tagOf(options.language ?? DEFAULT_LANGUAGE),
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    'remote.prefs.recommended': true,
    // The panel of a popup goes by the browser's own colours.
    'ui.systemUsesDarkTheme': options.colorScheme === 'dark' ? 1 : 0,
  };
  if (options.proxyPort) {
    all['network.proxy.type'] = 1;
    for (const kind of ['http', 'ssl']) {
      all[`network.proxy.${kind}`] = '127.0.0.1';
      all[`network.proxy.${kind}_port`] = options.proxyPort;
    }
    all['network.proxy.no_proxies_on'] = '';
    all['network.proxy.allow_hijacking_localhost'] = true;
  }
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
