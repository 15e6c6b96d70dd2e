/** Pictures for the stores are pages too: a caption above what was photographed, at the size that a store takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ICON = readFileSync(join(import.meta.dirname, '../../assets/icon/icon.svg'), 'utf8');

const STYLE = `
* { box-sizing: border-box; margin: 0; }
body { width: 100vw; height: 100vh; overflow: hidden; background: linear-gradient(160deg, #f7f6f3, #e3f0ec); color: #23211d;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; display: flex; flex-direction: column; }
:root:lang(zh-TW) body { font-family: system-ui, "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; }
h1 { font-size: 38px; font-weight: 600; color: #17574a; padding: 34px 48px 24px; display: flex; align-items: center; gap: 18px; }
h1 svg { width: 52px; height: 52px; flex: none; }
.row { flex: 1; display: flex; gap: 28px; padding: 0 48px; min-height: 0; align-items: flex-start; }
img { display: block; border-radius: 10px 10px 0 0; box-shadow: 0 2px 6px rgb(35 33 29 / 12%), 0 16px 48px rgb(35 33 29 / 16%); }
.one { width: 100%; }
.half { width: calc(50% - 14px); }
.popup { width: 400px; border-radius: 10px; align-self: flex-start; }
.behind { width: 756px; }
.tile { align-items: center; justify-content: center; gap: 14px; text-align: center; }
.tile svg { width: 84px; height: 84px; }
.tile b { font-size: 34px; color: #17574a; }
.tile p { font-size: 19px; color: #66615a; padding: 0 24px; }
`;

interface Shot {
  /** PNG data. */
  readonly data: Buffer;
  /** A class of the style above. */
  readonly kind: 'one' | 'half' | 'popup' | 'behind';
}

/** A page of a caption and what was photographed, side by side. */
export function composed(language: string, caption: string, shots: readonly Shot[]): string {
  const images = shots.map(
    ({ data, kind }) => `<img class="${kind}" src="data:image/png;base64,${data.toString('base64')}" alt="">`,
  );
  return page(language, '', `<h1>${ICON}${caption}</h1><div class="row">${images.join('')}</div>`);
}

/** The small tile: sign, name and one line. */
export function tile(language: string, name: string, line: string): string {
  return page(language, 'tile', `${ICON}<b>${name}</b><p>${line}</p>`);
}

function page(language: string, kind: string, body: string): string {
  const tag = language.replace('_', '-');
  return `<!doctype html><html lang="${tag}"><head><meta charset="utf-8"><style>${STYLE}</style></head><body class="${kind}">${body}</body></html>`;
}
