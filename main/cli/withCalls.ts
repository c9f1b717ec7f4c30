import { Option } from 'commander';
import { type KnownCalls, knownCalls } from '../tasks/knownCalls.ts';
import { fromCaller } from './callerFolder.ts';
import { type Reply, refusal } from './reply.ts';

/** `--calls DIR`: calls of one's own besides those the product knows; for authors who try them out. */
export const callsOption = (): Option => new Option('--calls <文件夹>', '另外使用这个文件夹中自己编写的通知');

/** Loads the known calls for a command; a broken call of one's own is the caller's mistake, told in words. */
export async function withCalls(
  folder: string | undefined,
  work: (calls: KnownCalls) => Promise<Reply> | Reply,
): Promise<Reply> {
  if (folder === undefined) return work(knownCalls());
  let calls: KnownCalls;
  try {
    calls = knownCalls(fromCaller(folder));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return refusal('calls-unusable', missing ? `找不到文件夹 ${folder}。` : message);
  }
  return work(calls);
}
