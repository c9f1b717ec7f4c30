import { DeleteOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { LedgerProject, ledgerClaimedFen, ledgerTotalFen } from '../../../shared/entities/ledger.ts';
import { formatMoney } from '../../../shared/entities/money.ts';
import { useFocusWish } from '../../app/navigation.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { edit, undo } from '../../draft/edit.ts';
import type { Change } from '../../draft/history.ts';
import { useApplication, useDraft, useReadOnly } from '../../draft/useDraft.ts';
import { addChosen } from '../../drop/attaching.ts';
import { LEDGER_STYLE_WORDS } from '../../evidence/ledgerStyleWords.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './Ledger.module.css';
import { LedgerProjectView } from './LedgerProjectView.tsx';
import { LedgerSources } from './LedgerSources.tsx';

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
  const adding = readOnly ? null : (
    <div className={styles.tools}>
      <Button
        type={projects.length === 0 ? 'primary' : 'default'}
        icon={<ImportOutlined aria-hidden />}
        onClick={() => void addChosen(null, false)}
      >
        导入辅助账…
      </Button>
      <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
        新增一本辅助账
      </Button>
    </div>
  );
  return (
    <div className={styles.step} data-at="ledger">
      {projects.length === 0 ? (
        <EmptyState title="还没有研发支出辅助账" action={adding}>
          <p>
            有研发投入计入投资的，要有按税务部门样式登记的研发支出辅助账；没有研发投入的，这一节可以空着。
          </p>
          <p>
            把 2015 年或 2021 年样式的 Excel
            辅助账、汇总表（.xlsx、.xls、CSV）或装着它们的文件夹、压缩包拖进窗口，
            会按表头认出样式、研发项目和各列，合计与汇总表一并核对；自己设计的表，可以逐列指明含义。
          </p>
        </EmptyState>
      ) : (
        <>
          {adding}
          <ul className={styles.list}>
            {projects.map((project, index) => (
              <ProjectCard
                key={project.id}
                project={project}
                name={nameOf(project, index)}
                chosen={project.id === shown?.id}
                onChoose={() => setChosen(project.id)}
                onRemove={readOnly ? null : () => remove(project)}
              />
            ))}
          </ul>
        </>
      )}
      <LedgerSources />
      {removal !== null && removal.change === last && (
        <p role="status">
          已删除“{removal.name}”和它的全部凭证
          <Button type="link" size="small" onClick={() => undo()}>
            撤销
          </Button>
        </p>
      )}
      {shown !== undefined && <LedgerProjectView key={shown.id} project={shown} />}
    </div>
  );
}

type ProjectCardProps = {
  readonly project: LedgerProject;
  readonly name: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  /** Null where it cannot be removed. */
  readonly onRemove: (() => void) | null;
};

function ProjectCard({ project, name, chosen, onChoose, onRemove }: ProjectCardProps) {
  const { style, year, rows } = project;
  const totalFen = ledgerTotalFen(project);
  const claimedFen = ledgerClaimedFen(project);
  return (
    <li data-chosen={chosen}>
      <button type="button" aria-current={chosen} onClick={onChoose}>
        <b>{name}</b>
        <span>
          {LEDGER_STYLE_WORDS[style]} · {year === null ? '年度未填' : `${year} 年`} · {rows.length} 行凭证
        </span>
        <span>
          归集 {formatMoney(totalFen, 'yuan')} 元
          {claimedFen === totalFen ? '，全部计入' : `，计入 ${formatMoney(claimedFen, 'yuan')} 元`}
        </span>
      </button>
      {onRemove === null ? null : (
        <Button
          type="text"
          size="small"
          aria-label={`删除辅助账 ${name}`}
          icon={<DeleteOutlined aria-hidden />}
          onClick={onRemove}
        />
      )}
    </li>
  );
}

function nameOf({ name }: LedgerProject, index: number): string {
  return name.trim() === '' ? `研发项目 ${index + 1}` : name;
}
