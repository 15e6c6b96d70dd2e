/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** A line `bias n`, then `quantity n` for each of lib/model/page-features.ts, in 256ths of a log-odds for each step. */
export const pages = (): string => `bias -1258
titlePeak 0
titleSpam 2
titleShare 0
titleHonest -9
titleAgain 3
titleOnly 0
echo 31
longEcho 9
claim 29
official 0
found 0
trade 28
tenth 2
hundredth 15
peak 26
alien 37
units 0`;
