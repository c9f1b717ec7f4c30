import { useState } from 'react';
import type { Attachment } from '../../../shared/entities/attachment.ts';
import styles from './PagePicture.module.css';
import { pagePictureUrl } from './pagePictureUrl.ts';

type PagePictureProps = {
  readonly file: Pick<Attachment, 'sha256' | 'rotate'>;
  /** From 1. */
  readonly page: number;
  /** Width of the box in CSS pixels; the picture is drawn as sharp as the screen shows it. */
  readonly width: number;
  readonly alt: string;
  /** Off the screen it is not asked for. */
  readonly lazy?: boolean;
};

/** A page of a file, turned as the user wishes, as large as its box lets it be. */
export function PagePicture({ file: { sha256, rotate }, page, width, alt, lazy = true }: PagePictureProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const address = pagePictureUrl(sha256, page, width * Math.min(2, window.devicePixelRatio || 1));
  const lies = rotate === 90 || rotate === 270;
  if (failed === address)
    return (
      <span className={styles.box}>
        <span className={styles.none}>没有画面</span>
      </span>
    );
  return (
    <span className={styles.box}>
      <img
        className={lies ? styles.lying : styles.standing}
        style={rotate === 0 ? {} : { rotate: `${rotate}deg` }}
        src={address}
        alt={alt}
        loading={lazy ? 'lazy' : 'eager'}
        decoding="async"
        draggable={false}
        onError={() => setFailed(address)}
      />
    </span>
  );
}
