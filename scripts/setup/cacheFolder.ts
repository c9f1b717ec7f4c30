import os from 'node:os';
import path from 'node:path';

/** The per-user folder for what is costly to make again. CHENGCE_CACHE overrides it. */
export function cacheFolder(): string {
  const { env, platform } = process;
  if (env.CHENGCE_CACHE) return path.resolve(env.CHENGCE_CACHE);
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local'), 'chengce', 'cache');
  if (platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'chengce');
  return path.join(env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'chengce');
}
