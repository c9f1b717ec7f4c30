import { themeQuartz } from 'ag-grid-community';

/** The grid in the window's own colours and sizes; light and dark come with the tokens. */
export const gridTheme = themeQuartz.withParams({
  backgroundColor: 'var(--sheet)',
  foregroundColor: 'var(--ink)',
  headerTextColor: 'var(--ink-soft)',
  headerBackgroundColor: 'var(--tray)',
  accentColor: 'var(--accent)',
  borderColor: 'var(--line)',
  rowHoverColor: 'var(--accent-soft)',
  selectedRowBackgroundColor: 'var(--accent-soft)',
  subtleTextColor: 'var(--ink-soft)',
  tooltipBackgroundColor: 'var(--sheet)',
  tooltipTextColor: 'var(--ink)',
  menuBackgroundColor: 'var(--sheet)',
  inputBackgroundColor: 'var(--sheet)',
  browserColorScheme: 'inherit',
  fontFamily: 'inherit',
  fontSize: 'var(--text)',
  headerFontWeight: 600,
  rowHeight: 32,
  headerHeight: 34,
  spacing: 6,
  borderRadius: 4,
  wrapperBorderRadius: 'var(--radius)',
  cellHorizontalPadding: 10,
});
