/** What `globalThis.windowReady` is: the tests can wait for it at any time, while a printed line is soon over. */
let announce: () => void = () => undefined
const windowReady = new Promise<void>((done) => {
  announce = done
})
Object.assign(globalThis, { windowReady })

/** Says that the window has drawn its first screen: a line on standard output, and `globalThis.windowReady` resolves. */
export function announceReady(): void {
  process.stdout.write('Pingdian is ready\n')
  announce()
}
