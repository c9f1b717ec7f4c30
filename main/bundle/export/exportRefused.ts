/** An export that cannot go on for a reason the user can do something about; nothing was left behind. */
export class ExportRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
