import { BRIDGE_NAME, type Bridge } from '#shared/bridge'

/** The shell, as the preload hands it to the window. */
export const bridge = (window as unknown as Record<typeof BRIDGE_NAME, Bridge>)[BRIDGE_NAME]
