import type { ReadAnswers } from '../tasks/readAnswers.ts';
import { type Reply, refusal } from './reply.ts';

/** More than this nobody reads on a screen; --json has them all. */
const MOST_LINES = 50;

/** An answers file that was not taken: every mistake with its line, its path and the place in words. */
export function answersRefusal({ problem, details }: Extract<ReadAnswers, { ok: false }>): Reply {
  const lines = details.slice(0, MOST_LINES).map(({ line, path, place, message }) => {
    const where = [line === null ? '' : `文件第 ${line} 行`, path].filter((part) => part !== '').join(' ');
    return `  ${where}${place === '' ? '' : `（${place}）`}：${message}`;
  });
  const more = details.length - lines.length;
  const reply = refusal(problem.code, problem.message, details);
  return {
    ...reply,
    say: [...reply.say, ...lines, ...(more > 0 ? [`  还有 ${more} 处，加 --json 可看全部。`] : [])],
  };
}
