import styles from './PreviewPanel.module.css';
import { PreviewView } from './PreviewView.tsx';

/** 预览 beside the work: goes along with the section one is in. */
export function PreviewPanel() {
  return (
    <div className={styles.panel}>
      <PreviewView name="side" follows />
    </div>
  );
}
