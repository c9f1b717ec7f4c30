import type { Attachment } from '../../shared/entities/attachment.ts';
import { pagePictureUrl } from '../steps/attachments/pagePictureUrl.ts';
import { type PagePlace, SHARP_WIDTH } from './PageView.tsx';
import styles from './PlaceCrop.module.css';
import { usePictureRatio } from './usePictureRatio.ts';

type PlaceCropProps = {
  readonly file: Attachment;
  readonly place: PagePlace;
  /** Degrees clockwise the page is shown turned. */
  readonly turn: Attachment['rotate'];
  /** Room in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly label: string;
};

/** What stands at a place of a page, cut out of its picture: to be compared with the value beside it at a glance. */
export function PlaceCrop({ file, place, turn, width, height, label }: PlaceCropProps) {
  const address = pagePictureUrl(file.sha256, place.page, SHARP_WIDTH);
  const ratio = usePictureRatio(address);
  if (ratio === null || place.width === 0 || place.height === 0) return <span className={styles.none} />;
  // A little of what stands around it belongs to the picture.
  const margin = { x: 0.004, y: 0.004 / ratio };
  const wide = place.width + margin.x * 2;
  const high = (place.height + margin.y * 2) * ratio;
  // Widths and heights are in widths of the page; the picture is never blown up beyond its own pixels.
  const lies = turn === 90 || turn === 270;
  const scale = Math.min(width / (lies ? high : wide), height / (lies ? wide : high), SHARP_WIDTH);
  const cut = { width: wide * scale, height: high * scale };
  return (
    <span
      className={styles.crop}
      style={lies ? { width: cut.height, height: cut.width } : cut}
      role="img"
      aria-label={label}
    >
      <span className={styles.cut} style={{ ...cut, transform: `translate(-50%, -50%) rotate(${turn}deg)` }}>
        <img
          className={styles.picture}
          src={address}
          alt=""
          draggable={false}
          style={{
            width: scale,
            height: scale * ratio,
            left: -(place.left - margin.x) * scale,
            top: -(place.top - margin.y) * ratio * scale,
          }}
        />
      </span>
    </span>
  );
}
