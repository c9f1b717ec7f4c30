import { LeftOutlined, RightOutlined, ZoomInOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { PagePicture } from '../attachments/PagePicture.tsx';
import styles from './Invoices.module.css';

/** The pages of an invoice's copies, one after the other; large on demand. */
export function CopyPages({ files }: { readonly files: readonly Attachment[] }) {
  const pages = files.flatMap((file) =>
    Array.from({ length: file.pages ?? 0 }, (_, page) => ({ file, page: page + 1 })),
  );
  const [wanted, setWanted] = useState(0);
  const [large, setLarge] = useState(false);
  const at = Math.min(wanted, pages.length - 1);
  const shown = pages[at];
  if (shown === undefined) return null;
  const name = `${shown.file.name} 第 ${shown.page} 页`;
  return (
    <figure className={styles.pageView}>
      <div className={styles.page}>
        <PagePicture file={shown.file} page={shown.page} width={420} alt={name} />
      </div>
      <figcaption>
        <Button
          size="small"
          aria-label="上一页"
          icon={<LeftOutlined aria-hidden />}
          disabled={at === 0}
          onClick={() => setWanted(at - 1)}
        />
        第 {at + 1} / {pages.length} 页
        <Button
          size="small"
          aria-label="下一页"
          icon={<RightOutlined aria-hidden />}
          disabled={at === pages.length - 1}
          onClick={() => setWanted(at + 1)}
        />
        <Button size="small" icon={<ZoomInOutlined aria-hidden />} onClick={() => setLarge(true)}>
          放大
        </Button>
      </figcaption>
      {large && (
        <Dialog title={name} width={1100} onClose={() => setLarge(false)}>
          <div className={styles.large}>
            <PagePicture file={shown.file} page={shown.page} width={1040} alt={name} lazy={false} />
          </div>
        </Dialog>
      )}
    </figure>
  );
}
