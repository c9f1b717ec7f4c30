import path from 'node:path';
import { projectRoot } from '../setup/projectRoot.ts';
import { makeCluster } from './cluster/makeCluster.ts';
import { createPrinter } from './createPrinter.ts';
import { makePlatform } from './platform/makePlatform.ts';
import { writeSample } from './sampleFiles.ts';
import { makeWorkshop } from './workshop/makeWorkshop.ts';

/** Makes assets/samples anew; a second run writes the same bytes. */
export async function makeSamples(root: string = path.join(projectRoot, 'assets', 'samples')): Promise<void> {
  const printer = createPrinter();
  for (const make of [makeWorkshop, makePlatform, makeCluster]) {
    const sample = await make(printer);
    const { files, bytes } = writeSample(root, sample);
    console.log(`${sample.name}: ${files} files, ${(bytes / 1_000_000).toFixed(1)} MB`);
  }
}
