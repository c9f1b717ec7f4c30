import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import type { Block, Inline } from './block.ts';
import { blank, inlinesOf, paragraph } from './blockBuilders.ts';
import { textWidth } from './measureText.ts';
import { inlinesOfPieces } from './pieces.ts';

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

/** The cover: its mark, title, one ruled line for each entry (the pen fills what is not answered), its foot. */
export function cover(call: Call, application: Application): Block[] {
  const { mark, title, lines, foot } = call.cover;
  const source = { call, application, marks: ['underline'] } as const;
  return [
    ...(mark === '' ? [] : [paragraph('coverMark', mark)]),
    { type: 'space', mm: mark === '' ? 36 : 26 },
    ...title.map((line) => paragraph('coverTitle', line, 'center')),
    { type: 'space', mm: 34 },
    ...lines.map((line) =>
      paragraph('coverLine', [
        ...inlinesOf(line.label),
        ...ruled(inlinesOfPieces(line.pieces, source).filter((inline) => inline.type !== 'blank')),
        ...inlinesOf(line.after),
      ]),
    ),
    { type: 'space', mm: 26 },
    ...foot.map((line) => paragraph('coverFoot', line, 'center')),
  ];
}
