import { useId, useMemo, useState } from 'react';
import type { Generated } from '../../../../shared/calls/schema/page.ts';
import { generatedBlocks } from '../../../../shared/documents/generatedBlocks.ts';
import type { Application } from '../../../../shared/entities/application.ts';
import { jumpTo } from '../../../app/navigation.ts';
import { useApplication, useCall } from '../../../draft/useDraft.ts';
import { Button } from '../../../ui/Button.tsx';
import { BlockView } from './BlockView.tsx';
import styles from './GeneratedCard.module.css';
import { generatedName, sourceOf } from './generatedName.ts';

type GeneratedCardProps = {
  readonly generated: Generated;
  /** Words are written here too: what is longer than a few lines stays folded until asked for. */
  readonly beside: boolean;
};

const FEW = 3;

/** What the program puts at this place of the plan itself, as it prints now; to be looked at, and a way to its data. */
export function GeneratedCard({ generated, beside }: GeneratedCardProps) {
  const call = useCall();
  const isInvoices = 'table' in generated && generated.table === 'invoices';
  const [open, setOpen] = useState(!beside || ('facts' in generated && generated.facts.length <= FEW));
  const id = useId();
  const name = generatedName(call, generated);
  const source = sourceOf(call, generated);
  return (
    <section className={styles.card} aria-label={`自动插入：${name}`}>
      <header className={styles.head}>
        <p className={styles.name}>
          此处将自动插入 <strong>{name}</strong>
        </p>
        {isInvoices ? null : (
          <Button look="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {open ? '收起' : '展开'}
          </Button>
        )}
        {source === null ? null : (
          <Button look="quiet" onClick={() => jumpTo(source)}>
            去填写
          </Button>
        )}
      </header>
      <div id={id} hidden={!open && !isInvoices}>
        {isInvoices ? <InvoiceSummary /> : open ? <Live generated={generated} name={name} /> : null}
      </div>
    </section>
  );
}

function InvoiceSummary() {
  const count = useApplication(({ invoices }) => invoices.length);
  return (
    <p className={styles.summary}>
      {count === 0
        ? '还没有登记发票。'
        : `共 ${count.toLocaleString('zh-CN')} 行，打印时另起一页，在本节文字之后。`}
    </p>
  );
}

function Live({ generated, name }: { readonly generated: Generated; readonly name: string }) {
  const call = useCall();
  const application = useApplication((whole) => whole);
  const { answers, direction, targets, ownIndicators, consortium, budget, invoices, ledger, settings } =
    application;
  // biome-ignore lint/correctness/useExhaustiveDependencies: all but the plan's own words, for typing below must not make the tables anew
  const blocks = useMemo(() => {
    const parts: Application = { ...application, plan: {} };
    return generatedBlocks(call, parts, generated);
  }, [
    call,
    generated,
    answers,
    direction,
    targets,
    ownIndicators,
    consortium,
    budget,
    invoices,
    ledger,
    settings,
  ]);
  if (blocks.length === 0) return <p className={styles.summary}>现在没有可以列出的内容，不会印出。</p>;
  // The card's head has said the caption.
  const [first, ...others] = blocks;
  const said =
    first?.type === 'paragraph' && first.content.every((one) => one.type === 'text' && one.text === name);
  return <BlockView blocks={said ? others : blocks} />;
}
