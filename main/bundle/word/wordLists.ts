import { AlignmentType, type ILevelsOptions, LevelFormat } from 'docx';

const BULLETS = 'bullets';
const NUMBERS = 'numbers';
/** Word knows nine levels. */
const LEVELS = 9;
/** How far one level goes in, in twips: two characters of 16 pt; the mark hangs in the second half. */
const STEP = 640;
const HANGING = 480;
const BULLET_MARKS = ['●', '○', '■'] as const;

const NUMBER_FORMS = [
  { format: LevelFormat.DECIMAL, text: (level: number) => `%${level + 1}.` },
  { format: LevelFormat.DECIMAL, text: (level: number) => `（%${level + 1}）` },
  { format: LevelFormat.LOWER_LETTER, text: (level: number) => `%${level + 1}.` },
] as const;

/** Left indent of a list's text at a level (0 is the outermost), in twips. */
export function listIndent(level: number): number {
  return STEP * (Math.min(level, LEVELS - 1) + 1);
}

function levels(form: (level: number) => Pick<ILevelsOptions, 'format' | 'text'>): ILevelsOptions[] {
  return Array.from({ length: LEVELS }, (_, level) => ({
    level,
    alignment: AlignmentType.LEFT,
    ...form(level),
    style: { paragraph: { indent: { left: listIndent(level), hanging: HANGING } } },
  }));
}

/** The two kinds of list; every list in the text is an instance of one, so numbers begin anew. */
export const LIST_DEFINITIONS = [
  {
    reference: BULLETS,
    levels: levels((level) => ({ format: LevelFormat.BULLET, text: BULLET_MARKS[level % 3] ?? '●' })),
  },
  {
    reference: NUMBERS,
    levels: levels((level) => {
      const { format, text } = NUMBER_FORMS[level % 3] ?? NUMBER_FORMS[0];
      return { format, text: text(level) };
    }),
  },
];

export interface ListMark {
  readonly reference: string;
  readonly level: number;
  readonly instance: number;
}

export function listMark(ordered: boolean, level: number, instance: number): ListMark {
  return { reference: ordered ? NUMBERS : BULLETS, level: Math.min(level, LEVELS - 1), instance };
}
