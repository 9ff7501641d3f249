/** The program cannot start, and its message is a sentence for the person at the keyboard: print it and exit with 1. */
export class StartError extends Error {
  override name = 'StartError'
}
