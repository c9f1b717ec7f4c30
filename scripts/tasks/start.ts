// `npm start [FILE]`: opens the program. Without a display it says so and exports the first sample instead.
import { spawn } from 'node:child_process';
import { appFolder } from '../setup/appFolder.ts';
import { electronArguments, electronEnvironment } from '../setup/electron.ts';
import { ensureBuild } from '../setup/ensureBuild.ts';
import { exportSample } from '../setup/exportSample.ts';
import { prepare } from '../setup/prepare.ts';

const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

if (display) await openWindow();
else {
  await prepare({});
  console.error('There is no display here, so no window can open; exporting the first sample instead.');
  console.error('此处没有图形界面，无法打开窗口；改为导出第一个示例申报。');
  process.exitCode = await exportSample(process.env.INIT_CWD ?? process.cwd());
}

async function openWindow(): Promise<void> {
  const electron = await prepare({ system: 'window', electron: true });
  if (electron === null) return;
  const built = await ensureBuild();
  if (built !== 0) {
    console.error('The build failed; what is wrong stands above.\n构建失败，原因见上。');
    process.exitCode = built;
    return;
  }
  const args = [...electronArguments(), appFolder, ...process.argv.slice(2)];
  const child = spawn(electron.executable, args, { stdio: 'inherit', env: electronEnvironment(electron) });
  // Ending the command ends the program, whoever asks; Ctrl+C reaches it from the terminal by itself.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => undefined);
  child.on('error', (error) => {
    console.error(
      `Electron did not start: ${error.message}\n  next: npm run setup\n  下一步：运行 npm run setup。`,
    );
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
