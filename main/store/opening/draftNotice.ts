import { hostname } from 'node:os';
import type { Loss } from '../salvage/loss.ts';
import type { Holder } from './draftLock.ts';

/** Something the user is told at opening; the draft is open all the same. */
export type DraftNotice =
  /** Another instance is editing it; this one only looks. */
  | { readonly code: 'opened-elsewhere'; readonly message: string; readonly holder: Holder | null }
  /** Nothing can be written where it lies. */
  | { readonly code: 'read-only-place'; readonly message: string }
  /** An older file was brought to today's format; the old one is kept. */
  | { readonly code: 'migrated'; readonly message: string; readonly backup: string | null }
  /** It was damaged: this is what could be read, in a new file; the damaged one is untouched. */
  | {
      readonly code: 'salvaged';
      readonly message: string;
      readonly from: string;
      /** The new file; null when it is only a temporary copy for reading. */
      readonly savedAs: string | null;
      readonly losses: readonly Loss[];
    };

function localTime(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    `${moment.getFullYear()}年${moment.getMonth() + 1}月${moment.getDate()}日 ` +
    `${two(moment.getHours())}:${two(moment.getMinutes())}`
  );
}

/** 谁、在哪台电脑、从何时起: the sentence for a draft somebody is editing. */
export function openedElsewhere(holder: Holder | null): DraftNotice {
  const place = holder !== null && holder.host !== hostname() ? `在电脑「${holder.host}」上` : '';
  const message =
    holder === null
      ? '这份草稿正在另一个窗口中编辑，这里以只读方式打开'
      : `这份草稿自 ${localTime(holder.since)} 起由「${holder.who}」${place === '' ? '在另一个窗口中' : place}编辑，这里以只读方式打开`;
  return { code: 'opened-elsewhere', message, holder };
}

/** The sentence for a place nothing can be written to. */
export function readOnlyPlace(isFull: boolean): DraftNotice {
  const reason = isFull ? '磁盘空间已满' : '草稿所在的位置不能写入（只读的文件、文件夹或 U 盘）';
  const advice = isFull ? '腾出空间后重新打开即可编辑' : '要修改请先另存到别处';
  return { code: 'read-only-place', message: `${reason}，以只读方式打开；${advice}` };
}

/** The sentence for a draft that was brought to today's format. */
export function migrated(backup: string | null): DraftNotice {
  const kept = backup === null ? '' : `，升级前的文件已备份为 ${backup}`;
  return { code: 'migrated', message: `草稿已升级为当前格式${kept}`, backup };
}

/** The sentences for a damaged draft: what happened, what was lost, where things are. */
export function salvaged(from: string, savedAs: string | null, losses: readonly Loss[]): DraftNotice {
  const head = '草稿文件有损坏，已尽量读出完好的内容';
  const lost = losses.length === 0 ? '，内容没有丢失' : `：${losses.map((loss) => loss.message).join('。')}`;
  const where =
    savedAs === null
      ? '这里以只读方式显示，要继续编辑请另存'
      : `读出的内容已另存为 ${savedAs}，现在打开的是这个新文件`;
  const message = `${head}${lost}。${where}；损坏的原文件没有改动：${from}`;
  return { code: 'salvaged', message, from, savedAs, losses };
}
