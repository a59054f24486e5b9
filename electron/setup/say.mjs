// @ts-check

/** @type {1 | 2} */
let stream = 1

/** From now on the set-up speaks on standard error: standard output belongs to what it sets up. */
export function speakAside() {
  stream = 2
}

/** The stream on which the set-up and the commands it runs speak: 1 standard output, 2 standard error. */
export const speakingOn = () => stream

/**
 * Prints one line about what the set-up does.
 * @param {string} line
 */
export function say(line) {
  const { stdout, stderr } = process
  const to = stream === 1 ? stdout : stderr
  to.write(`pingdian: ${line}\n`)
}

/** A set-up step that cannot go on; its message says what to do. */
export class SetupError extends Error {}

/**
 * Runs `work`, and ends the process with 1 and a plain sentence when the set-up cannot go on.
 * @param {() => Promise<void>} work
 */
export async function orExplain(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(
      `pingdian: ${error instanceof SetupError ? error.message : /** @type {Error} */ (error).stack}\n`,
    )
    process.exitCode = 1
  }
}
