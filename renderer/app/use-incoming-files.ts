import { useEffect } from 'react'
import { MOST_RECENT } from '#shared/bridge'
import type { Actions } from '../actions'
import { bridge } from './bridge'
import { droppedFiles, fileToRead } from './dropped-files'

/** Brings in what is dropped on the window, and what the shell was named. */
export function useIncomingFiles(actions: Actions): void {
  useEffect(() => {
    const endFiles = bridge.onFiles((found) => void actions.bringInFound(found))
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      void droppedFiles(event.dataTransfer)
        .then((files) => {
          bridge.noteRecent(files.slice(-MOST_RECENT).map(({ file }) => file))
          return actions.bringIn(files.map(fileToRead))
        })
        .catch(actions.report)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      endFiles()
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [actions])
}
