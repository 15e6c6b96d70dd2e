/**
 * `npm run --silent classify -- [--runs] FILE or FOLDER…`: one JSON line a page on standard output, in the input's
 * order, at full CPU; progress on standard error. `-` reads one page from standard input. Exit code 1 when a file could
 * not be read.
 */
import { fork } from 'node:child_process';
import { readdirSync, statSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classifyFile, type PageLine } from './classify-page.ts';

const USAGE = 'usage: npm run --silent classify -- [--runs] FILE or FOLDER…   (- for standard input)';
/** Fewer files are done at once in this process: another takes longer to start. */
const FEW = 8;

/** Files named by the arguments; a folder stands for its .html and .htm files, recursively, sorted. */
function filesOf(argument: string): string[] {
  if (argument === '-') return ['-'];
  try {
    if (!statSync(argument).isDirectory()) return [argument];
  } catch {
    return [argument];
  }
  return readdirSync(argument, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.html?$/i.test(name))
    .sort()
    .map((name) => join(argument, name));
}

/** Writes all of it, also where standard output is a pipe that is full. */
function print(line: PageLine): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

/** Classifies files in as many processes as there are cores; lines come out in the files' order. */
async function classifyMany(
  files: readonly string[],
  withRuns: boolean,
  done: (line: PageLine) => void,
): Promise<void> {
  const waiting = new Map<number, PageLine>();
  let next = 0;
  let printed = 0;
  const script = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const workers = Array.from({ length: Math.min(availableParallelism(), files.length) }, () =>
    fork(script, [withRuns ? 'runs' : 'plain'], { execArgv: ['--import', 'tsx'] }),
  );
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          const give = () => {
            if (next < files.length) worker.send({ index: next, file: files[next++] });
            else worker.disconnect();
          };
          worker.on('error', reject);
          worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with code ${code}`))));
          worker.on('message', (message) => {
            const { index, line } = message as { index: number; line: PageLine };
            waiting.set(index, line);
            for (let ready = waiting.get(printed); ready !== undefined; ready = waiting.get(printed)) {
              waiting.delete(printed++);
              done(ready);
            }
            give();
          });
          give();
        }),
    ),
  );
}

async function main(args: readonly string[]): Promise<number> {
  const withRuns = args.includes('--runs');
  const named = args.filter((argument) => argument !== '--runs');
  const unknown = named.find((argument) => argument.startsWith('-') && argument !== '-');
  if (named.length === 0 || unknown !== undefined) {
    process.stderr.write(`${unknown === undefined ? '' : `unknown option ${unknown}\n`}${USAGE}\n`);
    return 2;
  }
  const files = named.flatMap(filesOf);
  let failed = 0;
  let count = 0;
  const isTerminal = process.stderr.isTTY === true;
  const done = (line: PageLine) => {
    print(line);
    if (line.error !== undefined) failed++;
    count++;
    if (isTerminal || count % 100 === 0 || count === files.length) {
      process.stderr.write(
        `${isTerminal ? '\r' : ''}${count} of ${files.length} pages${isTerminal && count < files.length ? '' : '\n'}`,
      );
    }
  };
  if (files.length < FEW || files.includes('-')) for (const file of files) done(classifyFile(file, withRuns));
  else await classifyMany(files, withRuns, done);
  return failed > 0 ? 1 : 0;
}

process.exit(await main(process.argv.slice(2)));
