// npm start [-- URL or FILE] [--firefox] [--headless]: a browser with Saozhu on the demo page, a saved page or an
// address.
import { handOver, setUp, tellTrouble } from '../setup.mjs';
import { readArguments } from '../start/target.mjs';

tellTrouble(() => {
  const args = process.argv.slice(2);
  const { firefox } = readArguments(args);
  setUp([firefox ? 'firefox' : 'chromium'], { strict: false });
  handOver('tools/start/main.ts', args);
});
