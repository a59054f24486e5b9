import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Pdf = PdfJs.PDFDocumentProxy
export type PdfPage = PdfJs.PDFPageProxy

/** Reads a file that the program brings along, by its path below the folder of such files (`cmaps/GBK-EUC-H.bcmap`). */
export type ReadSupport = (path: string) => Promise<Uint8Array>

interface Globals {
  pdfjsWorker?: unknown
  DOMMatrix?: unknown
  ImageData?: unknown
  Path2D?: unknown
}

/**
 * pdf.js, both halves in this thread: its own worker would be a worker inside our worker, and in Node there is none.
 * It takes its other half from `globalThis.pdfjsWorker`. The classes it draws with are demanded when it is loaded, also
 * where nothing is drawn; Node has none of them, so empty ones stand in.
 */
async function loadPdfJs(): Promise<typeof PdfJs> {
  const globals = globalThis as Globals
  globals.DOMMatrix ??= class {}
  globals.ImageData ??= class {}
  globals.Path2D ??= class {}
  const [pdfJs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ])
  globals.pdfjsWorker = worker
  return pdfJs
}

/** How pdf.js asks for a file of its own. */
interface SupportAsked {
  readonly kind: 'cMapUrl' | 'standardFontDataUrl' | 'wasmUrl'
  readonly filename: string
}

/** An open PDF and how it is let go of. */
export interface OpenPdf {
  readonly pdf: Pdf
  close(): Promise<void>
}

/**
 * Opens a PDF for its text. Nothing is fetched from the network, evaluated or drawn: images are passed over, and of the
 * program's files only character maps are asked for, through `support`. Rejects as pdf.js does.
 */
export async function openWithPdfJs(bytes: Uint8Array, support: ReadSupport | undefined): Promise<OpenPdf> {
  const pdfJs = await loadPdfJs()
  class Support {
    async fetch({ kind, filename }: SupportAsked): Promise<Uint8Array> {
      if (kind !== 'cMapUrl' || !support) throw new Error(`${filename} is not at hand.`)
      return support(`cmaps/${filename}`)
    }
  }
  const loading = pdfJs.getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory: Support,
    cMapPacked: true,
    disableFontFace: true,
    // Fonts are needed by their names and widths only; with this no standard font is loaded.
    useSystemFonts: true,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    stopAtErrors: false,
    verbosity: pdfJs.VerbosityLevel.ERRORS,
  } as Parameters<typeof pdfJs.getDocument>[0])
  try {
    return { pdf: await loading.promise, close: () => loading.destroy() }
  } catch (error) {
    await loading.destroy()
    throw error
  }
}
