// `npm run dist [-- electron-builder's arguments]`: packages for this system, on the official Electron.
// `npm run dist -- --dir` makes the unpacked folder only; with the fallback Electron that is a trial of the
// configuration and never handed out.
import { build } from '../setup/ensureBuild.ts';
import { prepare } from '../setup/prepare.ts';
import { runStep } from '../setup/runSteps.ts';

const args = process.argv.slice(2);
const electron = await prepare({ electron: true });
if (electron?.kind === 'fallback' && !args.includes('--dir')) {
  console.error(
    'Packages are built on the official Electron only, and it could not be downloaded here.\n  next: set ELECTRON_MIRROR to a mirror that this machine reaches; to try the configuration: npm run dist -- --dir',
  );
  console.error(
    '  下一步：安装包只用官方 Electron 制作。请把 ELECTRON_MIRROR 设为可访问的镜像；只试配置可运行 npm run dist -- --dir。',
  );
  process.exitCode = 1;
} else if (electron !== null) {
  const given =
    electron.kind === 'official'
      ? []
      : [`-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`];
  const built = await build();
  process.exitCode =
    built !== 0
      ? built
      : await runStep({
          title: 'packages',
          script: ['node_modules', 'electron-builder', 'out', 'cli', 'cli.js'],
          args: ['--publish', 'never', ...given, ...args],
        });
}
