import { useLayoutEffect, useMemo, useRef, useState } from 'react'

/** The width of A4 in CSS pixels. */
const SHEET = 794

/** This load's nonce, with which alone a style may stand in the page; its frames are held to the same policy. */
const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

export interface PagePreviewProps {
  /** A page that needs nothing beside itself. */
  readonly html: string
  /** Whether it lies on a sheet of paper, which is shown in its full width. */
  readonly isSheet: boolean
  readonly title: string
}

/** A page in a frame in which no script runs, and from which nothing can be reached. */
export function PagePreview({ html, isSheet, title }: PagePreviewProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(SHEET)
  useLayoutEffect(() => {
    const box = frame.current
    if (!box) return
    const watch = new ResizeObserver(() => setWidth(box.clientWidth))
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  const page = useMemo(() => html.replace('<style>', `<style nonce="${nonce()}">`), [html])
  const scale = isSheet ? Math.min(1, width / SHEET) : 1
  return (
    <div ref={frame} className="preview-page" data-sheet={isSheet || undefined}>
      <iframe
        title={title}
        sandbox=""
        srcDoc={page}
        style={{ inlineSize: `${100 / scale}%`, blockSize: `${100 / scale}%`, scale: String(scale) }}
      />
    </div>
  )
}
