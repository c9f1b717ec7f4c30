import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type Invoice, InvoiceLine } from '../../../shared/entities/invoice.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { YuanInput } from '../../ui/grid/YuanInput.tsx';
import styles from './Invoices.module.css';

type InvoiceLinesProps = {
  readonly invoice: Invoice;
  readonly said: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (lines: readonly InvoiceLine[]) => void;
};

/** The lines printed on an invoice. */
export function InvoiceLines({ invoice, said, readOnly, onChange }: InvoiceLinesProps) {
  const { lines } = invoice;
  const set = (at: number, patch: Partial<InvoiceLine>): void =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...patch } : line)));
  return (
    <fieldset className={styles.lines}>
      <legend>票面明细</legend>
      {lines.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">项目名称</th>
              <th scope="col">金额</th>
              <th scope="col">税率</th>
              <th scope="col">税额</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own but their place
              <tr key={at}>
                <td>
                  <TextControl
                    size="small"
                    label={`第 ${at + 1} 行项目名称`}
                    value={line.item}
                    readOnly={readOnly}
                    onChange={(item) => set(at, { item })}
                  />
                </td>
                <td>
                  <YuanInput
                    label={`第 ${at + 1} 行金额`}
                    fen={line.netFen}
                    readOnly={readOnly}
                    onChange={(netFen) => set(at, { netFen })}
                  />
                </td>
                <td>
                  <TextControl
                    size="small"
                    label={`第 ${at + 1} 行税率`}
                    value={line.taxRate}
                    placeholder="13%"
                    readOnly={readOnly}
                    onChange={(taxRate) => set(at, { taxRate })}
                  />
                </td>
                <td>
                  <YuanInput
                    label={`第 ${at + 1} 行税额`}
                    fen={line.taxFen}
                    readOnly={readOnly}
                    onChange={(taxFen) => set(at, { taxFen })}
                  />
                </td>
                <td>
                  <Button
                    size="small"
                    type="text"
                    aria-label={`删除第 ${at + 1} 行明细`}
                    disabled={readOnly}
                    icon={<DeleteOutlined aria-hidden />}
                    onClick={() => onChange(lines.filter((_, index) => index !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {said.map((message) => (
        <p key={message} className={styles.saidHere}>
          {message}
        </p>
      ))}
      {!readOnly && (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...lines, InvoiceLine.parse({})])}
        >
          增加一行明细
        </Button>
      )}
    </fieldset>
  );
}
