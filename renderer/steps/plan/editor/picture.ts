import { Node } from '@tiptap/core';
import { clampWidth } from './clampWidth.ts';
import { pictureUrl } from './pictureUrl.ts';
import { pictureView } from './pictureView.ts';

/** A picture as the printed page has it: centred, so many percent of the text wide, its caption below. */
export const Picture = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({
    asset: { default: '', parseHTML: (element) => element.getAttribute('data-asset') ?? '' },
    alt: { default: '', parseHTML: (element) => element.getAttribute('data-alt') ?? '' },
    caption: { default: '', parseHTML: (element) => element.getAttribute('data-caption') ?? '' },
    widthPercent: {
      default: 100,
      parseHTML: (element) => clampWidth(Number(element.getAttribute('data-width'))),
    },
  }),

  parseHTML: () => [{ tag: 'figure[data-asset]' }],

  renderHTML({ node }) {
    const { asset, alt, caption, widthPercent } = node.attrs;
    return [
      'figure',
      { 'data-asset': asset, 'data-alt': alt, 'data-caption': caption, 'data-width': String(widthPercent) },
      ['img', { src: pictureUrl(String(asset), 1200), alt: String(alt) }],
      ['figcaption', {}, String(caption)],
    ];
  },

  renderText: ({ node }) => String(node.attrs.caption),

  addNodeView() {
    return (props) => pictureView(props);
  },
});
