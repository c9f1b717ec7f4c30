import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';

/** The list of facts that is open at the cursor: what has been typed after the sign, and which line is chosen. */
export type FactSearch = {
  /** Where the sign stands, and the cursor. */
  readonly from: number;
  readonly to: number;
  readonly query: string;
  readonly active: number;
};

/** A field that can be put into the text, and what is typed behind it: its unit, which the value does not tell. */
export type FactChoice = { readonly field: string; readonly after: string };

type SuggestOptions = {
  /** The fields that fit what has been typed, best first. */
  readonly choices: (query: string) => readonly FactChoice[];
};

type Told = { readonly kind: 'close' } | { readonly kind: 'move'; readonly active: number };

export const factSuggestKey = new PluginKey<SuggestState>('factSuggest');
type SuggestState = { readonly search: FactSearch | null; readonly closedAt: number | null };

/** `@` not inside an address, or `【`, and what follows it up to the cursor. */
const SIGN = /(?:^|[^A-Za-z0-9.])([@【]([^\s@【】，。；：]{0,16}))$/u;

/** Opens a list of the form's values while one types `@` or `【`; arrows, Enter and Escape belong to it then. */
export const FactSuggest = Extension.create<SuggestOptions>({
  name: 'factSuggest',
  addOptions: () => ({ choices: () => [] }),
  addProseMirrorPlugins() {
    const { choices } = this.options;
    const plugin: Plugin<SuggestState> = new Plugin({
      key: factSuggestKey,
      state: {
        init: (): SuggestState => ({ search: null, closedAt: null }),
        apply: (transaction, before, _old, state): SuggestState => {
          const told: Told | undefined = transaction.getMeta(factSuggestKey);
          if (told?.kind === 'close')
            return { search: null, closedAt: before.search?.from ?? before.closedAt };
          if (told?.kind === 'move' && before.search !== null)
            return { ...before, search: { ...before.search, active: told.active } };
          if (!transaction.docChanged && !transaction.selectionSet) return before;
          const closedAt = before.closedAt === null ? null : transaction.mapping.map(before.closedAt);
          const found = searchAt(state, before.search !== null || transaction.docChanged);
          if (found === null) return { search: null, closedAt: null };
          if (found.from === closedAt) return { search: null, closedAt };
          const same = before.search?.query === found.query;
          return { search: { ...found, active: same ? (before.search?.active ?? 0) : 0 }, closedAt: null };
        },
      },
      props: {
        attributes: (state) => {
          const search = factSuggestKey.getState(state)?.search ?? null;
          const count = search === null ? 0 : choices(search.query).length;
          if (search === null || count === 0) return {};
          return {
            'aria-controls': 'plan-facts',
            'aria-activedescendant': `plan-fact-${Math.min(search.active, count - 1)}`,
          };
        },
        handleKeyDown: (view, event) => {
          const search = factSuggestKey.getState(view.state)?.search ?? null;
          if (search === null || view.composing || event.isComposing) return false;
          const found = choices(search.query);
          if (found.length === 0) return false;
          const tell = (told: Told) => view.dispatch(view.state.tr.setMeta(factSuggestKey, told));
          const active = Math.min(search.active, found.length - 1);
          switch (event.key) {
            case 'Escape':
              tell({ kind: 'close' });
              return true;
            case 'ArrowDown':
            case 'ArrowUp': {
              const step = event.key === 'ArrowDown' ? 1 : found.length - 1;
              if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
              tell({ kind: 'move', active: (active + step) % found.length });
              return true;
            }
            case 'Enter':
            case 'Tab': {
              const chosen = found[active];
              if (chosen === undefined || event.shiftKey || event.ctrlKey) return false;
              insertFact(view, search, chosen);
              return true;
            }
            default:
              return false;
          }
        },
      },
    });
    return [plugin];
  },
});

function searchAt({ selection }: EditorState, mayOpen: boolean): Omit<FactSearch, 'active'> | null {
  const { $from, empty } = selection;
  if (!mayOpen || !empty || !$from.parent.isTextblock) return null;
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 24),
    $from.parentOffset,
    null,
    '\uFFFC',
  );
  const found = SIGN.exec(before);
  const [, whole, query] = found ?? [];
  if (whole === undefined || query === undefined) return null;
  return { from: $from.pos - whole.length, to: $from.pos, query };
}

/** Puts a fact in place of the sign and what was typed after it. */
export function insertFact(
  view: { readonly state: EditorState; readonly dispatch: (tr: EditorState['tr']) => void },
  range: { readonly from: number; readonly to: number },
  { field, after }: FactChoice,
): void {
  const { state } = view;
  const marks = state.selection.$from.marks();
  const fact = state.schema.nodes.fact?.create({ field }, null, marks);
  if (fact === undefined) return;
  const nodes = after === '' ? [fact] : [fact, state.schema.text(after, marks)];
  view.dispatch(state.tr.replaceWith(range.from, range.to, nodes).scrollIntoView());
}
