import { boundPages } from '../../../shared/documents/attachmentGroups.ts';
import { type Attachment, isKeptBeside, type SniffedType } from '../../../shared/entities/attachment.ts';

const TYPES: Readonly<Record<SniffedType, string>> = {
  pdf: 'PDF',
  jpeg: 'JPEG 图片',
  png: 'PNG 图片',
  tiff: 'TIFF 图片',
  webp: 'WebP 图片',
  ofd: 'OFD',
  zip: '压缩包',
  xlsx: 'Excel',
  xls: 'Excel',
  docx: 'Word',
  xml: 'XML',
  text: '文本',
  unknown: '未知类型',
};

/** 1.2 MB, 340 KB, 0 字节. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}

/** What is known about a file in short: `PDF · 4 页（装订 3 页） · 1.2 MB · 150 dpi`, `XML · 原件，随草稿保存，不装订 · 3 KB`. */
export function fileInShort(file: Attachment): string {
  const { sniffedType, pages, bytes, dpi, colourPages } = file;
  const bound = boundPages(file);
  return [
    TYPES[sniffedType],
    isKeptBeside(file)
      ? '原件，随草稿保存，不装订'
      : pages === null
        ? null
        : bound === pages
          ? `${pages} 页`
          : `${pages} 页（装订 ${bound ?? 0} 页）`,
    bytesInWords(bytes),
    dpi === null ? null : `${Math.round(dpi)} dpi`,
    colourPages === null || colourPages === 0 ? null : `彩色 ${colourPages} 页`,
  ]
    .filter((word) => word !== null)
    .join(' · ');
}

/** `PDF`, `Excel`, `XML`. */
export function typeInShort({ sniffedType }: Pick<Attachment, 'sniffedType'>): string {
  return TYPES[sniffedType];
}

/** Blank pages that will still be bound. */
export function blankPagesBound({ blankPages, omitPages }: Attachment): readonly number[] {
  return blankPages.filter((page) => !omitPages.includes(page));
}
