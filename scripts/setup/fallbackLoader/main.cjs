// The application loader that the fallback Electron lacks: what `electron FOLDER` does in an official
// build. The first argument that is no switch is the application's folder. Runs inside Electron 33.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

function applicationFolder() {
  const rest = process.argv.slice(1);
  const index = rest.findIndex((argument) => !argument.startsWith('-'));
  if (index < 0) return null;
  // The application sees the arguments an official Electron would show it: [electron, folder, ...].
  process.argv.splice(1, index);
  return path.resolve(rest[index]);
}

async function load(folder) {
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const name = description.productName || description.name;
  if (name) {
    app.setName(name);
    app.setPath('userData', path.join(app.getPath('appData'), name));
  }
  if (description.version) app.setVersion(description.version);
  app.setAppPath(folder);
  await import(pathToFileURL(path.join(folder, description.main || 'index.js')).href);
}

const folder = applicationFolder();
if (folder === null) {
  console.error('usage: electron FOLDER');
  app.exit(2);
} else {
  load(folder).catch((error) => {
    console.error(error);
    app.exit(1);
  });
}
