// Every npm script starts here, on whatever Node the machine has (20 or newer) and before anything is
// installed: bring the dependencies and the project's own Node 24, then run scripts/tasks/NAME.ts on it.
// Plain JavaScript without dependencies, no shell, so that a fresh clone and Windows both work.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './setup/dependencies.mjs';
import { projectEnvironment } from './setup/projectEnvironment.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [task = '', ...args] = process.argv.slice(2);
const entry = path.join(root, 'scripts', 'tasks', `${task}.ts`);

if (!/^[a-z]+$/.test(task) || !existsSync(entry)) {
  console.error(`There is no task "${task}". The tasks are the scripts of package.json: npm run`);
  console.error(`没有名为“${task}”的任务。可用的任务见 package.json，运行 npm run 可列出。`);
  process.exit(2);
}

const dependencies = ensureDependencies(root);
if (!dependencies.ok) {
  console.error(`set-up: ${dependencies.what}\n  next: ${dependencies.next}\n  下一步：${dependencies.zh}`);
  process.exit(1);
}
if (dependencies.changed) console.error(`set-up: ${dependencies.note}`);

const child = spawn(dependencies.node, [entry, ...args], {
  stdio: 'inherit',
  env: projectEnvironment(root, dependencies.node),
});
// The terminal sends Ctrl+C to both: wait for the task to end in its own way and pass its result on.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (signal !== 'SIGINT') child.kill(signal);
  });
}
child.on('error', (error) => {
  console.error(
    `The project's Node did not start: ${error.message}\n  next: npm ci\n  下一步：运行 npm ci 重新安装依赖。`,
  );
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
