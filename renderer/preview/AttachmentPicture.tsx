import { useState } from 'react';
import type { Attachment } from '../../shared/entities/attachment.ts';
import styles from './PageSheet.module.css';
import { placePicture } from './placePicture.ts';

type AttachmentPictureProps = {
  readonly attachment: Attachment;
  /** Page of the file, from 1. */
  readonly page: number;
  /** Of the sheet it lies on, CSS px. */
  readonly width: number;
  readonly height: number;
  /** The binding edge is on the right: the back of a leaf. */
  readonly spineRight: boolean;
};

/** Pictures are asked for in these steps of width, so that zooming a little asks for nothing. */
const STEP = 300;

/** A page of an attached file as it will lie on its sheet: fitted, turned where that prints it larger. */
export function AttachmentPicture({ attachment, page, width, height, spineRight }: AttachmentPictureProps) {
  const [natural, setNatural] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const pixels = Math.min(2400, Math.ceil((width * window.devicePixelRatio) / STEP) * STEP);
  const lying =
    natural === null ? null : placePicture(natural, { width, height, spineRight }, attachment.rotate);
  return (
    <>
      {lying === null ? <span className={styles.coming}>正在取这一页…</span> : null}
      <img
        className={styles.picture}
        src={`/files/${attachment.sha256}/pages/${page}?width=${pixels}`}
        loading="lazy"
        decoding="async"
        draggable={false}
        alt={`${attachment.name} 第 ${page} 页`}
        onLoad={({ currentTarget }) =>
          setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
        }
        style={
          lying === null
            ? { visibility: 'hidden' }
            : {
                left: lying.left,
                top: lying.top,
                width: lying.width,
                height: lying.height,
                transform: `rotate(${lying.turn}deg)`,
              }
        }
      />
    </>
  );
}
