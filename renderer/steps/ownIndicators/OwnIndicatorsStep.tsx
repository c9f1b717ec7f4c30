/** 自定指标 */
export function OwnIndicatorsStep() {
  return <p>自定指标</p>;
}
