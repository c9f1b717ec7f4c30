import type { Application } from '../entities/application.ts';
import type { CheckReport, Finding } from './finding.ts';
import { homeSection } from './homeSection.ts';
import { isOpen } from './isOpen.ts';
import { isSectionEntered } from './isSectionEntered.ts';
import type { Severity } from './schema/basics.ts';
import type { Call } from './schema/call.ts';

/** Open findings by what they ask: met, set aside and implied ones are none. */
export interface OpenCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** 待填 */
  readonly unknown: number;
}

/**
 * How far one section is. In this order:
 * - `problems` 有问题: an error or warning that is neither mended nor set aside, also where nothing was entered yet
 * - `untouched` 未开始: nothing was entered
 * - `inProgress` 进行中: something was entered and something the call requires is still 待填
 * - `done` 完成: nothing of that; hints, and 待填 that are only hints, do not keep a section from being done
 */
export type SectionProgress = 'untouched' | 'inProgress' | 'problems' | 'done';

/** One section of the hub as every place of the window tells it. */
export interface SectionState extends OpenCounts {
  readonly id: string;
  readonly title: string;
  readonly state: SectionProgress;
  /** Nothing was entered and nothing is asked for: may stay empty. */
  readonly optional: boolean;
  /** The most useful next thing to do: the first error, else what is 待填, else a warning. */
  readonly next: { readonly message: string; readonly at: string } | null;
}

/** The state of every section of the call, in the call's order. Pure and linear in the findings. */
export function sectionStates(
  call: Call,
  application: Application,
  report: CheckReport,
): readonly SectionState[] {
  const open = openBySection(call, report);
  return call.sections.map((section) => {
    const findings = open.get(section.id) ?? [];
    const counts = countsOf(findings);
    const entered = isSectionEntered(call, application, section);
    const asked = findings.some(({ outcome, severity }) => outcome === 'unknown' && severity !== 'hint');
    return {
      id: section.id,
      title: section.title,
      state: progress(counts, entered, asked),
      optional: !entered && findings.length === 0,
      ...counts,
      next: nextOf(findings),
    };
  });
}

/** The counts of all sections together; always those of the report, see `countsOf`. */
export function overallCounts(states: readonly OpenCounts[]): OpenCounts {
  const all = { errors: 0, warnings: 0, hints: 0, unknown: 0 };
  for (const { errors, warnings, hints, unknown } of states) {
    all.errors += errors;
    all.warnings += warnings;
    all.hints += hints;
    all.unknown += unknown;
  }
  return all;
}

/** Counts of the open ones among some findings. */
export function countsOf(findings: readonly Finding[]): OpenCounts {
  const counts = { errors: 0, warnings: 0, hints: 0, unknown: 0 };
  for (const finding of findings) if (isOpen(finding)) counts[bucketOf(finding)] += 1;
  return counts;
}

const BUCKETS: Readonly<Record<Severity, keyof OpenCounts>> = {
  error: 'errors',
  warning: 'warnings',
  hint: 'hints',
};

function bucketOf({ outcome, severity }: Finding): keyof OpenCounts {
  return outcome === 'unknown' ? 'unknown' : BUCKETS[severity];
}

function openBySection(call: Call, { findings }: CheckReport): ReadonlyMap<string, readonly Finding[]> {
  const bySection = new Map<string, Finding[]>();
  for (const finding of findings.filter(isOpen)) {
    const section = homeSection(call, finding.at);
    const held = bySection.get(section);
    if (held === undefined) bySection.set(section, [finding]);
    else held.push(finding);
  }
  return bySection;
}

function progress({ errors, warnings }: OpenCounts, entered: boolean, asked: boolean): SectionProgress {
  if (errors + warnings > 0) return 'problems';
  if (!entered) return 'untouched';
  return asked ? 'inProgress' : 'done';
}

function nextOf(findings: readonly Finding[]): SectionState['next'] {
  const unmet = (severity: Severity) =>
    findings.find((finding) => finding.outcome === 'unmet' && finding.severity === severity);
  const unknown = findings.find(({ outcome }) => outcome === 'unknown');
  const next = unmet('error') ?? unknown ?? unmet('warning');
  return next === undefined ? null : { message: next.message, at: next.at };
}
