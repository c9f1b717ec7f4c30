// `npm run samples`: assets/samples made anew by scripts/samples; only needed when a sample changes.
import { makeSamples } from '../samples/makeSamples.ts';
import { prepare } from '../setup/prepare.ts';

await prepare({});
await makeSamples();
