/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** The same for each family of lib/model/page-features.ts. */
export const pages = (): string => `bias -72
title -2 -2 2 -5 2 -1 13 30
titleSum -2 2 4 10 27 31 34
trade -2 15 21 27 29 40 45 33 40
near -2 2 10 8 7 14 2
count -2 10 13 13 2 5 6
gone -2 0 0 -6 -10 -17 -28
own -2 8 14 25 12 21
text -2 -6 -14 -21 -21 -5
alien -2 -2 10 26 21
first -2 -2 12 20 2 -3
units -2 -2 -1 -1 -28 -16
headings -2 5 9 22
echoes -2 11 23 39 57 74
pieces -2 -1 2 4
mean -2 -1 4 11 18 27`;
