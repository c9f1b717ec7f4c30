import { StartPage } from '../start/StartPage.tsx';

/** The window's content. The first version has one page. */
export function App() {
  return <StartPage />;
}
