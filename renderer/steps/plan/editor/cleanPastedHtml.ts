/** Pasted HTML in the editor's terms, and what could not come along, in words. */
export type CleanHtml = { readonly html: string; readonly dropped: readonly string[] };

const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figure',
  'pre',
  'blockquote',
]); // prettier-ignore
const KEPT: ReadonlySet<string> = new Set([
  'p',
  'br',
  'strong',
  'b',
  'em',
  'i',
  'u',
  'sup',
  'sub',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'figure',
  'span',
]); // prettier-ignore
const GONE: ReadonlySet<string> = new Set([
  'style',
  'script',
  'meta',
  'link',
  'title',
  'head',
  'xml',
  'object',
  'iframe',
  'colgroup',
  'col',
  'svg',
  'video',
  'audio',
  'input',
  'button',
  'select',
  'textarea',
  'canvas',
  'template',
  'noscript',
  'annotation',
  'annotation-xml',
]); // prettier-ignore

/**
 * Turns what Word, WPS, Excel and web pages put on the clipboard into the few elements the editor knows: styles
 * become bold, italic, underline, raised, lowered and alignment, Word's paragraphs with a list mark become lists,
 * white space of the source is no text. Everything else goes; `dropped` names what a person would miss.
 */
export function cleanPastedHtml(html: string): CleanHtml {
  // What ProseMirror itself copied is the editor's own.
  if (/data-pm-slice/.test(html)) return { html, dropped: [] };
  const source = new DOMParser().parseFromString(withoutConditions(html), 'text/html');
  const dropped = new Set<string>();
  const target = document.implementation.createHTMLDocument('');
  copyChildren(source.body, target.body, { target, dropped, preserve: false });
  joinWordLists(target.body);
  return { html: target.body.innerHTML, dropped: [...dropped] };
}

type Work = { readonly target: Document; readonly dropped: Set<string>; readonly preserve: boolean };

/** Word keeps list marks and old pictures in conditional comments; the body stands between the fragment marks. */
function withoutConditions(html: string): string {
  return html
    .replace(/<!--\[if [\s\S]*?<!\[endif\]-->/g, '')
    .replace(/<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>/g, '<span data-list-mark>$1</span>')
    .replace(/<!\[if [^\]]*\]>|<!\[endif\]>/g, '');
}

function copyChildren(from: Node, to: HTMLElement, work: Work): void {
  for (const child of from.childNodes) copy(child, to, work);
}

function copy(node: Node, to: HTMLElement, work: Work): void {
  if (node.nodeType === Node.TEXT_NODE) {
    const raw = node.textContent ?? '';
    const text = work.preserve ? raw : raw.replace(/[\r\n\t ]+/g, between);
    const between0 =
      to.tagName === 'TABLE' || to.tagName === 'TR' || to.tagName === 'UL' || to.tagName === 'OL';
    if (text !== '' && !(between0 && text.trim() === '')) to.append(text);
    return;
  }
  if (!(node instanceof Element)) return;
  const name = node.localName;
  const style = styleOf(node);
  if (GONE.has(name) || style.get('display') === 'none' || style.get('mso-hide') === 'all') {
    if (name === 'object' || name === 'iframe' || name === 'svg' || name === 'video' || name === 'canvas')
      work.dropped.add('图形和嵌入对象');
    return;
  }
  note(node, style, work.dropped);
  if (name === 'img') {
    copyPicture(node, to, work);
    return;
  }
  const preserve = work.preserve || name === 'pre' || (style.get('white-space') ?? '').startsWith('pre');
  copyChildren(node, placeFor(node, style, to, work), { ...work, preserve });
}

/** One line break and the like between Chinese characters is no blank; between words it is one. */
function between(_blanks: string, at: number, whole: string): string {
  const han = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/;
  const blanks = _blanks;
  const before = whole[at - 1] ?? '';
  const after = whole[at + blanks.length] ?? '';
  return /[\r\n]/.test(blanks) && (han.test(before) || han.test(after)) ? '' : ' ';
}

