/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** A line `bias n`, then `quantity n` for each of lib/model/page-features.ts, in 256ths of a log-odds for each step. */
export const pages = (): string => `bias -1339
titlePeak 5
titleSpam 0
titleShare 0
titleHonest -11
titleAgain 0
titleOnly 0
echo 31
longEcho 9
claim 27
official 2
found 1
trade 21
tenth 1
hundredth 20
peak 34
alien 31
units 0`;
