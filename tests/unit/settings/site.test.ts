import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../lib/settings/defaults.ts';
import { isPublicSuffix, registrableOf, withoutSuffixes } from '../../../lib/settings/domains.ts';
import { covers, isCovered, isSite, parseSite, siteOf } from '../../../lib/settings/site.ts';

describe('siteOf', () => {
  it.each([
    ['https://news.example.com/a?b#c', 'news.example.com'],
    ['http://Example.COM:80/', 'example.com'],
    ['https://example.com:443/', 'example.com'],
    ['http://example.com.:8080/', 'example.com:8080'],
    ['http://localhost:3000/x', 'localhost:3000'],
    ['http://192.168.1.1/', '192.168.1.1'],
    ['http://[2001:DB8::7]:81/', '[2001:db8::7]:81'],
    ['http://[::1]/', '[::1]'],
    ['https://例子.中国/', 'xn--fsqu00a.xn--fiqs8s'],
    ['https://user:pass@example.com/', 'example.com'],
    ['file:///home/me/%E9%A1%B5.html?x=/y', 'file:///home/me/'],
    ['file:///page.html', 'file:///'],
    ['blob:https://example.com/0a-1b', 'example.com'],
  ])('%s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
    expect(isSite(site)).toBe(true);
  });

  it.each([
    'about:blank',
    'about:srcdoc',
    'data:text/html,x',
    'chrome://settings',
    'moz-extension://a/b',
    'javascript:1',
    'blob:null/1',
    '',
    'no address',
  ])('%s has none', (address) => {
    expect(siteOf(address)).toBeNull();
  });
});

describe('covers', () => {
  it.each([
    ['example.com', 'example.com', true],
    ['example.com', 'a.b.example.com', true],
    ['example.com', 'example.com:8080', true],
    ['example.com:8080', 'example.com', false],
    ['example.com:8080', 'a.example.com:8080', true],
    ['news.example.com', 'example.com', false],
    ['example.com', 'badexample.com', false],
    ['example.com', 'example.com.cn', false],
    ['com', 'example.com', false],
    ['com', 'com:8080', true],
    ['localhost', 'app.localhost:3000', true],
    ['1.1', '10.0.1.1', false],
    ['10.0.1.1', '10.0.1.1:99', true],
    ['[::1]', '[::1]:99', true],
    ['file:///', 'file:///home/me/', true],
    ['file:///home/', 'file:///home/me/', true],
    ['file:///home/me/', 'file:///home/', false],
    ['file:///', 'example.com', false],
    ['example.com', 'file:///example.com/', false],
  ])('%s covers %s: %s', (site, page, expected) => {
    expect(covers(site, page)).toBe(expected);
  });

  it('asks any of several sites', () => {
    expect(isCovered(['a.example', 'example.com'], 'https://www.example.com/x')).toBe(true);
    expect(isCovered(['a.example'], 'https://www.example.com/x')).toBe(false);
    expect(isCovered(['example.com'], 'about:blank')).toBe(false);
  });
});

describe('parseSite', () => {
  it.each([
    ['  Example.com ', 'example.com'],
    ['https://www.example.com/path?q=1', 'www.example.com'],
    ['*.example.com', 'example.com'],
    ['example.com.', 'example.com'],
    ['example.com/path', 'example.com'],
    ['localhost:8080', 'localhost:8080'],
    ['例子.中国', 'xn--fsqu00a.xn--fiqs8s'],
    ['192.0.2.7', '192.0.2.7'],
    ['[::1]:8080', '[::1]:8080'],
    ['file:///home/me/page.html', 'file:///home/me/'],
  ])('%s is read as %s', (typed, site) => {
    expect(parseSite(typed)).toBe(site);
  });

  it.each([
    '',
    '   ',
    'two words',
    'chrome://settings',
    'mailto:a@example.com',
    'javascript:alert(1)',
    'http://',
    ':80',
    'a..b',
    'x'.repeat(2000),
  ])('refuses %j', (typed) => {
    expect(parseSite(typed)).toBeNull();
  });

  it('never throws, and gives only sites that read as themselves', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain(), fc.ipV6()), (typed) => {
        const site = parseSite(typed);
        expect(site === null || parseSite(site) === site).toBe(true);
      }),
    );
  });

  it('reads what siteOf gives', () => {
    fc.assert(
      fc.property(fc.webUrl(), (address) => {
        const site = siteOf(address);
        expect(site === null || parseSite(site) === site).toBe(true);
      }),
    );
  });
});

describe('registrableOf', () => {
  it.each([
    ['news.example.com', 'example.com'],
    ['a.b.example.com.cn', 'example.com.cn'],
    ['me.github.io', null],
    ['x.me.github.io', 'me.github.io'],
    ['example.com', null],
    ['example.com:8080', 'example.com'],
    ['localhost:8080', null],
    ['10.0.0.1', null],
    ['[::1]', null],
    ['www.xn--fsqu00a.xn--fiqs8s', 'xn--fsqu00a.xn--fiqs8s'],
    ['file:///home/me/', 'file:///'],
    ['file:///', null],
  ])('%s stands under %s', (site, domain) => {
    expect(registrableOf(site)).toBe(domain);
  });
});

describe('a bare public suffix', () => {
  it.each(['com', 'com.cn', 'co.uk', 'xn--fiqs8s', 'com:8080'])('%s is one', (site) => {
    expect(isPublicSuffix(site)).toBe(true);
  });

  it.each(['example.com', 'github.io', 'localhost', 'intranet', '10.0.0.1', '[::1]', 'file:///', 'www.gov.cn'])(
    '%s is none',
    (site) => {
      expect(isPublicSuffix(site)).toBe(false);
    },
  );

  it('goes from settings, and is counted', () => {
    const keep = { site: 'net.cn', fingerprint: 'f', made: 1, used: 1, label: '' };
    const some = { ...DEFAULTS, allowedSites: ['com', 'a.example'], keeps: [keep], ownHides: [keep] };
    expect(withoutSuffixes(some)).toEqual({ settings: { ...DEFAULTS, allowedSites: ['a.example'] }, gone: 3 });
  });
});
