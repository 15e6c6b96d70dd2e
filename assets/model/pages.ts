/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** The same for each family of lib/model/page-features.ts. */
export const pages = (): string => `bias -71
title -2 -7 -5 -8 -2 -7 -4 10
titleSum -2 5 -3 5 17 21 15
trade -2 10 11 23 25 21 21 21 21
near -2 -3 7 13 18 38 23
count -2 5 7 12 16 6 8
gone -2 9 27 44 67 74 80
own -2 8 14 18 6 12
text -2 -2 -3 -4 -12 -8
alien -2 -9 2 27 44
first -2 1 15 18 -18 -24
units -2 2 6 9 -14 -2
headings -2 8 -1 3
echoes -2 1 25 49 66 84
pieces -2 1 0 -8
mean -2 -1 1 8 8 19`;
