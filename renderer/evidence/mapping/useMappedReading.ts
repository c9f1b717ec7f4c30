import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileReading } from '../../../shared/entities/fileReading.ts';
import type { TableMapping } from '../../../shared/entities/tableReading.ts';
import { ask } from '../../app/bridge.ts';
import { draftStore } from '../../draft/draftStore.ts';

/** Choices that come close together are read once. */
const GATHER_MS = 250;

type MappedReading = {
  /** What the file reads as now, the choices made last shown at once; null until it was read. */
  readonly reading: FileReading | null;
  /** Choices are on their way. */
  readonly busy: boolean;
  readonly problem: string | null;
  /** Mappings of all sheets, in order. */
  readonly change: (mappings: readonly TableMapping[]) => void;
  /** What the file reads as with the columns as they are shown, whether somebody changed one or not; null in trouble. */
  readonly settle: () => Promise<FileReading | null>;
};

/** A spreadsheet of the draft as it reads with the columns a person chose. */
export function useMappedReading(attachment: string, given: FileReading | null): MappedReading {
  const [reading, setReading] = useState(given);
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
      if (!reply.ok) setProblem(reply.problem.message);
      else setReading(reply.value[0]?.reading ?? null);
      if (reply.ok && reply.value.length === 0) setProblem('这份文件没有读出内容。');
    });
    return () => {
      over = true;
    };
  }, [attachment, given]);

  const map = useCallback(
    async (mappings: readonly TableMapping[]): Promise<FileReading | null> => {
      const session = draftStore.getState()?.info.session;
      if (session === undefined || mappings.length === 0) return null;
      turn.current += 1;
      const mine = turn.current;
      setBusy(true);
      const reply = await ask('evidence:map', { session, attachment, mappings: [...mappings] });
      // A later choice is on its way: its answer is the one to show.
      if (turn.current !== mine) return null;
      setBusy(false);
      setProblem(reply.ok ? null : reply.problem.message);
      if (!reply.ok) return null;
      setReading(reply.value);
      return reply.value;
    },
    [attachment],
  );
  const change = useCallback(
    (mappings: readonly TableMapping[]): void => {
      setReading((before) => before && withMappings(before, mappings));
      setBusy(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void map(mappings), GATHER_MS);
    },
    [map],
  );
  const settle = useCallback(async (): Promise<FileReading | null> => {
    clearTimeout(timer.current);
    return reading === null ? null : map(reading.tables.map(({ mapping }) => mapping));
  }, [map, reading]);
  return { reading, busy, problem, change, settle };
}

function withMappings(reading: FileReading, mappings: readonly TableMapping[]): FileReading {
  return {
    ...reading,
    tables: reading.tables.map((table, index) => ({ ...table, mapping: mappings[index] ?? table.mapping })),
  };
}
