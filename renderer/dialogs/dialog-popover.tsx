import { Popover, PopoverContext, type PopoverProps, useSlottedContext } from 'react-aria-components'

/**
 * A popover at a button with a dialog in it, which has a name of its own. Around that the popover has none: it is no
 * region of the screen, and a name would make it content that lies in no region.
 */
export function DialogPopover(props: PopoverProps) {
  const { 'aria-labelledby': _, ...unnamed } = useSlottedContext(PopoverContext) ?? {}
  return (
    <PopoverContext value={unnamed}>
      <Popover {...props} />
    </PopoverContext>
  )
}
