import { checkCreditCode } from '../../../../shared/entities/creditCode.ts';
import { findLabels, type Label } from '../../words/findLabels.ts';
import type { Layout } from '../../words/layOut.ts';
import { type Beside, besideOf, lettersAfter, nextRight } from '../../words/lettersAfter.ts';
import { type Box, boxAround, middleOf, plain, type Segment } from '../../words/segment.ts';
import { ANY_LABEL, boxOfFirst } from './readHeading.ts';
import type { TextField } from './textField.ts';

type Side = 'buyer' | 'seller';
type NameLabel = { readonly label: Label; readonly side: Side; readonly sure: boolean };

const BUYER = '购买方|购货方|购方|购货单位|购买单位';
const SELLER = '销售方|销货方|销方|销货单位|销售单位|填开单位';
const NAME = new RegExp(`(?:${BUYER}|${SELLER}|单位)?名称|填开单位`);
/** A label that the value of a name must not run into. */
const NAME_ENDS = /(名称[::]|统一社会信用代码|纳税人识别号|社会信用代码|地址|电话[::]|开户行|密码区|[::])/;
/** What a name's line never goes on with: another label, or the 密码区 beside it. */
const NAME_STOP = new RegExp(`${ANY_LABEL.source}|[<>]|^[-+*/\\d]{10,}`);
const TAX_ID = /统一社会信用代码\/?(?:纳税人识别号)?|纳税人识别号/;

/** Names and tax ids of buyer and seller. */
export function readParties(layout: Layout): TextField[] {
  const labels = nameLabels(layout);
  const names = labels.flatMap(({ label, side, sure }) => {
    const value = nameBeside(layout, label);
    if (value === null) return [];
    const confidence = sure && isName(value.text) ? ('likely' as const) : ('doubtful' as const);
    return [{ field: `${side}.name` as const, value: value.text, confidence, box: value.box }];
  });
  return [...names, ...readTaxIds(layout, labels)];
}

/** Labels of names with the side they stand for. */
function nameLabels(layout: Layout): NameLabel[] {
  const found = findLabels(layout, NAME).filter(
    (label) => (label.before === '' || label.word.length > 2) && (label.colon || label.word.length > 2),
  );
  const bare = found.filter((label) => sideSaid(label) === null).toSorted(inReadingOrder);
  const sides = bare.map((label) => sideOfColumn(layout, label));
  // On every form the buyer comes first, above or to the left; one name alone could be either's.
  const byOrder: readonly Side[] = bare.length === 2 ? ['buyer', 'seller'] : [];
  const agree = byOrder.every((side, index) => sides[index] === null || sides[index] === side);
  return found.flatMap((label) => {
    const said = sideSaid(label);
    if (said !== null) return [{ label, side: said, sure: true }];
    const index = bare.indexOf(label);
    const side = sides[index] ?? byOrder[index];
    return side === undefined ? [] : [{ label, side, sure: agree }];
  });
}

/** Labels of one line are never exactly level. */
function inReadingOrder(one: Label, other: Label): number {
  const down = middleOf(one) - middleOf(other);
  return Math.abs(down) < 1.5 * one.size ? one.left - other.left : down;
}

function sideSaid({ word }: Label): Side | null {
  if (new RegExp(BUYER).test(word)) return 'buyer';
  return new RegExp(SELLER).test(word) ? 'seller' : null;
}

/** The word written downwards at the left edge of the box that a label stands in. */
function sideOfColumn({ columns }: Layout, label: Label): Side | null {
  const heads = columns
    .filter(({ word }) => word.startsWith('购') || word.startsWith('销'))
    .filter(
      (column) =>
        column.right <= label.left + label.size &&
        label.left - column.right < 6 * label.size &&
        middleOf(label) > column.top - 2.5 * label.size &&
        middleOf(label) < column.bottom + 2.5 * label.size,
    )
    .toSorted((a, b) => b.left - a.left);
  const [nearest] = heads;
  if (nearest === undefined) return null;
  return nearest.word.startsWith('购') ? 'buyer' : 'seller';
}

/** The name beside its label; a long one goes on in the lines below, or stands in two lines beside the label's middle. */
function nameBeside(layout: Layout, label: Label): { readonly text: string; readonly box: Box } | null {
  const beside =
    lettersAfter(layout, label, { reach: 16, gap: 1, stop: NAME_STOP }) ?? lineAbove(layout, label);
  if (beside === null) return null;
  const cut = NAME_ENDS.exec(beside.plain);
  if (cut !== null)
    return wholeName([besideOf(beside.letters.slice(0, Math.max(1, cut.index)))], cut.index > 1);
  const lines = [beside];
  for (let line = lineBelow(layout, label, beside); line !== null; line = lineBelow(layout, label, line)) {
    lines.push(line);
    if (lines.length === 3) break;
  }
  return wholeName(lines, true);
}

