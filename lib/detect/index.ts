/** The detector with all its questions, for programs; the sweep asks the last one only where something hints at its answer. */
import type { Model } from '../model/bundled.ts';
import { createDetector as createSweeper } from './detector.ts';
import { mirrored } from './mirrored.ts';
import type { DetectOptions, Detector } from './types.ts';

/** Makes a detector for one page; `model` is the shipped one unless a test or an evaluation brings its own. */
export function createDetector(options: DetectOptions, ...model: [] | [Model]): Detector {
  const sweeper = createSweeper(options, ...model);
  return {
    page(document) {
      const report = sweeper.page(document);
      return mirrored(report, document, options.url, report.findings.length > 0);
    },
    changed: (document, nodes) => sweeper.changed(document, nodes),
  };
}
