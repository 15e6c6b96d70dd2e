/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** A line `bias n`, then `quantity n` for each of lib/model/page-features.ts, in 256ths of a log-odds for each step. */
export const pages = (): string => `bias -1164
titlePeak 1
titleSpam 0
titleShare 0
titleHonest -11
titleAgain 0
titleOnly 0
echo 29
longEcho 7
claim 26
official 2
found 0
trade 19
tenth 4
hundredth 24
peak 15
alien 32
units 0`;
