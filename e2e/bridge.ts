/** What the window finds of the shell's bridge, as far as the journeys use it; e2e imports nothing from the app. */
export interface Bridge {
  facts(): Promise<Result<{ dataFolder: string; electron: string }>>
  openAddress(address: string): Promise<Result<null>>
  ready(language: string): Promise<Result<null>>
  saveFiles(request: { files: readonly OpenedFile[] }): Promise<Result<{ path: string; count: number } | null>>
  readFound(id: number): Promise<Result<OpenedFile>>
  onFiles(listen: (found: Found) => void): () => void
  onClosing(listen: () => void): () => void
  noteRecent(files: readonly File[]): void
}

export interface Result<T> {
  readonly ok: boolean
  readonly value?: T
  readonly problem?: { readonly key: string }
}

export interface Found {
  readonly files: readonly { readonly id: number; readonly name: string; readonly size: number }[]
}

export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

declare global {
  interface Window {
    pingdian: Bridge
  }
}
