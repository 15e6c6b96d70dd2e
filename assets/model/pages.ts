/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** A line `bias n`, then `quantity n` for each of lib/model/page-features.ts, in 256ths of a log-odds for each step. */
export const pages = (): string => `bias -1472
titlePeak 10
titleSpam 0
titleShare 2
titleHonest -8
titleAgain 21
titleOnly 2
echo 34
longEcho 7
claim 16
official 6
found 3
trade 14
tenth 19
hundredth 27
peak 19
alien 23
units 0`;
