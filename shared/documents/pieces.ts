import { assertNever } from '../assertNever.ts';
import type { Call } from '../calls/schema/call.ts';
import type { Piece } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import type { OwnIndicator } from '../entities/indicator.ts';
import type { Inline, Mark } from './block.ts';
import { blank, inlinesOf } from './blockBuilders.ts';
import { chosenDirection, directionText } from './directionText.ts';
import { fieldOf, printedAnswer } from './printValue.ts';

/** Room for the pen beside printed words (“＿＿万元”), in characters; alone in its cell a value needs none. */
const PEN_CHARACTERS = 4;

export interface PieceSource {
  readonly call: Call;
  readonly application: Application;
  /** The own indicator a repeated row prints; null prints room for the pen. */
  readonly own?: OwnIndicator | null;
  /** Marks every answered value bears. */
  readonly marks?: readonly Mark[];
}

/** What one piece prints when it is an answer: its words, or null for what is not answered or is no answer. */
export function answerOfPiece(piece: Piece, { call, application, own = null }: PieceSource): string | null {
  if ('field' in piece) return printedAnswer(call, application, piece.field);
  if ('signedOn' in piece) return printedAnswer(call, application, piece.signedOn);
  if ('direction' in piece) return directionText(call, application);
  if ('own' in piece) {
    const text = own === null ? '' : piece.own === 'name' ? own.name : own.value;
    return text.trim() === '' ? null : text;
  }
  return null;
}

/** 年 月 日 with room for the pen. */
function dateBlanks(): Inline[] {
  return [blank(3), ...inlinesOf('年'), blank(2), ...inlinesOf('月'), blank(2), ...inlinesOf('日')];
}

function pieceInlines(piece: Piece, source: PieceSource, alone: boolean): Inline[] {
  if ('text' in piece) return inlinesOf(piece.text);
  if ('wording' in piece) return inlinesOf(source.call.wording[piece.wording] ?? '');
  if ('blank' in piece) return [blank(piece.blank)];
  if ('lineBreak' in piece) return [{ type: 'break' }];
  const answer = answerOfPiece(piece, source);
  if (answer !== null) return inlinesOf(answer, source.marks ?? []);
  if ('signedOn' in piece) return dateBlanks();
  if ('field' in piece || 'direction' in piece || 'own' in piece) return alone ? [] : [blank(PEN_CHARACTERS)];
  return assertNever(piece);
}

/** True when no other piece stands on the line of this one. */
function standsAlone(pieces: readonly Piece[], index: number): boolean {
  const ends = (neighbour: Piece | undefined) => neighbour === undefined || 'lineBreak' in neighbour;
  return ends(pieces[index - 1]) && ends(pieces[index + 1]);
}

/** Pieces of a printed line or cell as inlines. What is not answered stays empty for the pen. */
export function inlinesOfPieces(pieces: readonly Piece[], source: PieceSource): Inline[] {
  return pieces.flatMap((piece, index) => pieceInlines(piece, source, standsAlone(pieces, index)));
}

/** A label for the answer of a piece, when the page prints none beside it. */
export function labelOfPiece(piece: Piece, { call, application }: PieceSource): string {
  if ('field' in piece) return fieldOf(call, piece.field)?.label ?? piece.field;
  if ('signedOn' in piece) return fieldOf(call, piece.signedOn)?.label ?? piece.signedOn;
  if ('direction' in piece)
    return chosenDirection(call, application)?.direction.label ?? call.directionRequirement.label;
  return '';
}
