// A few cases to look at: `node tests/fill.mjs <address> [how many]`.
import { openBrowser } from './browser.mjs';
import { branchApplication, caller, token } from './seed.mjs';

const [address, many = '3'] = process.argv.slice(2);
const { context, page, close } = await openBrowser();
const call = caller(address, token('channel'));
for (let at = 0; at < Number(many); at++) {
  const made = await branchApplication(call, page, { amount_minor: [15_000_000, 8_000_000, 30_000_000][at % 3] });
  process.stdout.write(`${made.applicationNo} ${made.applicationId}\n`);
}
await context.close();
await close();
