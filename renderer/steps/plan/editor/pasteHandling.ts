import type { Slice } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import { cleanPastedHtml } from './cleanPastedHtml.ts';
import { type ComingPicture, insertComing, insertPictures, type KeepPicture } from './insertPictures.ts';
import { comingAsset, placeOf } from './pictureUploads.ts';

type PasteOptions = {
  readonly keep: KeepPicture;
  /** Says something quietly below the tools; null takes it away. */
  readonly tell: (notice: string | null) => void;
};

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
  const come = async (view: EditorView, pictures: readonly ComingPicture[]): Promise<void> => {
    // Nothing of it went into the text where the clipboard's own picture was taken instead.
    const coming = pictures.filter(({ id }) => placeOf(view.state, id) !== null);
    const refusals = await insertComing(view, coming, keep);
    if (refusals.length > 0) tell(refusals.join(' '));
  };
  return {
    transformPastedHTML: (html, view) => {
      const { html: clean, dropped } = cleanPastedHtml(html);
      if (dropped.length > 0) tell(`文字已粘贴。去除了不支持的格式：${dropped.join('、')}。`);
      const { html: ready, pictures } = withComing(clean);
      // The words come in at once, the pictures one by one behind them.
      if (pictures.length > 0) queueMicrotask(() => void come(view, pictures));
      return ready;
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
      return pasteOverEmpty(view, slice);
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

/** Gives each picture the pasted words bring along a name for its place in them. */
function withComing(html: string): { readonly html: string; readonly pictures: readonly ComingPicture[] } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const pictures: ComingPicture[] = [];
  for (const figure of page.querySelectorAll<HTMLElement>('figure[data-pasted-source]')) {
    const id = crypto.randomUUID();
    pictures.push({ id, file: fileOf(figure.dataset.pastedSource ?? '') });
    delete figure.dataset.pastedSource;
    figure.dataset.asset = comingAsset(id);
  }
  return { html: pictures.length === 0 ? html : page.body.innerHTML, pictures };
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
