// npm test: every check and test in both browsers, closing with one line "N passed, N failed".
import { handOver, setUp, tellTrouble } from '../setup.mjs';

tellTrouble(() => {
  setUp(['chromium', 'firefox'], { strict: true });
  handOver('tools/test/main.ts', process.argv.slice(2));
});
