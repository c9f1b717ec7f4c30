import { PDFHexString } from 'pdf-lib';
import { attributeOf, childrenOf, type XmlElement } from '../../xml/xmlElement.ts';
import { combine, type Matrix } from '../matrix.ts';
import { numberOf, numbersOf } from '../numbersOf.ts';
import { type PlacedCharacter, placeCharacters, textOf } from '../placeCharacters.ts';
import { BLACK, type Colour } from './colourOf.ts';
import { fillOperator, strokeOperator } from './colourOperators.ts';
import { type Family, familyOf } from './familyOf.ts';
import { objectMatrix } from './objectMatrix.ts';
import { opacityOf } from './opacityOf.ts';
import { type OwnFont, type OwnGlyph, ownFont } from './ownFont.ts';
import { pdfNumbers } from './pdfNumbers.ts';
import { penOf } from './penOf.ts';
import type { Scene } from './scene.ts';

const PLAIN_SIZE = 3.5;
/** From this weight on (400 is plain, 700 bold) the bold cut is taken. */
const BOLD = 600;
/** A face without a bold cut gets strokes so much thicker, in parts of the size. */
const THICKER = 0.025;
/** Of upright glyphs made to lean. */
const LEAN = 0.25;

type Type = {
  readonly family: Family;
  readonly own: OwnFont | null;
  readonly size: number;
  /** Widens or narrows the glyphs, not the steps between them. */
  readonly scale: number;
  readonly lean: number;
  /** Radians, clockwise. */
  readonly turn: number;
  readonly matrix: Matrix;
};

/** A TextObject, each character where its deltas put it. */
export function drawText(object: XmlElement, scene: Scene): void {
  const { canvas, resources, layer } = scene;
  const pen = penOf(object, layer, resources);
  const fill = object.attributes.get('Fill') === 'false' ? null : (pen.fill ?? BLACK);
  const stroke = object.attributes.get('Stroke') === 'true' ? (pen.stroke ?? BLACK) : null;
  const type = typeOf(object, scene);
  if ((fill === null && stroke === null) || type.size <= 0) return;
  const opacity = opacityOf(object);
  canvas.within(null, () => {
    canvas.look({
      fillAlpha: (fill?.alpha ?? 1) * opacity,
      strokeAlpha: (stroke?.alpha ?? 1) * opacity,
      multiply: false,
    });
    const mode = renderingOf(fill, stroke, type);
    if (fill !== null) canvas.put(fillOperator(fill));
    const edge = stroke ?? (mode === 2 ? fill : null);
    if (edge !== null) canvas.put(strokeOperator(edge));
    if (mode !== 0) canvas.put(`${pdfNumbers(stroke === null ? THICKER * type.size : pen.lineWidth)} w`);
    for (const code of childrenOf(object, 'TextCode')) drawCode(code, glyphsOf(object), type, mode, scene);
  });
}

/** As PDF counts: 0 fills, 1 strokes, 2 does both. */
function renderingOf(fill: Colour | null, stroke: Colour | null, { family, own }: Type): 0 | 1 | 2 {
  if (fill === null) return 1;
  return stroke !== null || (family.thicken && own === null) ? 2 : 0;
}

function typeOf(object: XmlElement, { resources, ownFonts }: Scene): Type {
  const font = resources.font(attributeOf(object, 'Font'));
  const bold = font?.bold === true || (numberOf(object.attributes.get('Weight')) ?? 0) >= BOLD;
  const italic = font?.italic === true || object.attributes.get('Italic') === 'true';
  let own = font === null ? null : ownFonts.get(font.id);
  if (own === undefined && font !== null) {
    own = ownFont(font);
    ownFonts.set(font.id, own);
  }
  return {
    family: familyOf(font?.name ?? '', bold),
    own: own ?? null,
    size: numberOf(object.attributes.get('Size')) ?? PLAIN_SIZE,
    scale: numberOf(object.attributes.get('HScale')) ?? 1,
    lean: italic ? LEAN : 0,
    turn: ((numberOf(object.attributes.get('CharDirection')) ?? 0) * Math.PI) / 180,
    matrix: objectMatrix(object),
  };
}

/** Numbers of glyphs that CGTransforms give to characters, by the position of the character. */
function glyphsOf(object: XmlElement): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (const transform of childrenOf(object, 'CGTransform')) {
    const from = numberOf(transform.attributes.get('CodePosition')) ?? 0;
    const codes = numberOf(transform.attributes.get('CodeCount')) ?? 1;
    const ids = numbersOf(childrenOf(transform, 'Glyphs')[0]?.text) ?? [];
    // Where several characters become one glyph, or one becomes several, each stands for itself.
    if (ids.length !== codes) continue;
    for (const [index, id] of ids.entries()) glyphs.set(from + index, id);
  }
  return glyphs;
}

