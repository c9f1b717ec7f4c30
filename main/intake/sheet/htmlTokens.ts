export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  /** `inside` is what stands between name and `>`; `name` in small letters. */
  | { readonly kind: 'open'; readonly name: string; readonly inside: string }
  | { readonly kind: 'close'; readonly name: string }
  /** Comments, and elements whose content is no text of the page. */
  | { readonly kind: 'skipped'; readonly text: string };

const NAME = /[a-z][a-z0-9:_-]*/iy;
const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'title', 'xml', 'noscript', 'template']);
/** What is kept of one piece: a cell's text and attributes are shorter. */
const KEPT = 64 * 2 ** 10;

/**
 * The tags and texts of a page, one after the other, in time that grows with its length alone. As forgiving as a
 * browser: what is never closed ends with the page, a `<` that begins no tag is text.
 */
export function* htmlTokens(page: string): Generator<HtmlToken> {
  let at = 0;
  while (at < page.length) {
    const open = tagFrom(page, at);
    if (open > at) yield { kind: 'text', text: page.slice(at, Math.min(open, at + KEPT)) };
    if (open >= page.length) return;
    const isClose = page[open + 1] === '/';
    NAME.lastIndex = open + (isClose ? 2 : 1);
    const name = NAME.exec(page)?.[0].toLowerCase();
    if (name === undefined) {
      at = page.startsWith('<!--', open) ? behind(page, '-->', open + 4) : behind(page, '>', open + 1);
      yield { kind: 'skipped', text: page.slice(open, Math.min(at, open + KEPT)) };
      continue;
    }
    const from = NAME.lastIndex;
    at = endOfTag(page, from);
    if (isClose) yield { kind: 'close', name };
    else if (!SKIPPED.has(name))
      yield { kind: 'open', name, inside: page.slice(from, Math.min(at, from + KEPT)) };
    else {
      const end = new RegExp(`</${name}`, 'gi');
      end.lastIndex = at;
      const content = at;
      at = end.exec(page)?.index ?? page.length;
      yield { kind: 'skipped', text: page.slice(content, Math.min(at, content + KEPT)) };
    }
  }
}

/** Where the next tag, comment or declaration begins; the end where there is none. */
function tagFrom(page: string, from: number): number {
  let at = page.indexOf('<', from);
  while (at !== -1 && !/[a-z/!?]/i.test(page[at + 1] ?? '')) at = page.indexOf('<', at + 1);
  return at === -1 ? page.length : at;
}

function behind(page: string, mark: string, from: number): number {
  const at = page.indexOf(mark, from);
  return at === -1 ? page.length : at + mark.length;
}

/** Behind the `>` of a tag; one inside quotes is a part of its value. Each character is looked at once. */
function endOfTag(page: string, from: number): number {
  let quote = '';
  for (let at = from; at < page.length; at += 1) {
    const character = page[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at + 1;
    // Only a quote behind `=` opens a value.
    else if ((character === '"' || character === "'") && page[at - 1] === '=') quote = character;
  }
  return page.length;
}

/** The value of an attribute; empty when it has none, null when the tag does not have it. */
export function htmlAttribute(inside: string, name: string): string | null {
  for (const [, found = '', quoted, single, plain] of inside.matchAll(ATTRIBUTE))
    if (found.toLowerCase() === name) return quoted ?? single ?? plain ?? '';
  return null;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
