import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { assertNever } from '../../../../shared/assertNever.ts';
import { InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { draftStore } from '../../../draft/draftStore.ts';
import { FullDialog } from '../../../ui/FullDialog.tsx';
import { InvoicePages, type PageTurning } from '../pages/InvoicePages.tsx';
import { usePageTurns } from '../pages/usePageTurns.ts';
import { fetchPagesAhead } from './fetchPagesAhead.ts';
import { lostInWords } from './lostInWords.ts';
import {
  doubtfulFields,
  type OpenQuestion,
  questionsInWords,
  undecidedFields,
  wayOnInWords,
} from './openQuestions.ts';
import styles from './Review.module.css';
import { ReviewEnd } from './ReviewEnd.tsx';
import { ReviewFoot } from './ReviewFoot.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { ReviewHead } from './ReviewHead.tsx';
import { ReviewLost } from './ReviewLost.tsx';
import { firstToLookAt, focusField, moveFocus } from './reviewFocus.ts';
import { keyOfReview, type ReviewKey } from './reviewKeys.ts';
import { type ReviewScene, sceneOf } from './reviewSteps.ts';
import { useReviewSession } from './useReviewSession.ts';
import { useRowFindings } from './useRowFindings.ts';

type ReviewQueueProps = {
  /** Id of the row to begin with; null begins with the most urgent. */
  readonly start: string | null;
  readonly onClose: () => void;
};

/** Why a file without a row cannot be found right yet. */
function wantsRow({ readings: [reading] }: ReviewScene): string {
  const refuse = reading === undefined ? '不是发票' : lostInWords(reading).refuse;
  return `它还没有对应的行：请填写发票号码，或指明是哪一行；不要它的，点“${refuse}”。`;
}

/**
 * What was read, one invoice at a time: its page large, beside it the fields with where each value comes from. Enter
 * finds it right and goes on. The order stays as it was on opening; what is changed here is changed in the table.
 */
export function ReviewQueue({ start, onClose }: ReviewQueueProps) {
  const session = useReviewSession(start);
  const { at, steps, step, scene, invoice, evidence, questions, turn } = session;
  const turns = usePageTurns();
  const findings = useRowFindings(invoice?.id ?? '');
  const [focus, setFocus] = useState<InvoiceFieldName | null>(null);
  const [hint, setHint] = useState('');
  /** The empty field that Enter has stopped at. */
  const [asked, setAsked] = useState<InvoiceFieldName | null>(null);
  const form = useRef<HTMLElement>(null);
  const pages = useRef<PageTurning>(null);
  const key = step?.key ?? '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: once an invoice, the focus goes to what is most in doubt
  useEffect(() => {
    setHint('');
    setAsked(null);
    if (scene === null) return;
    const first = firstToLookAt(questions, evidence, scene.invoice);
    setFocus(first);
    form.current?.scrollTo({ top: 0 });
    focusField(form.current, first);
  }, [key, turn]);
  useEffect(() => {
    const application = draftStore.getState()?.application;
    if (application === undefined) return;
    const next = [at, at + 1, at + 2].flatMap((index) => steps[index] ?? []);
    fetchPagesAhead(next.flatMap((one) => sceneOf(application, one) ?? []));
  }, [at, steps]);

  const here = questions.find(({ field }) => field === focus);
  const isAsked = here !== undefined && asked === here.field;
  const doubtful = doubtfulFields(evidence);
  const goTo = (question: OpenQuestion): void => {
    setFocus(question.field);
    setAsked(question.why === 'missing' ? question.field : null);
    focusField(form.current, question.field);
  };
  /** Whether something was open: then it was answered or asked, and the invoice stays. */
  const ask = (): boolean => {
    const isAnswer = here !== undefined && (here.why === 'contradicted' || isAsked);
    if (!isAnswer) {
      const next = here ?? questions[0];
      if (next !== undefined) goTo(next);
      return next !== undefined;
    }
    session.decide(here.field, here.inRow);
    const others = questions.filter((one) => one !== here);
    const next = others.find((one) => questions.indexOf(one) > questions.indexOf(here)) ?? others[0];
    if (next !== undefined) goTo(next);
    // An empty field was asked about before; what was only decided now is looked at once more.
    return next !== undefined || here.why === 'contradicted';
  };
  const confirm = (): void => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong != null) {
      setHint('有一处没有认出来，请先改好。');
      wrong.focus();
    } else if (!ask() && scene !== null && !session.confirm()) {
      setHint(wantsRow(scene));
      focusField(form.current, 'number');
    }
  };
  const act = (wish: ReviewKey): void => {
    setHint('');
    switch (wish) {
      case 'confirm':
        confirm();
        return;
      case 'back':
        session.back();
        return;
      case 'skip':
        session.skip();
        return;
      case 'undo':
        session.undo();
        return;
      case 'redo':
        session.redo();
        return;
      case 'turnLeft':
        pages.current?.turn(-1);
        return;
      case 'turnRight':
        pages.current?.turn(1);
        return;
      case 'down':
        moveFocus(form.current, 1);
        return;
      case 'up':
        moveFocus(form.current, -1);
        return;
      default:
        assertNever(wish);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const wish = keyOfReview(event.nativeEvent);
    if (wish === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (wish !== 'held') act(wish);
  };

  return (
    <FullDialog label="核对发票" onClose={onClose} onKeyDown={onKeyDown}>
      <ReviewHead session={session} onClose={onClose} />
      {scene === null || invoice === null ? (
        <ReviewEnd key={turn} onAgain={session.restart} onClose={onClose} />
      ) : (
        <div className={styles.body}>
          <InvoicePages
            key={`pages ${key}`}
            scene={scene}
            evidence={evidence}
            turns={turns}
            focus={focus}
            turning={pages}
            onField={(field) => focusField(form.current, field)}
          />
          <section
            ref={form}
            key={`form ${key}`}
            className={styles.form}
            aria-label={scene.invoice === null ? '还没有对应发票的影像' : `第 ${scene.number} 行发票`}
            onFocus={({ target }) => {
              const name = target.closest<HTMLElement>('[data-field]')?.dataset.field;
              const field = InvoiceFieldName.safeParse(name);
              if (field.success) setFocus(field.data);
            }}
          >
            {scene.invoice === null ? <ReviewLost scene={scene} session={session} /> : null}
            <ReviewForm
              scene={scene}
              turns={turns}
              invoice={invoice}
              evidence={evidence}
              findings={findings}
              open={undecidedFields(scene, evidence, questions)}
              onTake={session.decide}
              onChange={session.change}
            />
          </section>
        </div>
      )}
      <ReviewFoot
        hint={hint}
        open={questionsInWords(questions, here, isAsked, doubtful)}
        wayOn={wayOnInWords(questions, here, isAsked, doubtful)}
        session={session}
        onAct={act}
      />
    </FullDialog>
  );
}
