import { type Fen, formatMoney } from '../../../shared/entities/money.ts';
import { ReadInput } from './ReadInput.tsx';
import { readMoneyCell } from './readCell.ts';

type YuanInputProps = {
  readonly label: string;
  readonly id?: string;
  readonly describedBy?: string;
  readonly fen: Fen | null;
  readonly readOnly: boolean;
  readonly placeholder?: string;
  readonly onChange: (fen: Fen | null) => void;
};

/** An amount in 元. */
export function YuanInput({ fen, ...rest }: YuanInputProps) {
  return (
    <ReadInput
      {...rest}
      value={fen}
      read={(text) => readMoneyCell(text, 'yuan')}
      show={(value) => formatMoney(value, 'yuan')}
      align="right"
      suffix="元"
    />
  );
}
