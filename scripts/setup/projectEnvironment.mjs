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
  // Vitest colours its report even into a file; whoever reads a file wants the words alone.
  if (!process.stdout.isTTY && env.FORCE_COLOR === undefined) env.NO_COLOR ??= '1';
  return env;
}
