/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** A line `bias n`, then `quantity n` for each of lib/model/page-features.ts, in 256ths of a log-odds for each step. */
export const pages = (): string => `bias -1098
titlePeak 0
titleSpam 1
titleShare 0
titleHonest -11
titleAgain 0
titleOnly 0
echo 31
longEcho 12
claim 29
official 2
found 0
trade 32
tenth 0
hundredth 12
peak 21
alien 32
units 0`;
