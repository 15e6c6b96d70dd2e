// npm run dev [-- --firefox]: a browser on the demo page that follows what is changed in the code.
import { handOver, setUp, tellTrouble } from '../setup.mjs';

tellTrouble(() => {
  const args = process.argv.slice(2);
  setUp([args.includes('--firefox') ? 'firefox' : 'chromium'], { strict: false });
  handOver('tools/dev/main.ts', args);
});
