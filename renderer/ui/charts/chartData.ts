/** How a series is painted: `planned` only hatched, `spent` and `more` filled, `line` drawn; never colour alone. */
export type SeriesLook = 'planned' | 'spent' | 'more' | 'line';

/** One kind of figure of a chart. */
export type Series = { readonly id: string; readonly label: string; readonly look: SeriesLook };

/** One place on the chart's axis with its figures by series; null is not known, which is not 0. */
export type ChartRow = {
  readonly label: string;
  readonly values: { readonly [series: string]: number | null };
};

/** What a chart shows, in words for people and readers of the screen. */
export type ChartProps = {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly ChartRow[];
  readonly series: readonly Series[];
  /** Name of the unit, for the axis: 万元. */
  readonly unit: string;
  /** A value as it is read, without its unit. */
  readonly print: (value: number) => string;
};
