import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import './dialogs.css'

export interface SheetProps {
  readonly title: string
  /** `wide` for what stands side by side, `full` for what takes all the room there is. */
  readonly size?: 'wide' | 'full'
  /** What leaving does; without it the sheet is closed. */
  readonly onClose?: () => void
  readonly children: ReactNode
}

/** A sheet over the window: a title, what it is for, and a way out (Escape, a click beside it, or its button). */
export function Sheet({ title, size, onClose, children }: SheetProps) {
  const t = useMessages()
  const dispatch = useDispatch()
  const close = (): void => (onClose ? onClose() : dispatch({ type: 'closeDialog' }))
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && close()} className="sheet-overlay">
      <Modal className="sheet" data-size={size}>
        <Dialog className="sheet-inside">
          <header className="sheet-head">
            <Heading slot="title">{title}</Heading>
            <Button className="icon-button" aria-label={t('dialogs.close')} onPress={close}>
              <X size={16} aria-hidden="true" />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
