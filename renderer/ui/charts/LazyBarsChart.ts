import { lazy } from 'react';

/** The chart with its library in a chunk of its own: nothing of it is loaded before a chart is looked at. */
export const LazyBarsChart = lazy(async () => ({ default: (await import('./BarsChart.tsx')).BarsChart }));
