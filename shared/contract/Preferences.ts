import { z } from 'zod';

/** What the user likes of the window on this machine; kept by main, never in a draft. */
export const Preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Whether the side panel (要求, 问题, 预览) is open. */
  sideOpen: z.boolean().default(true),
  sideWidth: z.number().min(240).max(1200).default(360),
  /** Whether the numbers of invoices are kept, to tell when another draft of this machine holds the same one. */
  invoiceRegister: z.boolean().default(true),
  /** Folder names and sections collapsed, column widths and the like, by a name of the window's own. */
  layout: z.record(z.string().max(100), z.union([z.string().max(4000), z.number(), z.boolean()])).default({}),
});
export type Preferences = z.infer<typeof Preferences>;
