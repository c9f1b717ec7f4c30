import { useApplication, useReadOnly } from '../../draft/useDraft.ts';
import { TextControl } from '../../fields/TextControl.tsx';
import { changeIndicator } from '../ownIndicators/changeIndicators.ts';
import styles from './PaperForm.module.css';

/** Name or value of one own indicator on paper; typing into an empty place adds one. */
export function OwnPiece({
  part,
  index,
  align,
}: {
  readonly part: 'name' | 'value';
  readonly index: number;
  readonly align: 'left' | 'center' | 'right';
}) {
  const own = useApplication(({ ownIndicators }) => ownIndicators[index] ?? null);
  const readOnly = useReadOnly();
  const what = part === 'name' ? '名称' : '指标值';
  return (
    <span className={styles.field} {...(own === null ? {} : { 'data-at': `ownIndicators[${own.id}]` })}>
      <TextControl
        value={own?.[part] ?? ''}
        onChange={(text) => changeIndicator(own, part, text)}
        label={own === null ? `新增指标的${what}` : `第 ${index + 1} 项新增指标的${what}`}
        placeholder={own === null ? (part === 'name' ? '新增指标' : '数值和单位') : ''}
        variant="borderless"
        size="small"
        align={align}
        multiline={{ minRows: 1, maxRows: 4 }}
        oneLine
        readOnly={readOnly}
      />
    </span>
  );
}
