import { changePreferences, readPreferences } from '../preferences.ts';

/** What the side panel shows. */
export type SideTab = 'requirements' | 'findings' | 'preview';

/** Name under which the tab in view is kept. */
export const SIDE_TAB = 'side.tab';

/** Opens the side panel at one of its tabs. */
export function showSide(tab: SideTab): void {
  const { layout } = readPreferences();
  changePreferences({ sideOpen: true, layout: { ...layout, [SIDE_TAB]: tab } });
}
