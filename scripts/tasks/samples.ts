// `npm run samples`: makes assets/samples anew; the same bytes each time.
import { prepare } from '../setup/prepare.ts';

await prepare({});
const { makeSamples } = await import('../samples/makeSamples.ts');
await makeSamples();
