/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** A line `bias n`, then `quantity n` for each of lib/model/page-features.ts, in 256ths of a log-odds for each step. */
export const pages = (): string => `bias -1155
titlePeak 0
titleSpam 0
titleShare 0
titleHonest -11
titleAgain 0
titleOnly 0
echo 30
longEcho 8
claim 26
official 1
found 1
trade 23
tenth 3
hundredth 23
peak 16
alien 30
units 0`;
