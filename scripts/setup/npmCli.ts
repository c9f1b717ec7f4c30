import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * npm's own JavaScript, so that npm runs without a shell (a .cmd file cannot be spawned on Windows).
 * Inside an npm script npm says where it is; otherwise it stands beside the Node on the PATH.
 */
export function npmCli(): string {
  const said = process.env.npm_execpath ?? '';
  if (path.basename(said) === 'npm-cli.js' && existsSync(said)) return said;
  const folders = (process.env.PATH ?? process.env.Path ?? '').split(path.delimiter);
  for (const folder of folders) {
    for (const place of [path.join(folder, 'node_modules'), path.join(folder, '..', 'lib', 'node_modules')]) {
      const file = path.join(place, 'npm', 'bin', 'npm-cli.js');
      if (existsSync(file)) return file;
    }
  }
  throw new Error('npm was not found; start this through an npm script, for example: npm test');
}
