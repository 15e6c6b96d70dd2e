/** The curve over `shift`, and a shift for each fold that the four others chose. */
import { DECISION } from '../../lib/detect/thresholds.ts';
import { FOLDS } from '../corpus/folds.ts';
import { hideBy, type JudgedPage } from './judged-page.ts';
import { isTouched } from './metrics.ts';
import { type PageScore, scorePage } from './score.ts';
import { isHonest, type Subject } from './subjects.ts';

export const SHIFTS = [-1, -0.5, 0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3] as const;
/** A nested choice touches at most one honest page in so many of the folds that choose. */
const TOUCHED_ONE_IN = 2000;

/** For each shift the scores of all subjects, in their order. */
export function scoresByShift(
  subjects: readonly Subject[],
  judged: readonly JudgedPage[],
): ReadonlyMap<number, readonly PageScore[]> {
  return new Map(
    SHIFTS.map((shift) => [
      shift,
      judged.map((one, i) => scorePage(one.page, (subjects[i] as Subject).group, hideBy(one, { ...DECISION, shift }))),
    ]),
  );
}

/** For each fold the lowest shift that touches few enough honest pages of the others; the highest where none does. */
export function nestedShifts(
  subjects: readonly Subject[],
  byShift: ReadonlyMap<number, readonly PageScore[]>,
): number[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    for (const [shift, scores] of byShift) {
      let [touched, all] = [0, 0];
      subjects.forEach((subject, i) => {
        if (!isHonest(subject) || subject.fold === fold) return;
        all++;
        if (isTouched(scores[i] as PageScore)) touched++;
      });
      if (touched * TOUCHED_ONE_IN <= all) return shift;
    }
    return SHIFTS.at(-1) as number;
  });
}
