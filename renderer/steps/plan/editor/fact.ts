import type { NodeViewRendererProps } from '@tiptap/core';
import { mergeAttributes, Node } from '@tiptap/core';

/** A value of the form as it stands in the text. */
export type FactWords = {
  readonly label: string;
  /** As printed; null while nobody has answered it. */
  readonly value: string | null;
};

/** Where values of the form come from, and who tells when they change. */
export type FactSource = {
  /** Null for a field the call does not know. */
  readonly words: (field: string) => FactWords | null;
  /** Calls back after every change of an answer; returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** What the text says where the value should be. */
export function factText(words: FactWords | null): string {
  if (words === null) return '【已取消的项】';
  return words.value ?? `【${words.label}：待填】`;
}

const NO_FACTS: FactSource = { words: () => null, subscribe: () => () => undefined };

/**
 * A value taken over from the form: one whole that is typed nowhere and stays true. It is drawn by hand, not by
 * a transaction, so that a change of the form never disturbs what is being typed or composed beside it.
 */
export const Fact = Node.create<{ facts: FactSource }>({
  name: 'fact',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,

  addOptions: () => ({ facts: NO_FACTS }),

  addAttributes: () => ({
    field: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-fact'),
      renderHTML: ({ field }) => ({ 'data-fact': String(field) }),
    },
  }),

  parseHTML() {
    // A field of another call is only its words here.
    const known = (element: HTMLElement): boolean =>
      this.options.facts.words(element.getAttribute('data-fact') ?? '') !== null;
    return [{ tag: 'span[data-fact]', getAttrs: (element) => (known(element) ? null : false) }];
  },

  renderHTML({ node, HTMLAttributes }) {
    const text = factText(this.options.facts.words(String(node.attrs.field)));
    return ['span', mergeAttributes(HTMLAttributes), text];
  },

  renderText({ node }) {
    return factText(this.options.facts.words(String(node.attrs.field)));
  },

  addNodeView() {
    return (props: NodeViewRendererProps) => factView(props, this.options.facts);
  },
});

function factView({ node, HTMLAttributes }: NodeViewRendererProps, facts: FactSource) {
  const dom = document.createElement('span');
  for (const [name, value] of Object.entries(HTMLAttributes)) dom.setAttribute(name, String(value));
  dom.contentEditable = 'false';
  dom.setAttribute('role', 'img');
  const show = (): void => {
    const words = facts.words(String(node.attrs.field));
    const text = factText(words);
    if (dom.textContent !== text) dom.textContent = text;
    dom.dataset.state = words === null ? 'unknown' : words.value === null ? 'missing' : 'given';
    const name = words?.label ?? '申报表中没有的项';
    dom.setAttribute('aria-label', `申报表数据，${name}：${words?.value ?? '待填'}`);
    dom.title = words === null ? '这一项已不在申报表中，请删除后重写' : `${name}（取自申报表，随之更新）`;
  };
  show();
  return { dom, ignoreMutation: () => true, destroy: facts.subscribe(show) };
}
