import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import type { Block, Inline } from './block.ts';
import { blank, inlinesOf, paragraph } from './blockBuilders.ts';
import { textWidth } from './measureText.ts';
import { answerOfPiece, inlinesOfPieces } from './pieces.ts';

/** Length of the ruled line a cover entry is written on, in characters. */
const RULE_CHARACTERS = 16;
const LEAST_RULE_AFTER = 1;

function ruled(value: readonly Inline[]): Inline[] {
  const written = value.reduce(
    (sum, inline) => sum + (inline.type === 'text' ? textWidth(inline.text) : 0),
    0,
  );
  if (written === 0) return [blank(RULE_CHARACTERS, true)];
  const rest = Math.floor(RULE_CHARACTERS - 1 - written);
  return [blank(1, true), ...value, blank(Math.max(LEAST_RULE_AFTER, rest), true)];
}

/** Room between mark, title, lines and foot when every line of the cover stays one line, in mm. */
const SLACK_MM = 78;
const LINE_MM = 9.2;
/** A page is 36 characters wide at the size of the cover's lines. */
const PAGE_CHARACTERS = 35;
const LEAST_GAP_MM = 6;

/** Lines a cover entry takes more than one: long names wrap on the room their label leaves. */
function extraLines(content: readonly Inline[]): number {
  const ends = content.findIndex(({ type }) => type === 'blank');
  const fixed = content.filter(
    (inline, index) => inline.type === 'text' && (index < ends || !inline.marks.includes('underline')),
  );
  const width = (inlines: readonly Inline[]) =>
    inlines.reduce((sum, inline) => sum + (inline.type === 'text' ? textWidth(inline.text) : 0), 0);
  const room = Math.max(4, PAGE_CHARACTERS - 3 - width(fixed));
  return Math.max(0, Math.ceil((width(content) - width(fixed)) / room) - 1);
}

/** The cover: its mark, title, one ruled line for each entry (the pen fills what is not answered), its foot. */
export function cover(call: Call, application: Application): Block[] {
  const { mark, title, lines, foot } = call.cover;
  const source = { call, application, marks: ['underline'] } as const;
  const entries = lines.map((line) => [
    ...inlinesOf(line.label),
    ...ruled(
      // With nothing answered the whole rule is for the pen, also where words join two answers.
      line.pieces.some((piece) => answerOfPiece(piece, source) !== null || 'wording' in piece) ||
        line.pieces.every((piece) => 'text' in piece)
        ? inlinesOfPieces(line.pieces, source).filter((inline) => inline.type !== 'blank')
        : [],
    ),
    ...inlinesOf(line.after),
  ]);
  // The foot stays on the page: what long names take comes off the gaps.
  const slack = SLACK_MM - LINE_MM * entries.reduce((sum, entry) => sum + extraLines(entry), 0);
  const gap = (share: number): Block => ({
    type: 'space',
    mm: Math.round(Math.max(LEAST_GAP_MM, slack * share) * 10) / 10,
  });
  return [
    ...(mark === '' ? [] : [paragraph('coverMark', mark)]),
    gap(0.28),
    ...title.map((line) => paragraph('coverTitle', line, 'center')),
    gap(0.4),
    ...entries.map((entry) => paragraph('coverLine', entry)),
    gap(0.32),
    ...foot.map((line) => paragraph('coverFoot', line, 'center')),
  ];
}
