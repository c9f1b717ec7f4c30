import { assertNever } from '../../../shared/assertNever.ts';
import type { Piece } from '../../../shared/calls/schema/page.ts';
import { directionText } from '../../../shared/documents/directionText.ts';
import { fieldOf } from '../../../shared/documents/printValue.ts';
import { jumpTo } from '../../app/navigation.ts';
import { useCall, useDraft } from '../../draft/useDraft.ts';
import { type LinePiece, linesOf } from './linesOf.ts';
import { OwnPiece } from './OwnPiece.tsx';
import { PaperField } from './PaperField.tsx';
import styles from './PaperForm.module.css';
import { placed } from './placed.ts';

type LineProps = {
  readonly pieces: readonly Piece[];
  readonly align: 'left' | 'center' | 'right';
  /** Number of the own indicator this line stands for, in a row that repeats. */
  readonly own?: number;
};

/** Printed words and answers of one line, the answers to be typed. */
export function PaperLine({ pieces, align, own = 0 }: LineProps) {
  return placed(linesOf(pieces)).map(({ place, item: line }) => (
    <div key={place} className={[styles.line, styles[align]].join(' ')}>
      {placed(line).map(({ place: at, item }) => (
        <PieceView key={at} piece={item} align={alignOf(line, at, align)} own={own} />
      ))}
    </div>
  ));
}

/** Beside printed words an answer leans towards the word behind it: 200.00万元. */
function alignOf(line: readonly LinePiece[], at: number, alone: LineProps['align']): LineProps['align'] {
  if (line.length === 1) return alone;
  const next = line[at + 1];
  return at === 0 && next !== undefined && 'text' in next ? 'right' : 'left';
}

function PieceView({
  piece,
  align,
  own,
}: Required<Omit<LineProps, 'pieces'>> & { readonly piece: LinePiece }) {
  const call = useCall();
  if ('text' in piece) return <span className={styles.words}>{piece.text}</span>;
  if ('wording' in piece) return <span className={styles.words}>{call.wording[piece.wording] ?? ''}</span>;
  if ('blank' in piece) return <span style={{ width: `${piece.blank}em` }} />;
  if ('direction' in piece) return <DirectionPiece />;
  if ('own' in piece) return <OwnPiece part={piece.own} index={own} align={align} />;
  if ('field' in piece || 'signedOn' in piece) {
    const field = fieldOf(call, 'field' in piece ? piece.field : piece.signedOn);
    return field === null ? null : <PaperField field={field} align={align} />;
  }
  return assertNever(piece);
}

/** The direction is chosen where its conditions are told; here it is read, one click away from its place. */
function DirectionPiece() {
  const text = useDraft(({ call, application }) => directionText(call, application));
  return (
    <button type="button" className={styles.direction} onClick={() => jumpTo('direction')}>
      {text ?? '还没有选择方向，去选择'}
    </button>
  );
}
