import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { annotationsOf } from '../../../../lib/text/artefact/annotations.ts';
import { repairText } from '../../../../lib/text/artefact/repair-text.ts';
import { describeWith } from '../../corpus.ts';
import { evidenceOf } from './helpers.ts';

const SHARED = '../shared';
const SEED = `${SHARED}/seeds/000_973b1019d45e169a.txt`;
const CLEAN = `${SHARED}/corpus/clean`;

/** Texts between tags, also those of titles and alternative texts; entities stay, which changes nothing here. */
function textsOf(html: string): string[] {
  const shown = html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '<>');
  const attributes = [...shown.matchAll(/\b(?:title|alt)\s*=\s*"([^"]*)"/gi)].map((match) => match[1] ?? '');
  return [...shown.split(/<[^>]*>/), ...attributes].filter((text) => text.trim() !== '');
}

describeWith(SEED, 'the mirrored page of the seeds', () => {
  const lines = readFileSync(SEED, 'utf8').split('\n');
  const evidence = evidenceOf(lines);
  const repaired = lines.map((line) => (evidence === null ? line : repairText(line, evidence).text));
  const all = repaired.join('\n');

  it('loses every annotation and keeps every other bracket', () => {
    expect(annotationsOf(all)).toEqual([]);
    expect([...all.matchAll(/\([^)]*\)/g)].map((match) => match[0].slice(1, 6))).toEqual(
      ['即使用成本', 'Jevon', '即人工智能', '應用特定芯', 'LLM)', '科學、工程', 'AGI)'].map((text) =>
        expect.stringMatching(new RegExp(`^${text.slice(0, 2)}`)),
      ),
    );
  });

  it('has its shifted spots right', () => {
    expect(all).toContain('更多創新空間將向學術界及其他領域開放');
    expect(all).toContain('但他們卻限制出口……他們如何減少赤字');
  });

  it('is otherwise unchanged', () => {
    const without = (text: string) => text.replaceAll(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/g, '');
    const expected = without(lines.join('\n').replace('向?qū)W', '向學').replace('他們?nèi)绾螠p少', '他們如何減少'));
    expect(all).toBe(expected);
  });
});

describeWith(CLEAN, 'honest pages', () => {
  // Two thousand pages: 28 to 141 s were seen, as the machine was busy.
  it('shows no artefact on any, so that no text of theirs is changed', { timeout: 600_000 }, () => {
    const touched = readdirSync(CLEAN)
      .filter((name) => name.endsWith('.html'))
      .filter((name) => evidenceOf(textsOf(readFileSync(`${CLEAN}/${name}`, 'utf8'))) !== null);
    expect(touched).toEqual([]);
  });
});