function drawCode(
  code: XmlElement,
  glyphs: ReadonlyMap<number, number>,
  type: Type,
  mode: 0 | 1 | 2,
  scene: Scene,
): void {
  const advanceOf = (character: string): number => advanceOfCharacter(character, type, scene);
  // Steps wider than a character look like spaces to programs that search: they are told the words.
  scene.canvas.put(`/Span <</ActualText ${PDFHexString.fromText(textOf(code)).toString()}>> BDC`);
  for (const [index, placed] of placeCharacters(code, advanceOf).entries()) {
    if (/^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]$/u.test(placed.character)) continue;
    scene.drawing.count();
    const id = glyphs.get(index);
    const wanted: OwnGlyph = id === undefined ? { character: placed.character } : { id };
    if (type.own !== null && drawOwn(placed, wanted, type, type.own, mode, scene)) continue;
    drawBundled(placed, type, mode, scene);
  }
  scene.canvas.put('EMC');
}

/** True when the OFD's own font has the glyph. The words are laid over it unseen, so that they can be searched. */
function drawOwn(
  placed: PlacedCharacter,
  wanted: OwnGlyph,
  type: Type,
  own: OwnFont,
  mode: 0 | 1 | 2,
  scene: Scene,
): boolean {
  const outline = own.outline(wanted, glyphMatrix(placed, type, type.scale, 0));
  if (outline === null) return false;
  if (outline !== '') scene.canvas.put(`${outline}\n${['f', 'S', 'B'][mode]}`);
  drawBundled(placed, type, 3, scene);
  return true;
}

/** @param mode 3 draws nothing that is seen */
function drawBundled(placed: PlacedCharacter, type: Type, mode: 0 | 1 | 2 | 3, scene: Scene): void {
  const { canvas, drawing, page } = scene;
  const glyph = drawing.faces.glyph(type.family.face, placed.character);
  if (glyph === null) {
    if (mode !== 3) drawing.missing.note(page, ['个', '字体中没有的字']);
    return;
  }
  const { scale, shift } = fitIntoCell(placed, glyph.width, type);
  const matrix = glyphMatrix(placed, type, scale, shift);
  canvas.put(
    `BT ${canvas.font(glyph.face)} 1 Tf ${mode} Tr ${pdfNumbers(...matrix)} Tm <${glyph.hex}> Tj ET`,
  );
}

/**
 * Bundled Latin is wider than that of the fonts it stands for: it is narrowed to the room the OFD reckons with. What
 * stands for Courier is put into the middle of its cell.
 */
function fitIntoCell(
  { character, pitch }: PlacedCharacter,
  width: number,
  { family, size, scale }: Type,
): { readonly scale: number; readonly shift: number } {
  if (!isLatin(character)) return { scale, shift: 0 };
  const cell = CELLS[family.latin];
  const room = Math.min(
    pitch ?? Number.POSITIVE_INFINITY,
    cell === null ? Number.POSITIVE_INFINITY : cell * size * scale,
  );
  const taken = width * size * scale;
  const fitting = taken > room && room > 0 ? (scale * room) / taken : scale;
  const left = family.latin === 'mono' && cell !== null ? cell * size * scale - width * size * fitting : 0;
  return { scale: fitting, shift: left / 2 };
}

const CELLS: Readonly<Record<Family['latin'], number | null>> = { half: 0.5, mono: 0.6, own: null };

function advanceOfCharacter(character: string, type: Type, { drawing }: Scene): number {
  const { family, own, size, scale } = type;
  const ownWidth = own?.width({ character });
  if (ownWidth !== null && ownWidth !== undefined) return ownWidth * size * scale;
  const cell = isLatin(character) ? CELLS[family.latin] : 1;
  return (cell ?? drawing.faces.glyph(family.face, character)?.width ?? 0.5) * size * scale;
}

function isLatin(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 0x2000;
}

/** From a glyph's space (parts of the size, y upwards) to that of the object's Boundary. */
function glyphMatrix(
  { x, y }: PlacedCharacter,
  { size, lean, turn, matrix }: Type,
  scale: number,
  shift: number,
): Matrix {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const upright: Matrix = [size * scale, 0, lean * size, -size, shift, 0];
  const standing: Matrix = turn === 0 ? [1, 0, 0, 1, x, y] : [cos, sin, -sin, cos, x, y];
  return combine(matrix, combine(standing, upright));
}
