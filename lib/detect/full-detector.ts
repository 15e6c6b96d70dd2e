/**
 * The detector with all its questions, for programs; the sweep asks the last ones (why, and whether the page is a
 * mirror) only where something hints at an answer or somebody wants to know.
 */
import { bundledModel, type Model } from '../model/bundled.ts';
import { bundledFamilies } from '../model/families.ts';
import { hasOwnSpam } from './posted.ts';
import { createSweepDetector } from './sweep-detector.ts';
import type { DetectOptions, Detector } from './types.ts';
import { explained } from './why.ts';
import { withMirror } from './with-mirror.ts';

/** Makes a detector for one page; `model` is the shipped one unless a test or an evaluation brings its own. */
export function createDetector(options: DetectOptions, model: Model = bundledModel()): Detector {
  const sweeper = createSweepDetector(options, model);
  const families = () => bundledFamilies(model.lexicon.codes);
  return {
    page(document) {
      const report = explained(sweeper.page(document), families);
      const findings = report.findings.map((finding) => explained(finding, families));
      return withMirror({ ...report, findings }, document, options.url, hasOwnSpam(findings));
    },
    changed: (document, nodes) => sweeper.changed(document, nodes).map((finding) => explained(finding, families)),
  };
}
