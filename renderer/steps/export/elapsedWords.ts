/** 75 → 1 分 15 秒. */
export function elapsedWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} 秒` : `${minutes} 分 ${whole % 60} 秒`;
}
