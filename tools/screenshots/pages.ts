/** Pages to be swept for pictures: each kind of bar, on light and on dark ground. */
import { readFile } from 'node:fs/promises';
import { COPY } from '../../tests/browser/repair/pages.ts';
import { article, block, farm, HEAD, HONEST, page as whole } from '../../tests/browser/sweep/pages.ts';
import { DOORWAY } from '../../tests/browser/ui/pages.ts';
import type { PageServer } from '../browsers/pages.ts';

const DARK =
  '<style>body{background:#15181c;color:#d8dde3;font:16px/1.7 sans-serif;max-width:46em;margin:2em auto}</style>';
/** More findings than get a bar each. */
const MANY = 12;

/**
 * The pages by name, in the order in which they are taken. The first three are the ones to look at in every language.
 */
export async function servePages(pages: PageServer): Promise<Readonly<Record<string, string>>> {
  const stretch = `<p>${HONEST[0]}${HEAD}。${HONEST[1]}</p>`;
  const beside = `<div style="float:right;width:170px;margin-left:16px"><div>${block()}</div></div>`;
  const many = Array.from({ length: MANY }, () => `${article()}${farm(6).replace(' id="farm"', '')}`).join('');
  return {
    demo: pages.serve('http://news.example.com/demo.html', await readFile('tests/fixtures/demo/news.html', 'utf8')),
    plain: pages.serve('http://news.example.com/plain.html', whole(`${HEAD}${article()}<footer>${farm()}</footer>`)),
    dark: pages.serve('http://news.example.com/dark.html', whole(`${article()}<footer>${farm(40)}</footer>`, DARK)),
    inline: pages.serve(
      'http://news.example.com/inline.html',
      whole(`${beside}${article()}${stretch}<footer>${farm()}</footer>`),
    ),
    gathered: pages.serve('http://many.example.com/', whole(many)),
    doorway: pages.serve('http://door.example.com/', DOORWAY),
    mirror: pages.serve('http://www.mirror.example/article/202502/467890.htm', COPY),
  };
}