/** Makes what the element is here, marks inside, and says where its content goes. */
function placeFor(
  element: Element,
  style: ReadonlyMap<string, string>,
  to: HTMLElement,
  { target, dropped }: Work,
): HTMLElement {
  const name = element.localName;
  let place = to;
  const into = (tag: string): HTMLElement => {
    const made = target.createElement(tag);
    place.append(made);
    place = made;
    return made;
  };
  if (element.hasAttribute('data-list-mark') || style.get('mso-list') === 'Ignore') {
    into('span').dataset.listMark = '';
    return place;
  }
  const isBlock = BLOCKS.has(name);
  if (/^h[456]$/.test(name)) into('h3');
  else if (name === 'div' || name === 'blockquote' || name === 'pre') {
    // Only the innermost is a paragraph: a paragraph cannot hold one.
    if (![...element.querySelectorAll('*')].some(({ localName }) => BLOCKS.has(localName))) into('p');
  } else if (name === 'span' && element.hasAttribute('data-fact'))
    into('span').dataset.fact = element.getAttribute('data-fact') ?? '';
  else if (name !== 'span' && KEPT.has(name)) into(name);
  if (isBlock && place !== to) {
    const align = style.get('text-align') ?? element.getAttribute('align');
    if (align === 'center' || align === 'right' || align === 'justify') place.dataset.align = align;
    const list = /\bl\d+ level(\d+)/.exec(style.get('mso-list') ?? '');
    if (list !== null) place.dataset.listLevel = list[1];
  }
  const asset = element.getAttribute('data-asset') ?? '';
  if (name === 'figure' && /^[0-9a-f]{64}$/.test(asset)) place.dataset.asset = asset;
  if (name === 'td' || name === 'th')
    for (const kind of ['colspan', 'rowspan'])
      if (element.hasAttribute(kind)) place.setAttribute(kind, element.getAttribute(kind) ?? '1');
  if (name === 'a') dropped.add('链接（文字已保留）');
  for (const mark of marksOf(name, style)) into(mark);
  return place;
}

function marksOf(name: string, style: ReadonlyMap<string, string>): string[] {
  const marks: string[] = [];
  const weight = style.get('font-weight') ?? '';
  const heading = /^h\d$/.test(name);
  if (!heading && (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600)) marks.push('strong');
  if (style.get('font-style') === 'italic') marks.push('em');
  if (
    /underline/.test(`${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`) &&
    name !== 'a'
  )
    marks.push('u');
  const raised = style.get('vertical-align');
  if (raised === 'super') marks.push('sup');
  if (raised === 'sub') marks.push('sub');
  return marks;
}

/** A picture inside the clipboard itself comes along as a placeholder the caller fills; one elsewhere cannot. */
function copyPicture(picture: Element, to: HTMLElement, { target, dropped }: Work): void {
  const source = picture.getAttribute('src') ?? '';
  if (!/^data:image\/(png|jpeg|gif|webp|bmp)[;,]/i.test(source)) {
    dropped.add('图片（请单独复制，或用“插入图片”）');
    return;
  }
  const made = target.createElement('figure');
  made.dataset.pastedSource = source;
  to.append(made);
}

function note(element: Element, style: ReadonlyMap<string, string>, dropped: Set<string>): void {
  const colour = style.get('color') ?? element.getAttribute('color') ?? '';
  if (
    colour !== '' &&
    !/^(black|windowtext|inherit|initial|#0{3,6}|rgb\(0, ?0, ?0\)|auto)$/i.test(colour.trim())
  )
    dropped.add('文字颜色');
  const ground =
    style.get('background-color') ?? style.get('background') ?? element.getAttribute('bgcolor') ?? '';
  if (
    ground !== '' &&
    !/^(white|none|transparent|inherit|initial|#f{3,6}|rgb\(255, ?255, ?255\)).*$/i.test(ground.trim())
  )
    dropped.add('底色');
  if (style.has('font-family') || style.has('font-size') || element.hasAttribute('face'))
    dropped.add('字体和字号（按申报书统一排版）');
  if (/line-through/.test(style.get('text-decoration') ?? '') || /^(s|del|strike)$/.test(element.localName))
    dropped.add('删除线');
  if (/^(math|omath|m:omath)$/i.test(element.localName)) dropped.add('公式（只保留文字，建议以图片插入）');
}

/** Read as text: the page's security policy keeps the browser from applying styles of a pasted document. */
function styleOf(element: Element): ReadonlyMap<string, string> {
  const pairs = (element.getAttribute('style') ?? '').split(';').flatMap((part) => {
    const at = part.indexOf(':');
    return at < 0 ? [] : [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const];
  });
  return new Map(pairs);
}

/** Word writes a list as paragraphs, each with its mark as text and its level in a style. */
function joinWordLists(body: HTMLElement): void {
  for (const first of [...body.querySelectorAll<HTMLElement>('p[data-list-level], h1[data-list-level]')]) {
    if (!first.isConnected && first.parentElement === null) continue;
    const mark = first.querySelector<HTMLElement>('[data-list-mark]');
    const ordered = /[\p{L}\p{N}①-⑳]/u.test(mark?.textContent ?? '');
    mark?.remove();
    // A numbered heading keeps being a heading: its number is part of the words in such applications.
    if (first.localName !== 'p') {
      if (mark !== null) first.prepend((mark.textContent ?? '').trim());
      continue;
    }
    const tag = ordered ? 'ol' : 'ul';
    const item = body.ownerDocument.createElement('li');
    const before = first.previousElementSibling;
    const list =
      before?.localName === tag && before.hasAttribute('data-joined')
        ? before
        : body.ownerDocument.createElement(tag);
    if (list !== before) {
      list.setAttribute('data-joined', '');
      first.before(list);
    }
    item.append(first);
    list.append(item);
  }
  for (const mark of body.querySelectorAll('[data-list-mark]')) mark.replaceWith(...mark.childNodes);
}
