import { open } from 'node:fs/promises';

/**
 * Whether a file is text that begins as JSON does: an answers file, whatever its name. Anything else, and
 * what cannot be read, is left to those who open drafts.
 */
export async function isAnswersFile(file: string): Promise<boolean> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(file, 'r');
  } catch {
    // A name that says JSON is asked about as such, so that "not found" speaks of the right thing.
    return /\.json$/i.test(file);
  }
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    const begins = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart();
    return begins.startsWith('{') || begins.startsWith('[') || /\.json$/i.test(file);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
