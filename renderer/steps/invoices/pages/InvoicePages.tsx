import { MinusOutlined, PlusOutlined, RotateLeftOutlined, RotateRightOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { type MouseEvent, type Ref, useEffect, useImperativeHandle, useMemo, useState } from 'react';
import type { InvoiceFieldName, InvoiceReading } from '../../../../shared/entities/invoiceReading.ts';
import type { FieldEvidence } from '../../../../shared/evidence/rowEvidence.ts';
import { useReadOnly } from '../../../draft/useDraft.ts';
import { clampZoom, PageView } from '../../../evidence/PageView.tsx';
import { boxesOn, type InvoicePage, pagesOfInvoice, placesOf } from '../../../evidence/placesOnPages.ts';
import { keysInWords } from '../../../ui/Kbd.tsx';
import type { ReviewScene } from '../review/reviewSteps.ts';
import styles from './InvoicePages.module.css';
import type { PageTurns } from './usePageTurns.ts';

type InvoicePagesProps = {
  readonly scene: Pick<ReviewScene, 'files' | 'sources' | 'readings'>;
  readonly evidence: readonly FieldEvidence[];
  readonly turns: PageTurns;
  /** The field in focus: its place is shown. */
  readonly focus: InvoiceFieldName | null;
  readonly onField: (field: InvoiceFieldName) => void;
  /** Turning for the keys of the queue. */
  readonly turning?: Ref<PageTurning>;
};

/** Turns the file of the page in view by a quarter, 1 clockwise. */
export type PageTurning = { readonly turn: (quarters: 1 | -1) => void };

/** The pages of an invoice's copies, with the places its values were read from. */
export function InvoicePages({ scene, evidence, turns, focus, onField, turning }: InvoicePagesProps) {
  const pages = useMemo(() => pagesOfInvoice(scene.files, scene.readings), [scene]);
  const [wanted, setWanted] = useState<InvoicePage | null>(null);
  const [zoom, setZoom] = useState(1);
  const readOnly = useReadOnly();
  const placed = useMemo(() => {
    const one = evidence.find(({ field }) => field === focus);
    return one === undefined ? [] : placesOf(scene.readings, one.field, one.value);
  }, [scene, evidence, focus]);
  const shown = pages.find((page) => wanted !== null && isSame(page, wanted)) ?? pages[0];

  // The value in focus stands on another page or copy: that one is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another focus turns the page, not a page turned by hand
  useEffect(() => {
    const isHere = ({ attachment, place }: (typeof placed)[number]): boolean =>
      attachment === shown?.file.id && place.page === shown.page;
    if (placed.length === 0 || placed.some(isHere)) return;
    const next = placed.flatMap(
      ({ attachment, place }) =>
        pages.find(({ file, page }) => file.id === attachment && page === place.page) ?? [],
    )[0];
    if (next !== undefined) setWanted(next);
  }, [placed]);

  const turn = (quarters: 1 | -1): void => {
    if (shown !== undefined && !readOnly) turns.turn(shown.file, shown.page, scene.readings, quarters);
  };
  useImperativeHandle(turning, () => ({ turn }));

  if (shown === undefined) return <NoPages scene={scene} />;
  const boxes = boxesOn(shown, evidence, scene.readings, focus);
  return (
    <div className={styles.pages} data-pages="">
      <div className={styles.tools}>
        {pages.length > 1 ? (
          <Segmented<number>
            size="small"
            className={styles.copies ?? ''}
            aria-label="影像"
            value={pages.indexOf(shown)}
            options={pages.map((page, index) => ({
              value: index,
              label: nameOf(page, pages),
              title: page.file.name,
            }))}
            onChange={(index) => setWanted(pages[index] ?? null)}
          />
        ) : null}
        <span className={styles.fileName} title={shown.file.name}>
          {shown.file.name}
        </span>
        {readOnly ? null : (
          <>
            <Button
              size="small"
              aria-label="逆时针转 90 度"
              title={`逆时针转 90°（核对时按 ${keysInWords('Mod+[')}），装订时也这样`}
              icon={<RotateLeftOutlined aria-hidden />}
              onMouseDown={keepFocus}
              onClick={() => turn(-1)}
            />
            <Button
              size="small"
              aria-label="顺时针转 90 度"
              title={`顺时针转 90°（核对时按 ${keysInWords('Mod+]')}），装订时也这样`}
              icon={<RotateRightOutlined aria-hidden />}
              onMouseDown={keepFocus}
              onClick={() => turn(1)}
            />
          </>
        )}
        <Button
          size="small"
          onMouseDown={keepFocus}
          aria-label="缩小"
          icon={<MinusOutlined aria-hidden />}
          onClick={() => setZoom(clampZoom(zoom / 1.25))}
        />
        <Button size="small" onMouseDown={keepFocus} onClick={() => setZoom(1)} title="适合宽度">
          {Math.round(zoom * 100)}%
        </Button>
        <Button
          size="small"
          onMouseDown={keepFocus}
          aria-label="放大"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setZoom(clampZoom(zoom * 1.25))}
        />
      </div>
      <PageView
        file={shown.file}
        page={shown.page}
        turn={turns.of(shown.file, shown.page, scene.readings)}
        boxes={boxes}
        zoom={zoom}
        onZoom={setZoom}
        label={`${shown.file.name} 第 ${shown.page} 页，框出的是读出内容的位置`}
        onBox={(key) => {
          const field = evidence.find((one) => key === one.field)?.field;
          if (field !== undefined) onField(field);
        }}
      />
    </div>
  );
}

