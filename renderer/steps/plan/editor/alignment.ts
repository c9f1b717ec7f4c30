import { TextAlign } from '@tiptap/extension-text-align';

const KNOWN: ReadonlySet<string> = new Set(['left', 'center', 'right', 'justify']);

/**
 * Alignment of paragraphs and headings. It travels in an attribute of its own besides the style: the window's
 * security policy lets no style of a pasted document take effect, so a style alone could not be read back.
 */
export const Alignment = TextAlign.extend({
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading'],
      attributes: {
        textAlign: {
          default: null,
          parseHTML: (element: HTMLElement) => {
            const align = element.dataset.align ?? element.style.textAlign;
            return KNOWN.has(align) ? align : null;
          },
          renderHTML: ({ textAlign }) =>
            typeof textAlign === 'string'
              ? { 'data-align': textAlign, style: `text-align: ${textAlign}` }
              : {},
        },
      },
    },
  ],
}).configure({ types: ['paragraph', 'heading'] });
