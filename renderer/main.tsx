import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { runCommand } from './app/commands/commands.ts';
import { listenToKeys } from './app/commands/listenToKeys.ts';
import { listenToMain, openRequested } from './app/drafts.ts';
import { loadPreferences } from './app/preferences.ts';
import './ui/tokens.css';
import './ui/base.css';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const root = createRoot(element);
const show = (opening: boolean): void =>
  root.render(
    <StrictMode>
      <App opening={opening} />
    </StrictMode>,
  );

listenToMain(runCommand);
listenToKeys();
show(true);
// What was asked for by double click, or was open before the window came back, comes before the start page.
await Promise.all([loadPreferences(), openRequested()]);
show(false);
