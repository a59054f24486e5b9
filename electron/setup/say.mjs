// @ts-check

/**
 * Prints one line about what the set-up does.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`pingdian: ${line}\n`)
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
