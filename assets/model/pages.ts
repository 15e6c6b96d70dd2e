/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** The same for each family of lib/model/page-features.ts. */
export const pages = (): string => `bias -80
title -1 -1 1 4 11 13 17 19
titleSum -1 4 7 13 19 21 20
trade -1 5 9 13 16 13 18 18 18
near -1 0 5 10 12 18 15
count -1 3 6 10 13 16 20
gone -1 3 10 23 33 38 38
own -1 6 12 17 17 20
text -1 -1 -1 0 -4 -4
alien -1 -1 5 15 23
first -1 0 5 7 3 3
units -1 -1 -3 -5 -14 -13
headings -1 1 -1 -2
headingPeak -1 0 4 7 9 15
mean -1 -1 2 6 9 8
tenth -1 -1 -1 -2 -1 3
textPeak -1 -2 -1 2 1 5 8
prosePeak -1 0 3 2 1 3
honestProse -1 -1 -1 2 3 5 4
tradeProse -1 -2 -1 -6 -12 -16
honest -1 0 3 4 8 10
chars -1 -1 0 1 -1 -1`;
