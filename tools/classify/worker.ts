/**
 * A child process of the classifier: takes files one at a time. Its first argument says whether the runs are wanted.
 */
import { classifyFile } from './classify-page.ts';

const withRuns = process.argv[2] === 'runs';

process.on('message', ({ index, file }: { index: number; file: string }) => {
  process.send?.({ index, line: classifyFile(file, withRuns) });
});
