import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MIRROR_CERTAIN, mirrorEvidence } from '../../../lib/detect/mirror.ts';
import { mayBeMirror } from '../../../lib/detect/mirror-hint.ts';
import { parsePage, readPage } from '../../../tools/corpus/saved-page.ts';
import { describeWith } from '../corpus.ts';
import { convert, type Decoder, damage, type Form } from '../text/artefact/damage.ts';
import { PROSE } from '../text/artefact/prose.ts';

const CORPUS = '../shared/corpus';
const URL = 'http://www.mirror.example.com/news/1.html';
const CONVERTED = PROSE.map(convert);

/** Is the page a mirror by the full judgement, with spam around it or without; and is it by the hint? */
function asked(document: Document, url = URL): { mirror: boolean; hint: boolean } {
  const mirror = [false, true].some((spam) => mirrorEvidence(document, url, spam).probability >= MIRROR_CERTAIN);
  return { mirror, hint: mayBeMirror(document.documentElement.textContent ?? '', new Set()) };
}

function pageOf(texts: readonly string[], head = ''): Document {
  return parsePage(`<html><head>${head}</head><body>${texts.map((text) => `<p>${text}</p>`).join('')}</body></html>`);
}

describe('mayBeMirror', () => {
  const forms: readonly Form[] = ['toned', 'spaced', 'toneless', 'repeated'];
  const decoders: readonly Decoder[] = ['question', 'replacement'];
  const damages = forms.flatMap((form) =>
    decoders.flatMap((decoder) => [10, 34].map((depth) => ({ form, decoder, depth }))),
  );

  it.each(damages)('sees what a mirror program leaves: %o', (how) => {
    expect(asked(pageOf(damage(CONVERTED, how)))).toEqual({ mirror: true, hint: true });
  });

  it.each([
    ['its script', PROSE, '<script>var V_PATH="/";</script>'],
    [
      'an agency’s report among machine-made Traditional',
      [...CONVERTED, '新華社北京2月13日電（記者王明）', '版權所有 人民網'],
      '',
    ],
    ['machine-made Traditional', CONVERTED, ''],
  ] as const)('sees %s', (_what, texts, head) => {
    expect(asked(pageOf(texts, head))).toEqual({ mirror: true, hint: true });
  });

  it('sees nothing on an honest page', () => {
    expect(asked(pageOf(PROSE))).toEqual({ mirror: false, hint: false });
  });
});

describeWith(CORPUS, 'the hint', () => {
  it('misses no mirror among real pages', { timeout: 600_000 }, () => {
    const every = { infected: 1, clean: 25 };
    const missed = Object.entries(every).flatMap(([half, step]) =>
      readdirSync(`${CORPUS}/${half}`)
        .filter((name) => name.endsWith('.html'))
        .filter((_, at) => at % step === 0)
        .filter((name) => {
          const { document, host } = readPage(`${CORPUS}/${half}/${name}`);
          const { mirror, hint } = asked(document, `http://${host}/`);
          return mirror && !hint;
        }),
    );
    expect(missed).toEqual([]);
  });
});
