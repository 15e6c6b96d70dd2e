/** A worker thread of the classifier: takes files one at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { classifyFile } from './classify-page.ts';

const { withRuns } = workerData as { withRuns: boolean };

parentPort?.on('message', ({ index, file }: { index: number; file: string }) => {
  parentPort?.postMessage({ index, line: classifyFile(file, withRuns) });
});
