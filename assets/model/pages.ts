/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** The same for each family of lib/model/page-features.ts. */
export const pages = (): string => `bias -71
title -2 -6 -6 -9 0 -7 -3 7
titleSum -2 1 -1 5 17 20 13
trade -2 10 11 21 18 19 27 27 27
near -2 -1 3 10 14 21 14
count -2 5 8 14 13 15 14
gone -2 6 24 44 67 72 79
own -2 10 15 23 9 22
text -2 1 0 1 -5 1
alien -2 -10 2 26 40
first -2 2 11 13 -24 -38
units -2 2 5 5 -19 -6
headings -2 9 -5 6
echoes -2 5 23 48 66 84
pieces -2 2 4 -6
mean -2 -1 2 8 12 29`;
