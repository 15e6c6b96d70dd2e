import { describe, expect, it } from 'vitest';
import { addressesOf, definitions } from '../../../tools/project/addresses.ts';

const HOME = 'https://github.com/owner/saozhu';

describe('the project’s addresses', () => {
  it.each([
    'owner/saozhu',
    'github:owner/saozhu',
    HOME,
    `${HOME}/`,
    `git+${HOME}.git`,
    'git@github.com:owner/saozhu.git',
    'git+ssh://git@github.com/owner/saozhu.git',
  ])('are read from a repository written as %s', (repository) => {
    const read = { repository: HOME, issues: `${HOME}/issues`, homepage: HOME };
    expect(addressesOf({ repository: { url: repository } })).toEqual(read);
    expect(addressesOf({ repository })).toEqual(read);
  });

  it('are what the other fields say, where they are there', () => {
    const bugs = { url: 'https://tracker.example/saozhu/issues' };
    expect(addressesOf({ repository: HOME, bugs, homepage: 'https://saozhu.example/' })).toEqual({
      repository: HOME,
      issues: bugs.url,
      homepage: 'https://saozhu.example',
    });
  });

  it('are not guessed: without fields, of another forge, of what is no web address', () => {
    const none = { repository: null, issues: null, homepage: null };
    expect(addressesOf({})).toEqual(none);
    expect(addressesOf({ repository: '../here', bugs: 'mailto:a@b.example', homepage: 'javascript:1' })).toEqual(none);
    expect(addressesOf({ repository: 'https://forge.example/saozhu.git' }).issues).toBeNull();
    expect(definitions(none)['import.meta.env.SAOZHU_ISSUES']).toBe('null');
  });
});
