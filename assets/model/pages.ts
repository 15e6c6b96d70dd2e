/** Made by `npm run train`; see docs/MODEL.md. Not edited by hand. */

/** The same for each family of lib/model/page-features.ts. */
export const pages = (): string => `bias -79
title -1 -1 1 4 11 13 16 19
titleSum -1 3 6 13 18 20 20
trade -1 4 8 11 14 14 19 19 19
near -1 1 6 9 10 18 14
count -1 3 5 9 14 17 22
gone -1 1 9 20 30 35 35
own -1 6 12 17 17 19
text -1 -1 -1 0 -2 -2
alien -1 -1 6 16 23
first -1 0 3 2 -4 -3
units -1 -1 -3 -5 -14 -11
headings -1 1 0 1
headingPeak -1 0 3 7 9 14
mean -1 -1 2 6 7 8
tenth -1 -1 -1 -2 -1 4
textPeak -1 -2 -1 2 1 6 7
prosePeak -1 0 3 2 0 1
honestProse -1 -2 -1 2 4 5 5
tradeProse -1 -3 -3 -7 -13 -19
honest -1 0 3 5 10 12
chars -1 -1 -1 0 0 -1`;