function wholeName(
  lines: readonly Beside[],
  usable: boolean,
): { readonly text: string; readonly box: Box } | null {
  const text = lines
    .map((line) => line.text)
    .join('')
    .replace(/^[::]\s*/, '')
    .trim();
  return usable && plain(text).length >= 2 ? { text, box: boxAround(lines) } : null;
}

/** The first line of a name whose label stands between its two lines. */
function lineAbove(layout: Layout, label: Label): Beside | null {
  const raised = { ...label, top: label.top - 0.6 * label.size, bottom: label.bottom - 0.6 * label.size };
  const segment = nextRight(layout, raised, 16 * label.size, NAME_STOP);
  return segment === null ? null : besideOf(segment.letters);
}

/** The next line of a name: close below, beginning where the line above does, and beside no label of its own. */
function lineBelow(layout: Layout, label: Label, above: Beside): Beside | null {
  const size = above.bottom - above.top;
  const below = layout.segments.find(
    (segment) =>
      Math.abs(segment.left - above.left) < 0.6 * size &&
      middleOf(segment) - middleOf(above) > 0.6 * size &&
      middleOf(segment) - middleOf(above) < 1.45 * size &&
      segment.size < 1.3 * size,
  );
  if (below === undefined || NAME_ENDS.test(plain(below.text)) || hasLabel(layout, label, below)) return null;
  return isNamePart(plain(below.text)) ? besideOf(below.letters) : null;
}

function hasLabel(layout: Layout, label: Label, segment: Segment): boolean {
  return layout.segments.some(
    (other) =>
      other.right <= segment.left + 0.4 * segment.size &&
      other.left >= label.left - 2 * label.size &&
      Math.abs(middleOf(other) - middleOf(segment)) < 0.75 * segment.size &&
      Math.abs(middleOf(other) - middleOf(label)) > 0.5 * label.size,
  );
}

/** The end of a name has Chinese characters or letters, and is no number. */
function isNamePart(text: string): boolean {
  return /\p{L}/u.test(text) && !/^[0-9A-Z]{15,20}$/.test(text) && !/^\*/.test(text);
}

function isName(text: string): boolean {
  const bare = plain(text);
  return /\p{L}{2}/u.test(bare) && !/[¥*%<>]/.test(bare) && !/\d{9}/.test(bare);
}

function readTaxIds(layout: Layout, names: readonly NameLabel[]): TextField[] {
  return findLabels(layout, TAX_ID).flatMap((label) => {
    if (label.before !== '' && !label.colon) return [];
    const beside = lettersAfter(layout, label, { reach: 16, gap: 1.2, stop: ANY_LABEL });
    const [, id] = /^([0-9A-Z]{15,20})(?![0-9A-Z])/.exec(beside?.plain.toUpperCase() ?? '') ?? [];
    const owner = ownerOf(layout, label, names);
    if (beside === null || id === undefined || owner === null) return [];
    const sound = owner.sure && (id.length !== 18 || checkCreditCode(id).ok);
    const confidence = sound ? ('likely' as const) : ('doubtful' as const);
    return [
      { field: `${owner.side}.taxId` as const, value: id, confidence, box: boxOfFirst(beside, id.length) },
    ];
  });
}

/** The party a tax id belongs to: the box it stands in, else the name before it on its line or nearest above it. */
function ownerOf(
  layout: Layout,
  label: Label,
  names: readonly NameLabel[],
): { readonly side: Side; readonly sure: boolean } | null {
  const boxed = sideOfColumn(layout, label);
  if (boxed !== null) return { side: boxed, sure: true };
  const onLine = names
    .filter(
      ({ label: name }) =>
        name.right <= label.left && Math.abs(middleOf(name) - middleOf(label)) < 0.7 * label.size,
    )
    .toSorted((a, b) => b.label.left - a.label.left)[0];
  if (onLine !== undefined) return { side: onLine.side, sure: onLine.sure };
  const distance = ({ label: name }: NameLabel): number =>
    middleOf(label) - middleOf(name) + Math.abs(label.left - name.left) / 2;
  const [nearest] = names
    .filter(
      ({ label: name }) =>
        middleOf(name) < middleOf(label) + label.size && Math.abs(label.left - name.left) < 12 * label.size,
    )
    .toSorted((a, b) => distance(a) - distance(b));
  return nearest === undefined ? null : { side: nearest.side, sure: nearest.sure };
}
