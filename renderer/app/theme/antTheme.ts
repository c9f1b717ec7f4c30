import { theme as antd, type ThemeConfig } from 'antd';
import { readTokens } from './readTokens.ts';

/** How antd looks in the window: the tokens' colours, 14 px, compact tables, motion that is over at once. */
export function antTheme(theme: 'light' | 'dark'): ThemeConfig {
  const tokens = readTokens(theme);
  return {
    algorithm: theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    hashed: false,
    cssVar: { key: 'chengce' },
    token: {
      colorPrimary: tokens.accent,
      colorInfo: tokens.accent,
      colorLink: tokens.accent,
      colorSuccess: tokens.done,
      colorWarning: tokens.warning,
      colorError: tokens.error,
      colorTextBase: tokens.ink,
      colorBgBase: tokens.sheet,
      colorText: tokens.ink,
      colorTextSecondary: tokens.inkSoft,
      colorTextTertiary: tokens.inkFaint,
      colorTextPlaceholder: tokens.inkFaint,
      colorTextDisabled: tokens.inkFaint,
      colorTextDescription: tokens.inkSoft,
      colorTextLightSolid: tokens.onAccent,
      colorBgLayout: tokens.paper,
      colorBgContainer: tokens.sheet,
      colorBgElevated: tokens.sheet,
      colorBgContainerDisabled: tokens.tray,
      colorBgMask: tokens.veil,
      colorBorder: tokens.lineStrong,
      colorBorderSecondary: tokens.line,
      colorSplit: tokens.line,
      controlItemBgActive: tokens.accentSoft,
      borderRadius: 6,
      fontSize: 14,
      fontFamily: tokens.uiFont,
      motionUnit: 0.05,
    },
    components: {
      Table: {
        headerBg: tokens.tray,
        headerColor: tokens.inkSoft,
        cellPaddingBlock: 6,
        cellPaddingInline: 10,
        cellPaddingBlockSM: 4,
        rowSelectedBg: tokens.accentSoft,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Alert: { withDescriptionPadding: '12px 16px' },
      Segmented: { trackBg: tokens.tray },
    },
  };
}
