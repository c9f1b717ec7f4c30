import path from 'node:path';

/**
 * The environment for everything the scripts start: node_modules/.bin and the project's Node come first.
 * On Windows the variable may be spelled Path; one spelling must survive, or the child sees two.
 * @param {string} root project folder
 * @param {string} node path of the Node executable to prefer
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(root, node) {
  const env = { ...process.env };
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  env[name] = [path.join(root, 'node_modules', '.bin'), path.dirname(node), env[name] ?? ''].join(
    path.delimiter,
  );
  return env;
}
