// The application loader that the fallback Electron lacks: what `electron FOLDER` does in an official
// build. The first argument that is no switch is the application's folder. Runs inside Electron 33.
// A module with a top-level await: Electron becomes ready only after the application has been loaded.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const index = process.argv.findIndex((argument, at) => at > 0 && !argument.startsWith('-'));
if (index < 0) {
  console.error('usage: electron FOLDER');
  app.exit(2);
} else {
  // The application sees the arguments an official Electron would show it: [electron, folder, ...].
  process.argv.splice(1, index - 1);
  await load(path.resolve(process.argv[1] ?? '.'));
}

/** @param {string} folder */
async function load(folder) {
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const name = description.productName || description.name;
  if (name) {
    app.setName(name);
    app.setPath('userData', path.join(app.getPath('appData'), name));
  }
  // Electron has these two for its own loader and does not document them.
  if (description.version) Reflect.get(app, 'setVersion').call(app, description.version);
  Reflect.get(app, 'setAppPath').call(app, folder);
  try {
    await import(pathToFileURL(path.join(folder, description.main || 'index.js')).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
