import { describe, expect, it } from 'vitest';
import { addressShape, hostOf, linkKind, siteOfHost } from '../../../lib/outline/links.ts';
import { LINK_ALIEN, LINK_EMPTY, LINK_OWN } from '../../../lib/outline/outline.ts';

describe('links', () => {
  it.each([
    ['http://www.Example.com:8080/a?b', 'example.com'],
    ['//cdn.example.com', 'cdn.example.com'],
    ['  https://user@example.com/x', 'example.com'],
    ['/own/page.html', ''],
    ['javascript:void(0)', ''],
    ['http.html', ''],
    ['', ''],
  ])('hostOf %s is %s', (href, host) => {
    expect(hostOf(href)).toBe(host);
  });

  it.each([
    ['news.example.com', 'example.com'],
    ['a.b.example.com.cn', 'example.com.cn'],
    ['shop.example.bj.cn', 'example.bj.cn'],
    ['www.example.co.uk', 'example.co.uk'],
    ['10.0.0.1', '10.0.0.1'],
    ['localhost', 'localhost'],
  ])('siteOfHost %s is %s', (host, site) => {
    expect(siteOfHost(host)).toBe(site);
  });

  it('tells own, alien and empty links', () => {
    const kind = (href: string) => linkKind(href, hostOf(href), 'example.com');
    expect(kind('http://bbs.example.com/')).toBe(LINK_OWN);
    expect(kind('/a.html')).toBe(LINK_OWN);
    expect(kind('http://notexample.com/')).toBe(LINK_ALIEN);
    expect(kind('#top')).toBe(LINK_EMPTY);
    expect(kind('javascript:void(0)')).toBe(LINK_EMPTY);
    expect(kind('mailto:a@b.c')).toBe(LINK_EMPTY);
  });

  it('tells bare hosts from pages', () => {
    expect(addressShape('http://example.com')).toBe('host');
    expect(addressShape('http://example.com/')).toBe('host');
    expect(addressShape('http://example.com/news/')).toBe('');
    expect(addressShape('http://example.com/news/2017/10293.html')).toBe('deep');
  });
});
