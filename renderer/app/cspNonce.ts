/** What a style made by a script has to carry: antd, the grid and the editor are given it. */
export const cspNonce: string =
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
