import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';

/** Prints the templates beside this file; the same data give the same bytes. */
export interface Printer {
  /** PDF of a template filled with data. */
  pdf(template: string, data: unknown): Buffer;
  /** The first page of a template as a picture of so many dots per inch, on white. */
  picture(template: string, data: unknown, dpi: number): Promise<Buffer>;
}

export function createPrinter(): Printer {
  const fonts = fileURLToPath(new URL('../../assets/fonts/', import.meta.url));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
  const compile = (template: string, data: unknown) => {
    const source = readFileSync(new URL(`./templates/${template}.typ`, import.meta.url), 'utf8');
    const result = compiler.compile({ mainFileContent: source, inputs: { data: JSON.stringify(data) } });
    if (result.result !== null) return result.result;
    const diagnostics = result.takeDiagnostics();
    throw new Error(
      `${template}: ${JSON.stringify(diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics))}`,
    );
  };
  return {
    pdf: (template, data) => {
      const bytes = compiler.pdf(compile(template, data), { pdfTags: false });
      compiler.evictCache(10);
      return bytes;
    },
    picture: (template, data, dpi) => {
      const svg = compiler.plainSvg(compile(template, data));
      compiler.evictCache(10);
      return sharp(Buffer.from(svg), { density: dpi, limitInputPixels: false })
        .flatten({ background: '#ffffff' })
        .png()
        .toBuffer();
    },
  };
}
