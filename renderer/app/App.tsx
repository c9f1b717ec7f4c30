import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useStore } from 'zustand';
import { draftStore } from '../draft/draftStore.ts';
import { StartPage } from '../start/StartPage.tsx';
import { cspNonce } from './cspNonce.ts';
import { Workspace } from './Workspace.tsx';

/** The window's content: the start page, or the open draft. */
export function App() {
  const isOpen = useStore(draftStore, (state) => state !== null);
  return (
    <ConfigProvider locale={zhCN} csp={{ nonce: cspNonce }}>
      {isOpen ? <Workspace /> : <StartPage />}
    </ConfigProvider>
  );
}
