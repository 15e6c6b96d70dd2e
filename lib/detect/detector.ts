import type { DetectOptions, Detector, Finding, Part } from './types.ts';

// Placeholder rule until the trained model stands here.
const TERMS = /娱乐城|彩票|赌场|蜘蛛池|百家乐|棋牌|贷款秒批|在线观看|私服/g;

/** Makes a detector for one page. */
export function createDetector(_options: DetectOptions): Detector {
  const scan = (document: Document, roots: readonly Node[]): Finding[] => {
    const findings: Finding[] = [];
    for (const root of roots) {
      const walker = document.createTreeWalker(root, 4);
      for (let n = root.nodeType === 3 ? root : walker.nextNode(); n; n = walker.nextNode()) {
        const data = (n as Text).data;
        const hits = data.match(TERMS)?.length ?? 0;
        if (hits < 2 || hits * 40 < data.length) continue;
        const parts: Part[] = [{ first: n as Text, last: n as Text }];
        findings.push({
          kind: 'farm',
          confidence: 0.99,
          parts,
          links: 0,
          chars: data.length,
          snippet: data.trim().slice(0, 160),
          reasons: [{ code: 'words', count: hits, family: 'gambling' }],
          segments: data.split(/[|_,\-\s]+/).slice(0, 200),
        });
      }
    }
    return findings;
  };
  return {
    page(document) {
      const findings = document.body ? scan(document, [document.body]) : [];
      return {
        verdict: findings.length ? 'infected' : 'clean',
        confidence: 0.9,
        reasons: [],
        original: null,
        title: null,
        findings,
      };
    },
    changed: (document, nodes) => scan(document, nodes),
  };
}
