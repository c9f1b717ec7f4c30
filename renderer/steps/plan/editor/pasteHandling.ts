import type { Slice } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import { cleanPastedHtml } from './cleanPastedHtml.ts';
import { insertPictures, type KeepPicture } from './pictureUploads.ts';

type PasteOptions = {
  readonly keep: KeepPicture;
  /** Says something quietly below the tools; null takes it away. */
  readonly tell: (notice: string | null) => void;
};

const BITMAP = /src\s*=\s*["']?data:image\//i;

/**
 * What comes in by paste and drop: text of other programs cleaned to what can be printed (and what had to go is
 * told), pictures kept in the draft. Files that are no pictures are left to the window, which takes attachments.
 */
export function pasteHandling({
  keep,
  tell,
}: PasteOptions): Pick<EditorProps, 'transformPastedHTML' | 'handlePaste' | 'handleDrop'> {
  const put = async (view: EditorView, files: readonly File[], at?: number): Promise<void> => {
    tell(null);
    const refusals = await insertPictures(view, files, keep, at);
    if (refusals.length > 0) tell(refusals.join(' '));
  };
  return {
    transformPastedHTML: (html) => {
      const { html: clean, dropped } = cleanPastedHtml(html);
      if (dropped.length > 0) tell(`文字已粘贴。去除了不支持的格式：${dropped.join('、')}。`);
      return clean;
    },
    handlePaste: (view, event, slice) => {
      if (!view.editable) return false;
      const data = event.clipboardData;
      const pictures = picturesOf(data);
      const html = data?.getData('text/html') ?? '';
      // Excel puts a picture of the cells beside the cells: the cells are meant.
      const hasWords = (data?.getData('text/plain') ?? '').trim() !== '' || /<table/i.test(html);
      if (pictures.length > 0 && !hasWords) {
        void put(view, pictures);
        return true;
      }
      if (!BITMAP.test(html)) return pasteOverEmpty(view, slice);
      void pasteWithPictures(view, html, keep).then((refusals) => {
        if (refusals.length > 0) tell(refusals.join(' '));
      });
      return true;
    },
    handleDrop: (view, event, _slice, moved) => {
      const pictures = picturesOf(event.dataTransfer);
      if (moved || !view.editable || pictures.length === 0) return false;
      event.preventDefault();
      event.stopPropagation();
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
      void put(view, pictures, place?.pos ?? view.state.selection.to);
      return true;
    },
  };
}

/** Into an empty paragraph the first pasted one would give its words only; it keeps its alignment this way. */
function pasteOverEmpty(view: EditorView, slice: Slice): boolean {
  const { $from, empty } = view.state.selection;
  const first = slice.content.firstChild;
  const isEmpty =
    empty && $from.depth > 0 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  if (!isEmpty || first?.isTextblock !== true || first.attrs.textAlign === null) return false;
  const { tr } = view.state;
  tr.replaceWith($from.before(), $from.after(), slice.content);
  const end = $from.before() + slice.content.size;
  view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView());
  return true;
}

function picturesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/') && type !== 'image/svg+xml');
}

/** Keeps the pictures the pasted text brings along first, then pastes it with them in their places. */
async function pasteWithPictures(view: EditorView, html: string, keep: KeepPicture): Promise<string[]> {
  const { html: clean } = cleanPastedHtml(html);
  const page = new DOMParser().parseFromString(clean, 'text/html');
  const refusals: string[] = [];
  for (const figure of page.querySelectorAll<HTMLElement>('figure[data-pasted-source]')) {
    const file = fileOf(figure.dataset.pastedSource ?? '');
    const kept = file === null ? { refused: '有一张图片无法读取，没有插入。' } : await keep(file);
    if ('refused' in kept) {
      refusals.push(kept.refused);
      figure.remove();
    } else {
      delete figure.dataset.pastedSource;
      figure.dataset.asset = kept.asset;
    }
  }
  if (!view.isDestroyed) view.pasteHTML(page.body.innerHTML);
  return refusals;
}

/** The bytes of a data: address; null when they cannot be read. No request is made: the window may make none. */
function fileOf(address: string): File | null {
  const [, type = '', coded = ''] = /^data:(image\/[a-z]+)(?:;[^,]*)?;base64,(.*)$/is.exec(address) ?? [];
  try {
    const bytes = Uint8Array.from(atob(coded), (sign) => sign.charCodeAt(0));
    return bytes.length === 0 ? null : new File([bytes], '粘贴的图片', { type });
  } catch {
    return null;
  }
}
