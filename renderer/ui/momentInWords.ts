/** `14:32` today, `11月3日 14:32` this year, `2025年11月3日 14:32` before; as the person's clock has it. */
export function momentInWords(at: string, now: Date): string {
  const then = new Date(at);
  const pad = (value: number) => String(value).padStart(2, '0');
  const time = `${pad(then.getHours())}:${pad(then.getMinutes())}`;
  const day = `${then.getMonth() + 1}月${then.getDate()}日`;
  if (then.getFullYear() !== now.getFullYear()) return `${then.getFullYear()}年${day} ${time}`;
  const today = then.getMonth() === now.getMonth() && then.getDate() === now.getDate();
  return today ? time : `${day} ${time}`;
}
