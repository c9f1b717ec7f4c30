import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Direction } from '../../../shared/calls/schema/direction.ts';
import type { DirectionChoice } from '../../../shared/entities/application.ts';
import { edit } from '../../draft/edit.ts';
import { useApplication, useCall, useReadOnly } from '../../draft/useDraft.ts';
import { ChosenDirection } from './ChosenDirection.tsx';
import { DirectionCard } from './DirectionCard.tsx';
import styles from './DirectionStep.module.css';
import { changeWords, choiceOf } from './directionChange.ts';
import { Eligibility } from './Eligibility.tsx';

/** 申报方向: chosen before anything else, with what it asks; and whether one may apply, from what is answered so far. */
export function DirectionStep() {
  const call = useCall();
  const choice = useApplication(({ direction }) => direction);
  const readOnly = useReadOnly();
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState<{
    readonly before: DirectionChoice;
    readonly lines: readonly string[];
  } | null>(null);
  const chosen = call.directions.find(({ id }) => id === choice.id) ?? null;
  const choosing = chosen === null || changing;

  const change = useRef<HTMLButtonElement>(null);
  const chosenNow = useRef(false);
  // The button that chose is gone with its card: the focus stays here instead of falling to the window.
  useEffect(() => {
    if (choosing || !chosenNow.current) return;
    chosenNow.current = false;
    change.current?.focus();
  }, [choosing]);

  const choose = (direction: Direction) => {
    chosenNow.current = true;
    setChanging(false);
    if (direction.id === choice.id) return;
    const lines = changeWords(call, choice, direction);
    setChanged(lines.length === 0 ? null : { before: choice, lines });
    save(choiceOf(direction.id));
  };
  return (
    <div className={styles.step}>
      {chosen !== null && <Eligibility />}
      <section className={styles.direction} data-at="direction" aria-label={call.directionRequirement.label}>
        <div className={styles.head}>
          <h2>{call.directionRequirement.label}</h2>
          {chosen !== null && !readOnly && (
            <Button ref={change} size="small" onClick={() => setChanging(!changing)}>
              {changing ? '不换了' : '更换'}
            </Button>
          )}
        </div>
        {choosing && (
          <p className={styles.words}>
            {chosen === null
              ? '先选方向：谁可以申报、投资门槛、要达到的目标都由它决定。以后可以更换，已填的内容不会丢。'
              : '选另一个方向，其他已填的内容都会保留；选错了可以撤销。'}
          </p>
        )}
        {changed !== null && !choosing && (
          <Changed
            lines={changed.lines}
            onUndo={() => {
              save(changed.before);
              setChanged(null);
            }}
            onDone={() => setChanged(null)}
          />
        )}
        {choosing ? (
          <ol className={styles.cards}>
            {call.directions.map((direction) => (
              <DirectionCard
                key={direction.id}
                direction={direction}
                current={direction.id === choice.id}
                readOnly={readOnly}
                onChoose={() => choose(direction)}
              />
            ))}
          </ol>
        ) : (
          chosen !== null && (
            <ChosenDirection direction={chosen} choice={choice} readOnly={readOnly} onChange={save} />
          )
        )}
      </section>
      {chosen === null && <Eligibility />}
    </div>
  );
}

function save(value: DirectionChoice): void {
  edit([{ kind: 'direction', value }], { at: 'direction' });
}

/** What taking another direction changed, with the way back. */
function Changed({
  lines,
  onUndo,
  onDone,
}: {
  readonly lines: readonly string[];
  readonly onUndo: () => void;
  readonly onDone: () => void;
}) {
  return (
    <div className={styles.changed} role="status">
      <p>方向已更换，其他填写的内容都还在。</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button size="small" onClick={onUndo}>
          撤销更换
        </Button>
        <Button size="small" type="text" onClick={onDone}>
          知道了
        </Button>
      </div>
    </div>
  );
}
