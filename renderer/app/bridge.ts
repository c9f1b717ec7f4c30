import type { Bridge } from '../../shared/contract/Bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload: the channels of the contract. */
    readonly chengce: Bridge;
  }
}

/** The only way from the window to the rest of the program. */
export const bridge: Bridge = window.chengce;
