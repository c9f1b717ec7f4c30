import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { LedgerProject, ledgerClaimedFen, ledgerTotalFen } from '../../../shared/entities/ledger.ts';
import { formatMoney } from '../../../shared/entities/money.ts';
import { useFocusWish } from '../../app/navigation.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit, undo } from '../../draft/edit.ts';
import type { Change } from '../../draft/history.ts';
import { useApplication, useDraft, useReadOnly } from '../../draft/useDraft.ts';
import styles from './Ledger.module.css';
import { LedgerProjectView } from './LedgerProjectView.tsx';

/** 研发辅助账: the R&D sub-ledgers, one sheet for each project. */
export function LedgerStep() {
  const projects = useApplication((application) => application.ledger);
  const readOnly = useReadOnly();
  const wish = useFocusWish();
  const [chosen, setChosen] = useState<string | null>(null);
  const [removal, setRemoval] = useState<{ readonly change: Change; readonly name: string } | null>(null);
  const last = useDraft(({ past }) => past.at(-1));
  // A place one is led to opens its sheet.
  const wished = projects.find(({ id }) => wish?.at.startsWith(`ledger[${id}]`));
  if (wished !== undefined && wished.id !== chosen) setChosen(wished.id);
  const shown = projects.find(({ id }) => id === chosen) ?? projects[0];
  const add = (): void => {
    const project = LedgerProject.parse({ id: `l-${crypto.randomUUID()}` });
    edit([{ kind: 'rows', list: 'ledger', save: [project], remove: [] }], { at: `ledger[${project.id}]` });
    setChosen(project.id);
  };
  const remove = (project: LedgerProject): void => {
    edit([{ kind: 'rows', list: 'ledger', save: [], remove: [project.id] }], { at: 'ledger' });
    const change = draftStore.getState()?.past.at(-1);
    if (change !== undefined) setRemoval({ change, name: nameOf(project, projects.indexOf(project)) });
  };
  return (
    <div className={styles.step} data-at="ledger">
      {projects.length === 0 ? (
        <p className={styles.empty}>
          有研发投入计入投资的，要有按税务部门样式登记的研发支出辅助账。请为每个研发项目新增一本，再从 Excel
          粘贴凭证；没有研发投入的，这一节可以空着。
        </p>
      ) : (
        <ul className={styles.list}>
          {projects.map((project, index) => (
            <li key={project.id} data-chosen={project.id === shown?.id}>
              <button
                type="button"
                aria-current={project.id === shown?.id}
                onClick={() => setChosen(project.id)}
              >
                <b>{nameOf(project, index)}</b>
                <span>
                  {project.year === null ? '年度未填' : `${project.year} 年`} · {project.rows.length} 行凭证
                </span>
                <span>
                  归集 {formatMoney(ledgerTotalFen(project), 'yuan')} 元 · 计入{' '}
                  {formatMoney(ledgerClaimedFen(project), 'yuan')} 元
                </span>
              </button>
              {!readOnly && (
                <Button
                  type="text"
                  size="small"
                  aria-label={`删除辅助账 ${nameOf(project, index)}`}
                  icon={<DeleteOutlined aria-hidden />}
                  onClick={() => remove(project)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {removal !== null && removal.change === last && (
        <p role="status">
          已删除“{removal.name}”和它的全部凭证
          <Button type="link" size="small" onClick={() => undo()}>
            撤销
          </Button>
        </p>
      )}
      {!readOnly && (
        <div>
          <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
            新增一本辅助账
          </Button>
        </div>
      )}
      {shown !== undefined && <LedgerProjectView key={shown.id} project={shown} />}
    </div>
  );
}

function nameOf({ name }: LedgerProject, index: number): string {
  return name.trim() === '' ? `研发项目 ${index + 1}` : name;
}
