/** Which pages have a trade as their own topic. */
import { describe, expect, it } from 'vitest';
import { scoreUnits } from '../../../lib/detect/score-units.ts';
import { TOPIC_TEXTS } from '../../../lib/detect/thresholds.ts';
import { isTopic } from '../../../lib/detect/topic.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const GAMES = ['百家乐', '老虎机', '时时彩', '六合彩', '真人娱乐城', '网上赌场', '棋牌娱乐城', '快三投注', '北京赛车'];
const TEXTS = GAMES.map((game) => `${game}平台开户`);

function topicOf(body: string, title = 2): boolean {
  const outline = readOutline(parsePage(`<body>${body}</body>`), { host: 'news.example.com' });
  return isTopic(outline, scoreUnits(outline, bundledModel().lexicon), title);
}

describe('a trade as a page’s topic', () => {
  const links = (host: (at: number) => string, texts: readonly string[]) =>
    texts.map((text, at) => `<li><a href="${host(at)}">${text}</a></li>`).join('');
  const own = (texts: readonly string[]) => links((at) => `/${at}.html`, texts);

  it('is in its title and in many of its own texts', () => {
    expect(TEXTS.length).toBeGreaterThanOrEqual(TOPIC_TEXTS);
    expect(topicOf(own(TEXTS))).toBe(true);
  });

  it('is none where the title speaks of something else', () => {
    expect(topicOf(own(TEXTS), 0)).toBe(false);
  });

  it('is none where few texts speak of it, however often', () => {
    expect(topicOf(own(TEXTS.slice(0, TOPIC_TEXTS - 1)))).toBe(false);
    expect(topicOf(own(new Array(40).fill(TEXTS[0])))).toBe(false);
  });

  it('is none where the texts lead elsewhere: that is a farm', () => {
    const farm = links((at) => `http://www.x${at}y.com/`, [...TEXTS, ...TEXTS]);
    expect(topicOf(own(TEXTS) + farm)).toBe(false);
  });
});
