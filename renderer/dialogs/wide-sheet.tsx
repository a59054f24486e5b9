import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import './wide-sheet.css'

export interface WideSheetProps {
  /** The class of the dialog inside. */
  readonly className: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet as large as the window, for what looks at a whole project; its content has a heading in the slot `title`. */
export function WideSheet({ className, onClose, children }: WideSheetProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="sheet-overlay wide-overlay"
    >
      <Modal className="wide-sheet">
        <Dialog className={className}>{children}</Dialog>
      </Modal>
    </ModalOverlay>
  )
}
