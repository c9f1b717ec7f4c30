import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { clampWidth } from './clampWidth.ts';
import { pictureUrl } from './pictureUrl.ts';

const SHOWN_PX = 1200;

/** The picture on the paper; its right edge is a handle that changes how wide it is. */
export function pictureView({ node: first, view, getPos }: NodeViewRendererProps) {
  let node = first;
  const dom = document.createElement('figure');
  const frame = document.createElement('div');
  const picture = document.createElement('img');
  const lack = document.createElement('p');
  const caption = document.createElement('figcaption');
  const handle = document.createElement('span');
  frame.className = 'picture-frame';
  lack.className = 'picture-lack';
  lack.hidden = true;
  handle.className = 'picture-handle';
  handle.title = '左右拖动，改变宽度';
  picture.draggable = false;
  frame.append(picture, lack, handle);
  dom.append(frame, caption);

  picture.addEventListener('load', () => {
    lack.hidden = true;
    picture.hidden = false;
  });
  picture.addEventListener('error', () => {
    lack.textContent = '这张图片不在本草稿中，或无法显示，请删除后重新插入。';
    lack.hidden = false;
    picture.hidden = true;
  });

  const show = (): void => {
    const { asset, alt, caption: words, widthPercent } = node.attrs;
    const source = pictureUrl(String(asset), SHOWN_PX);
    if (picture.getAttribute('src') !== source) picture.src = source;
    picture.alt = String(alt || words || '未写说明的图片');
    caption.textContent = String(words);
    caption.hidden = words === '';
    frame.style.width = `${clampWidth(Number(widthPercent))}%`;
  };
  show();

  const setWidth = (percent: number): void => {
    const pos = getPos();
    if (pos === undefined || percent === node.attrs.widthPercent) return;
    view.dispatch(view.state.tr.setNodeAttribute(pos, 'widthPercent', percent));
  };
  handle.addEventListener('pointerdown', (event) => {
    if (!view.editable) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const { left, width } = dom.getBoundingClientRect();
    // Centred: what the edge moves, the picture grows by twice.
    const percentAt = ({ clientX }: PointerEvent): number =>
      clampWidth(((clientX - (left + width / 2)) * 200) / width);
    const move = (at: PointerEvent): void => {
      frame.style.width = `${percentAt(at)}%`;
    };
    const end = (at: PointerEvent): void => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', show);
      setWidth(percentAt(at));
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', show);
  });

  return {
    dom,
    update: (next: Node) => {
      if (next.type !== node.type) return false;
      node = next;
      show();
      return true;
    },
    ignoreMutation: () => true,
    stopEvent: (event: Event) => event.target === handle,
  };
}
