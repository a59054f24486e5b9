import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron'
import { BRIDGE_NAME, type Bridge, type ShellAsks, type ShellTells } from '#shared/bridge'

const ask =
  <M extends keyof ShellAsks>(name: M) =>
  (...args: Parameters<ShellAsks[M]>): ReturnType<ShellAsks[M]> =>
    ipcRenderer.invoke(name, ...args) as ReturnType<ShellAsks[M]>

type Listener<M extends keyof ShellTells> = Parameters<ShellTells[M]>[0]

const hear =
  <M extends keyof ShellTells>(name: M) =>
  (listen: Listener<M>): (() => void) => {
    const heard = (_event: unknown, ...said: unknown[]) => (listen as (...said: unknown[]) => void)(...said)
    ipcRenderer.on(name, heard)
    return () => ipcRenderer.off(name, heard)
  }

contextBridge.exposeInMainWorld(BRIDGE_NAME, {
  chooseFiles: ask('chooseFiles'),
  chooseFolders: ask('chooseFolders'),
  readFound: ask('readFound'),
  saveFiles: ask('saveFiles'),
  print: ask('print'),
  stopPrinting: ask('stopPrinting'),
  openAddress: ask('openAddress'),
  facts: ask('facts'),
  ready: ask('ready'),
  setUsable: ask('setUsable'),
  setShortcuts: ask('setShortcuts'),
  closeNow: ask('closeNow'),
  keepOpen: ask('keepOpen'),
  onCommand: hear('onCommand'),
  onFiles: hear('onFiles'),
  onClosing: hear('onClosing'),
  noteRecent: (files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')
    if (paths.length > 0) ipcRenderer.send('noteRecent', paths)
  },
  zoom: (factor) => webFrame.setZoomFactor(factor),
} satisfies Bridge)
