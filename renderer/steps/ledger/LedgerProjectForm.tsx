import { ROW_WORDS } from '../../../shared/calls/rowWords.ts';
import { LedgerProject, LedgerStyle, ledgerTotalFen } from '../../../shared/entities/ledger.ts';
import { formatMoney } from '../../../shared/entities/money.ts';
import { useReadOnly } from '../../draft/useDraft.ts';
import { FieldFrame, type FrameBinding } from '../../fields/FieldFrame.tsx';
import { TextControl } from '../../fields/TextControl.tsx';
import { ChoiceInput } from '../../ui/grid/ChoiceInput.tsx';
import { ReadInput } from '../../ui/grid/ReadInput.tsx';
import type { ReadValue } from '../../ui/grid/readCell.ts';
import { YuanInput } from '../../ui/grid/YuanInput.tsx';
import styles from './Ledger.module.css';

type LedgerProjectFormProps = {
  readonly project: LedgerProject;
  readonly onChange: (patch: Partial<LedgerProject>, column: string) => void;
};

const STYLE_WORDS = ROW_WORDS.ledger?.fields.style?.choices ?? {};
const STYLES = LedgerStyle.options.map((id) => ({ id, label: STYLE_WORDS[id] ?? id }));
const EXPENSE_TYPES = LedgerProject.shape.expenseType
  .unwrap()
  .unwrap()
  .options.map((id) => ({ id, label: id }));

/** The head of one sub-ledger: whose it is, its layout, and what of it is claimed. */
export function LedgerProjectForm({ project, onChange }: LedgerProjectFormProps) {
  const readOnly = useReadOnly();
  const at = (column: string): string => `ledger[${project.id}].${column}`;
  const text = (key: 'name' | 'code' | 'status', label: string, hint = '') => (
    <FieldFrame at={at(key)} label={label} hint={hint} answered={project[key] !== ''}>
      {({ id, describedBy, status }: FrameBinding) => (
        <TextControl
          id={id}
          describedBy={describedBy}
          {...(status === null ? {} : { status })}
          value={project[key]}
          readOnly={readOnly}
          onChange={(value) => onChange({ [key]: value }, key)}
        />
      )}
    </FieldFrame>
  );
  const money = (key: 'openingFen' | 'summaryFen' | 'claimedFen', label: string, hint: string) => (
    <FieldFrame at={at(key)} label={label} hint={hint} answered={project[key] !== null}>
      {({ id, describedBy }: FrameBinding) => (
        <YuanInput
          id={id}
          describedBy={describedBy}
          label={label}
          fen={project[key]}
          readOnly={readOnly}
          onChange={(fen) => onChange({ [key]: fen }, key)}
        />
      )}
    </FieldFrame>
  );
  return (
    <div className={styles.form}>
      {text('name', '研发项目名称')}
      {text('code', '项目编号')}
      <FieldFrame at={at('style')} label="辅助账样式" answered>
        {({ id }: FrameBinding) => (
          <ChoiceInput
            id={id}
            choices={STYLES}
            value={project.style}
            readOnly={readOnly}
            onChange={(style) => onChange({ style: LedgerStyle.catch('other').parse(style) }, 'style')}
          />
        )}
      </FieldFrame>
      <FieldFrame at={at('year')} label="年度" answered={project.year !== null}>
        {({ id, describedBy }: FrameBinding) => (
          <ReadInput
            id={id}
            describedBy={describedBy}
            label="年度"
            value={project.year}
            read={readYear}
            show={String}
            readOnly={readOnly}
            onChange={(year) => onChange({ year }, 'year')}
          />
        )}
      </FieldFrame>
      <FieldFrame at={at('expenseType')} label="支出类型" answered={project.expenseType !== null}>
        {({ id }: FrameBinding) => (
          <ChoiceInput
            id={id}
            choices={EXPENSE_TYPES}
            value={project.expenseType ?? ''}
            readOnly={readOnly}
            onChange={(chosen) =>
              onChange(
                { expenseType: EXPENSE_TYPES.find((one) => one.id === chosen)?.id ?? null },
                'expenseType',
              )
            }
          />
        )}
      </FieldFrame>
      {text('status', '完成情况')}
      {project.style === '2015' && money('openingFen', '期初余额', '账页第一行之前的余额，借方为正')}
      {money('summaryFen', '汇总表中的金额', '有研发支出辅助账汇总表的，照抄本项目一行的合计')}
      {money(
        'claimedFen',
        '计入本项目的金额',
        `留空为全部计入，即 ${formatMoney(ledgerTotalFen(project), 'yuan')} 元`,
      )}
    </div>
  );
}

function readYear(text: string): ReadValue<number> {
  const plain = text.normalize('NFKC').replace(/[\s年度]/g, '');
  if (plain === '') return { ok: true, value: null };
  const year = Number(plain);
  return /^\d{4}$/.test(plain) && LedgerProject.shape.year.safeParse(year).success
    ? { ok: true, value: year }
    : { ok: false, message: `“${text.trim()}”没有认出是哪一年，请写成 2019 这样的四位数字` };
}
