import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { KeyboardEvent } from 'react';
import { assertNever } from '../../shared/assertNever.ts';
import type { Preview, PreviewPage } from '../../shared/contract/Preview.ts';
import { goTo, jumpTo } from '../app/navigation.ts';
import { useApplication, useCall } from '../draft/useDraft.ts';
import { AttachmentPicture } from './AttachmentPicture.tsx';
import { PageCanvas } from './PageCanvas.tsx';
import styles from './PageSheet.module.css';
import { placeOfPage } from './pagePlaces.ts';
import { pageWords } from './pageWords.ts';
import { SealMarks } from './SealMarks.tsx';

type PageSheetProps = {
  readonly pdf: PDFDocumentProxy;
  readonly preview: Omit<Preview, 'pdf'>;
  readonly index: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly withSeals: boolean;
  /** The page one is reading: the one the Tab key comes to. */
  readonly current: boolean;
  readonly onJump: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** One page of the bundle with its number below; a click leads to where it is filled in. */
export function PageSheet(props: PageSheetProps) {
  const { pdf, preview, index, left, top, width, height, withSeals, current, onJump, onKeyDown } = props;
  const call = useCall();
  const page = preview.pages[index];
  if (page === undefined) return null;
  const { at, title } = placeOfPage(call, preview, index);
  const words = pageWords(page, index);
  const back = preview.duplex && index % 2 === 1;
  return (
    <li className={styles.place} style={{ left, top, width }} data-page={index}>
      <div className={styles.sheet} style={{ width, height }}>
        <PageContent page={page} pdf={pdf} width={width} height={height} spineRight={back} />
        {withSeals ? (
          <SealMarks pdf={pdf} page={page} seals={preview.seals} index={index} edgeLeft={back} />
        ) : null}
        <button
          type="button"
          className={styles.jump}
          tabIndex={current ? 0 : -1}
          title={title === '' ? undefined : `${title}：点击转到填写的地方`}
          aria-label={`${words}${title === '' ? '' : `，${title}`}，转到填写的地方`}
          onKeyDown={onKeyDown}
          onClick={() => {
            onJump();
            if (at === null) goTo({ page: 'overview' });
            else jumpTo(at);
          }}
        />
      </div>
      <p className={styles.caption} aria-hidden="true">
        {words}
      </p>
    </li>
  );
}

type PageContentProps = {
  readonly page: PreviewPage;
  readonly pdf: PDFDocumentProxy;
  readonly width: number;
  readonly height: number;
  readonly spineRight: boolean;
};

function PageContent({ page, pdf, width, height, spineRight }: PageContentProps) {
  switch (page.from) {
    case 'typeset':
      return <PageCanvas pdf={pdf} page={page.page} width={width} />;
    case 'attachment':
      return <AttachmentPage page={page} width={width} height={height} spineRight={spineRight} />;
    case 'unreadable':
      return <UnreadablePage id={page.id} />;
    case 'blank':
      return null;
    default:
      return assertNever(page);
  }
}

type AttachmentPageProps = Omit<PageContentProps, 'page' | 'pdf'> & {
  readonly page: Extract<PreviewPage, { from: 'attachment' }>;
};

function AttachmentPage({ page, width, height, spineRight }: AttachmentPageProps) {
  const attachment = useApplication(({ attachments }) => attachments.find(({ id }) => id === page.id));
  if (attachment === undefined) return null;
  return (
    <>
      <AttachmentPicture
        attachment={attachment}
        page={page.page}
        width={width}
        height={height}
        spineRight={spineRight}
      />
      <span
        className={styles.foot}
        style={{ fontSize: width * 0.0235 }}
        data-side={spineRight ? 'left' : 'right'}
      >
        <span className={styles.stamp}>{page.stamp}</span>
        {page.printed === null ? null : <span>— {page.printed} —</span>}
      </span>
    </>
  );
}

function UnreadablePage({ id }: { readonly id: string }) {
  const name = useApplication(({ attachments }) => attachments.find((one) => one.id === id)?.name ?? '');
  return <span className={styles.unreadable}>“{name}”打不开，装订时这里是一张说明页</span>;
}
