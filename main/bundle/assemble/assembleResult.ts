import type { FileProblem } from '../../../shared/entities/attachment.ts';

/** How a file came into the bundle, best first. */
export type BoundVia = 'copy' | 'pdfium' | 'raster' | 'image' | 'ofd' | 'placeholder';

export type AssembledFile = {
  readonly id: string;
  /** Pages of the file; 0 when it could not be opened. */
  readonly pagesIn: number;
  /** Pages it takes in the bundle, those of a placeholder included. */
  readonly pagesOut: number;
  /** Printed number of its first page; null when it takes no page. */
  readonly firstPage: number | null;
  /** The same page counted physically, from 1. */
  readonly physicalFirst: number | null;
  readonly via: BoundVia;
  readonly problems: readonly FileProblem[];
};

export type AssembleResult =
  | {
      readonly ok: true;
      /** Physical pages. */
      readonly pages: number;
      readonly blankPages: number;
      /** True when a file is missing and a placeholder stands for it: the package is 草稿. */
      readonly draft: boolean;
      readonly files: readonly AssembledFile[];
      /** Printed and physical (from 1) page of each divider. */
      readonly groups: readonly { readonly id: string; readonly page: number; readonly physical: number }[];
      readonly guard: {
        readonly rendered: number;
        readonly identical: number;
        /** Files the guard sent down the ladder. */
        readonly refused: number;
      };
      readonly bytes: number;
      readonly sha256: string;
    }
  | { readonly ok: false; readonly problem: FileProblem };
