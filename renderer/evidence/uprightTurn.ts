import type { Attachment } from '../../shared/entities/attachment.ts';
import type { FieldReading, InvoiceFieldName, InvoiceReading } from '../../shared/entities/invoiceReading.ts';
import { isOfTurnedPages } from '../../shared/entities/turnedPages.ts';
import type { PagePlace } from './PageView.tsx';

/** Degrees clockwise. */
export type Turn = Attachment['rotate'];

/**
 * How a page is to be turned so that it can be read: as the user turned the file, else, where intake found its pages
 * lying or standing on their head, by what was read on it. Only for looking at; the file stays as it is.
 */
export function uprightTurn(
  file: Pick<Attachment, 'id' | 'rotate' | 'problems' | 'pages'>,
  page: number,
  readings: readonly InvoiceReading[],
): Turn {
  if (file.rotate !== 0) return file.rotate;
  const own = readings.filter(({ attachment }) => attachment === file.id);
  const problems = [...file.problems, ...own.flatMap((reading) => reading.problems)].filter(isOfTurnedPages);
  const isSaid = (code: string): boolean => problems.some((problem) => problem.code === code);
  const possible: readonly Turn[] = [
    ...(isSaid('page-upside-down') ? ([180] as const) : []),
    ...(isSaid('page-sideways') ? ([90, 270] as const) : []),
  ];
  if (possible.length === 0) return 0;
  const lies = turnTold(own.flatMap(({ fields }) => fields).flatMap((field) => onPage(field, page)));
  if (lies !== null && possible.includes(lies)) return lies;
  // Of several pages it may be another one; of a single one nothing but the way to its side is unknown.
  return file.pages === 1 && possible[0] === 180 ? 180 : 0;
}

type Spot = {
  readonly field: InvoiceFieldName;
  readonly isCode: boolean;
  readonly x: number;
  readonly y: number;
};

function onPage({ field, source, place }: FieldReading, page: number): Spot[] {
  return place?.on === 'page' && place.page === page
    ? [{ field, isCode: source === 'qr', ...middleOf(place) }]
    : [];
}

const middleOf = ({ left, top, width, height }: PagePlace) => ({ x: left + width / 2, y: top + height / 2 });

const AT_THE_TOP: ReadonlySet<InvoiceFieldName> = new Set(['number', 'code', 'issuedOn']);
const AT_THE_FOOT: ReadonlySet<InvoiceFieldName> = new Set(['netFen', 'taxFen', 'totalFen']);

/** An invoice has its number above its amounts, and its QR code in the upper left corner. */
function turnTold(spots: readonly Spot[]): Turn | null {
  const head = centreOf(spots.filter(({ field, isCode }) => !isCode && AT_THE_TOP.has(field)));
  const foot = centreOf(spots.filter(({ field, isCode }) => !isCode && AT_THE_FOOT.has(field)));
  if (head !== null && foot !== null) {
    const [right, down] = [foot.x - head.x, foot.y - head.y];
    if (Math.abs(down) > Math.abs(right)) return down > 0 ? 0 : 180;
    return right > 0 ? 90 : 270;
  }
  const code = centreOf(spots.filter(({ isCode }) => isCode));
  if (code === null) return null;
  if (code.x + code.y < 0.7) return 0;
  if (code.x + code.y > 1.3) return 180;
  return code.x > code.y ? 270 : 90;
}

function centreOf(spots: readonly Spot[]): { readonly x: number; readonly y: number } | null {
  const [first] = spots;
  if (first === undefined) return null;
  const sum = (of: (spot: Spot) => number): number => spots.reduce((all, spot) => all + of(spot), 0);
  return { x: sum(({ x }) => x) / spots.length, y: sum(({ y }) => y) / spots.length };
}
