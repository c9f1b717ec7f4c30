import { statementFields } from '../../../shared/calls/statementFields.ts';
import { isKeptBeside } from '../../../shared/entities/attachment.ts';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { useBoard } from './AttachmentsProvider.tsx';
import styles from './KindCard.module.css';
import type { KindState } from './kindStates.ts';

/** Below a statement: how many of its figures are held against the form, and the way to type them beside its pages. */
export function StatementLine({ kind }: { readonly kind: KindState }) {
  const call = useCall();
  const readOnly = useReadOnly();
  const board = useBoard();
  const statements = useApplication((application) => application.statements);
  const fields = statementFields(call).find((one) => one.kind === kind.id)?.fields ?? [];
  const file = kind.files.find((one) => one.pages !== null && !isKeptBeside(one));
  if (fields.length === 0 || file === undefined) return null;
  const told = fields.filter(({ id }) => (statements[id] ?? null) !== null).length;
  return (
    <p className={styles.statement} data-statement-line={kind.id}>
      <span className={styles.facts}>
        {told === 0
          ? `申报表有 ${fields.length} 个数字出自这份报表，可以对照录入一次，由程序核对。`
          : `报表上的数字已录入 ${told} / ${fields.length} 项。`}
      </span>
      <Button look="quiet" onClick={() => board.showPages(file.id, 1)}>
        {readOnly || told === fields.length ? '对照查看' : '对照报表录入'}
      </Button>
    </p>
  );
}
