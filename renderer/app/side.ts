import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { changePreferences, readPreferences, usePreferences } from './preferences.ts';

/** What the side panel shows. */
export type SideTab = 'requirements' | 'findings' | 'preview';

/** Name under which the tab in view is kept. */
export const SIDE_TAB = 'side.tab';

/** Below this width of the page the side panel lies over the work; then it is open only when asked for. */
export const SIDE_BESIDE = 1120;

const over = createStore<{ readonly open: boolean }>(() => ({ open: false }));

const liesOver = (): boolean => window.innerWidth < SIDE_BESIDE;

/** Whether the side panel is open: beside the work as it was left, over the work as it was asked for. */
export function useSideOpen(isOver: boolean): boolean {
  const beside = usePreferences((all) => all.sideOpen);
  const asked = useStore(over, ({ open }) => open);
  return isOver ? asked : beside;
}

export function toggleSide(): void {
  if (liesOver()) over.setState({ open: !over.getState().open });
  else changePreferences({ sideOpen: !readPreferences().sideOpen });
}

export function closeSide(): void {
  if (liesOver()) over.setState({ open: false });
  else changePreferences({ sideOpen: false });
}

/** Opens the side panel at one of its tabs. */
export function showSide(tab: SideTab): void {
  const layout = { ...readPreferences().layout, [SIDE_TAB]: tab };
  if (liesOver()) over.setState({ open: true });
  changePreferences(liesOver() ? { layout } : { sideOpen: true, layout });
}
