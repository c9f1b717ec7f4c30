import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileReading } from '../../../shared/entities/fileReading.ts';
import { ask } from '../../app/bridge.ts';
import { draftStore } from '../../draft/draftStore.ts';
import { type Choices, withChoices } from './choices.ts';
import { whyNotTaken } from './whyNotTaken.ts';

/** Choices that come close together are read once. */
const GATHER_MS = 250;

type MappedReading = {
  /** What the file reads as now, the choices made last shown at once; null until it was read. */
  readonly reading: FileReading | null;
  /** What it read as before anything was chosen; null until it was read. */
  readonly before: FileReading | null;
  readonly choices: Choices;
  /** Choices are on their way. */
  readonly busy: boolean;
  readonly problem: string | null;
  readonly choose: (choices: Choices) => void;
  /** What the file reads as with the choices, which are remembered then; null in trouble, or when it tells nothing. */
  readonly settle: () => Promise<FileReading | null>;
};

/** A spreadsheet of the draft as it reads with the columns a person chose. */
export function useMappedReading(attachment: string, given: FileReading | null): MappedReading {
  const [before, setBefore] = useState(given);
  const [read, setRead] = useState(given);
  const [choices, setChoices] = useState<Choices>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    const session = draftStore.getState()?.info.session;
    if (given !== null || session === undefined) return;
    let over = false;
    void ask('evidence:read', { session, attachments: [attachment] }).then((reply) => {
      if (over) return;
      if (!reply.ok) {
        setProblem(reply.problem.message);
        return;
      }
      const reading = reply.value[0]?.reading ?? null;
      setBefore(reading);
      setRead(reading);
      if (reading === null) setProblem('这份文件没有读出内容。');
    });
    return () => {
      over = true;
    };
  }, [attachment, given]);

  const map = useCallback(
    async (mappings: Choices, remember: boolean): Promise<FileReading | null> => {
      const session = draftStore.getState()?.info.session;
      if (session === undefined) return null;
      turn.current += 1;
      const mine = turn.current;
      setBusy(true);
      const reply = await ask('evidence:map', { session, attachment, mappings: [...mappings], remember });
      // A later choice is on its way: its answer is the one to show.
      if (turn.current !== mine) return null;
      setBusy(false);
      if (!reply.ok) {
        setProblem(reply.problem.message);
        return null;
      }
      // The sheets that were seen stay in view when this reading was given up: the choices are not lost.
      const { tables, unrecognised } = reply.value;
      const lost = tables.length + unrecognised.length === 0;
      setProblem(lost ? whyNotTaken(reply.value) : null);
      if (lost) return null;
      setRead(reply.value);
      return reply.value;
    },
    [attachment],
  );
  const choose = useCallback(
    (now: Choices): void => {
      setChoices(now);
      setBusy(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void map(now, false), GATHER_MS);
    },
    [map],
  );
  const settle = useCallback(async (): Promise<FileReading | null> => {
    clearTimeout(timer.current);
    return choices.length === 0 ? read : map(choices, true);
  }, [map, choices, read]);
  return {
    reading: read === null ? null : withChoices(read, choices),
    before,
    choices,
    busy,
    problem,
    choose,
    settle,
  };
}
