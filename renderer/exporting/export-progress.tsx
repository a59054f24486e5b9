import { ProgressBar } from 'react-aria-components'
import type { ExportStage } from '../actions/exporting'
import { useMessages } from '../app/language'

/** What is being done for an export, and how far it is. */
export function ExportProgress({ stage: { at, share } }: { readonly stage: ExportStage }) {
  const t = useMessages()
  return (
    <div className="export-said export-progress">
      <ProgressBar
        aria-label={t(`exportDialog.stages.${at}`)}
        isIndeterminate={share === null}
        value={(share ?? 0) * 100}
        className="export-bar"
      >
        <span style={share === null ? undefined : { inlineSize: `${share * 100}%` }} />
      </ProgressBar>
      <span className="quiet">{t(`exportDialog.stages.${at}`)}</span>
    </div>
  )
}