/** A tool for the mouse: the field one is in stays the one the keys go to. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** An invoice that is data only: which files tell it. */
function NoPages({ scene: { sources, readings } }: Pick<InvoicePagesProps, 'scene'>) {
  return (
    <div className={styles.none}>
      <p>
        <strong>这张发票没有可看的版面。</strong>
      </p>
      {sources.length === 0 ? (
        <p>它的影像已经不在附件里。</p>
      ) : (
        <>
          <p>内容来自数据文件：</p>
          <ul>
            {sources.map((file) => (
              <li key={file.id}>
                {file.name}
                {rowsInWords(readings, file.id)}
              </li>
            ))}
          </ul>
          <p>装订时还需要它的版面：请把同一张发票的 PDF、OFD 或照片拖进窗口，会自动并到这一行。</p>
        </>
      )}
    </div>
  );
}

/** `，“发票基础信息”第 5 行`: where in a list it stands; separated text has rows alone. */
function rowsInWords(readings: readonly InvoiceReading[], file: string): string {
  const places = readings.flatMap(({ attachment, fields }) =>
    attachment === file ? fields.flatMap(({ place }) => (place?.on === 'cell' ? [place] : [])) : [],
  );
  const rows = new Set(
    places.map(({ sheet, cell }) => {
      const row = `第 ${cell.replace(/^[A-Z]+/, '')} 行`;
      return sheet === '' ? row : `“${sheet}”${row}`;
    }),
  );
  return rows.size === 0 ? '' : `，${[...rows].join('、')}`;
}

const isSame = (a: InvoicePage, b: InvoicePage): boolean => a.file.id === b.file.id && a.page === b.page;

const TYPES: Readonly<Record<string, string>> = { pdf: 'PDF', ofd: 'OFD' };

/** `PDF`, `OFD`, `照片 2`, `PDF 第 3 页`: short enough for a row of them. */
function nameOf({ file, page }: InvoicePage, pages: readonly InvoicePage[]): string {
  const type = TYPES[file.sniffedType] ?? '照片';
  const files = [...new Set(pages.map((one) => one.file))];
  const alike = files.filter((one) => (TYPES[one.sniffedType] ?? '照片') === type);
  const which = alike.length > 1 ? ` ${alike.indexOf(file) + 1}` : '';
  const several = pages.filter((one) => one.file === file).length > 1;
  return `${type}${which}${several ? ` 第 ${page} 页` : ''}`;
}
