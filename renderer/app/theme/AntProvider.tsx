import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useMemo } from 'react';
import { cspNonce } from '../cspNonce.ts';
import { antTheme } from './antTheme.ts';
import { useTheme } from './useTheme.ts';

/** antd as this window uses it; apart from the start page, which does without. */
export function AntProvider({ children }: { readonly children: ReactNode }) {
  const theme = useTheme();
  const config = useMemo(() => antTheme(theme), [theme]);
  return (
    <ConfigProvider
      locale={zhCN}
      csp={{ nonce: cspNonce }}
      theme={config}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}
